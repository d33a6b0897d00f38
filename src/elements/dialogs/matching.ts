/** A text made ready for comparing: lower case, without accents. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLocaleLowerCase();
}

/**
 * How well what was typed fits a name, higher is better; `null` where it does not. Every word that was typed must
 * begin a word of the name ("add ob"), stand inside it, or give its letters in their order ("adob").
 */
export function fit(typed: string, name: string): number | null {
  const whole = folded(typed).trim();
  const text = folded(name);
  if (whole === "") return 0;
  if (text.startsWith(whole)) return 100;
  let sum = 0;
  const words = whole.split(/\s+/);
  for (const word of words) {
    const one = wordFit(word, text);
    if (one === null) return subsequence(whole.replaceAll(/\s+/g, ""), text) ? 1 : null;
    sum += one;
  }
  return sum / words.length;
}

/** Whether every word that was typed stands somewhere in the text (which is `folded` already). */
export function holdsWords(text: string, typed: string): boolean {
  return folded(typed)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function wordFit(word: string, text: string): number | null {
  const words = text.split(/[^\p{L}\p{N}%]+/u);
  if (words.includes(word)) return 60;
  if (words.some((each) => each.startsWith(word))) return 50;
  return text.includes(word) ? 20 : null;
}

/** Whether the letters stand in the text in this order, the first one at the beginning of a word. */
function subsequence(letters: string, text: string): boolean {
  const starts = [...text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map((match) => match.index);
  return starts.some((start) => {
    let at = start - 1;
    for (const [step, letter] of [...letters].entries()) {
      at = text.indexOf(letter, at + 1);
      if (at < 0 || (step === 0 && at !== start)) return false;
    }
    return true;
  });
}
