/** SVG path data taken apart: its letters, and its numbers in order. */
interface Path {
  readonly letters: string;
  readonly numbers: readonly number[];
  /** Which numbers are an arc's radii, turn and flags: they stay whole on the way. */
  readonly fixed: ReadonlySet<number>;
}

const argumentsOf: Readonly<Record<string, number>> = { M: 2, L: 2, C: 6, Q: 4, A: 7, Z: 0 };
const kept = new Map<string, Path>();
const mostKept = 4000;

/** A path on its way from one form to another; the later form where the two are built differently. */
export function morphed(from: string, to: string, progress: number): string {
  if (progress >= 1 || from === to) return to;
  const a = taken(from);
  const b = taken(to);
  if (a.letters !== b.letters || a.numbers.length !== b.numbers.length) return to;
  let at = 0;
  let path = "";
  for (const letter of b.letters) {
    path += letter;
    for (let left = argumentsOf[letter] ?? 0; left > 0; left--, at++) {
      const end = b.numbers[at] ?? 0;
      const start = b.fixed.has(at) ? end : (a.numbers[at] ?? end);
      path += `${Math.round((start + (end - start) * progress) * 100) / 100} `;
    }
  }
  return path;
}

function taken(path: string): Path {
  const known = kept.get(path);
  if (known !== undefined) return known;
  const numbers: number[] = [];
  const fixed = new Set<number>();
  let letters = "";
  for (const [, letter = "", written = ""] of path.matchAll(/([MLCQAZ])([^MLCQAZ]*)/g)) {
    letters += letter;
    const start = numbers.length;
    numbers.push(...(written.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number));
    if (letter === "A") for (let at = start; at < start + 5; at++) fixed.add(at);
  }
  const result = { letters, numbers, fixed };
  if (kept.size >= mostKept) kept.clear();
  kept.set(path, result);
  return result;
}
