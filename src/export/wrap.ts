/** Width of one line of text, in CSS pixels. */
export type Measure = (text: string) => number;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

const blank = String.raw` \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000`;
const ideograph = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
/** A hyphen before a letter is where a word may break; one before a digit, or at a word's start, is part of it. */
const wordPart = String.raw`(?:[^${blank}${ideograph}\-–—]|-(?!\p{L})|(?<![\p{L}\p{N}])-)`;
/** What stays together: a word up to its hyphen or en dash, an em dash, or an ideograph and what closes it; then the blanks. */
const piece = new RegExp(
  String.raw`(?:[${ideograph}][\p{Pe}\p{Pf}\p{Po}]*|—+|${wordPart}*(?:-(?=\p{L})|–+)?)[${blank}]*`,
  "gu",
);

/**
 * Breaks text into lines no wider than `width`, as a browser does with `white-space: pre-wrap` and
 * `overflow-wrap: anywhere`: at the text's own breaks, between words, after hyphens and dashes, before
 * em dashes, between ideographs, and inside a word only where it is wider than a whole line. Blanks at a line's end hang over.
 * Never fewer than one line; joined, the lines are the text without its line breaks and hanging blanks.
 */
export function wrapText(text: string, width: number, measure: Measure): readonly string[] {
  return text.split(/\r\n|[\n\r]/).flatMap((paragraph) => wrapParagraph(paragraph, width, measure));
}

function wrapParagraph(paragraph: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = "";
  const fits = (candidate: string) => measure(candidate.trimEnd()) <= width;
  for (const word of piecesOf(paragraph)) {
    if (fits(line + word)) {
      line += word;
      continue;
    }
    if (line !== "") lines.push(line.trimEnd());
    const parts = fits(word) ? [word] : brokenWord(word, fits);
    lines.push(...parts.slice(0, -1).map((part) => part.trimEnd()));
    line = parts.at(-1) ?? "";
  }
  return [...lines, line.trimEnd()];
}

/** A text without breaks of its own, cut wherever a line may break; what blanks follow stay with what they follow. */
export function piecesOf(paragraph: string): readonly string[] {
  return [...paragraph.matchAll(piece)].flatMap(([text]) => (text === "" ? [] : [text]));
}

/** A word that is wider than a line, in pieces that fit; never less than one character each. Blanks hang over. */
export function brokenWord(word: string, fits: (candidate: string) => boolean): readonly string[] {
  const parts: string[] = [];
  let part = "";
  for (const { segment } of graphemes.segment(word)) {
    if (part !== "" && segment.trim() !== "" && !fits(part + segment)) {
      parts.push(part);
      part = "";
    }
    part += segment;
  }
  return [...parts, part];
}

/** Text on one line, cut with "…" where it is too wide. */
export function fittedText(text: string, width: number, measure: Measure): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (measure(line) <= width) return line;
  let kept = "";
  for (const { segment } of graphemes.segment(line)) {
    if (measure(`${kept}${segment}…`) > width) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
