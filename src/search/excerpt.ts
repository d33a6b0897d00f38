import { folded, type Term, termsOf } from "#search/terms.ts";

/** A piece of text with the places to mark, in order and apart, as [from, to) in UTF-16 units. */
export interface Excerpt {
  readonly text: string;
  readonly marks: readonly (readonly [from: number, to: number])[];
}

/** About as many letters as three lines of a list hold. */
const longest = 180;
const before = 40;

/**
 * The piece of the lines that shows best why something was found: of the line with the most marks, all,
 * or what stands around its first mark. `found` are the folded terms that were found, `typed` what was looked for.
 */
export function excerptOf(
  lines: readonly string[],
  found: ReadonlySet<string>,
  typed: readonly string[],
): Excerpt {
  let best: Excerpt = { text: lines.find((line) => line.trim() !== "") ?? "", marks: [] };
  for (const line of lines) {
    const marks = marksIn(line, found, typed);
    if (marks.length > best.marks.length) best = { text: line, marks };
  }
  return windowed(best);
}

function marksIn(line: string, found: ReadonlySet<string>, typed: readonly string[]): Excerpt["marks"] {
  return termsOf(line)
    .filter((term) => found.has(term.folded))
    .map((term) => [term.from, markEnd(line, term, typed)] as const);
}

/** A word that begins with what was typed is marked that far; one that is only like it is marked whole. */
function markEnd(line: string, { from, to, folded: word }: Term, typed: readonly string[]): number {
  const lengths = typed.filter((part) => word.startsWith(part)).map((part) => part.length);
  const length = Math.max(0, ...lengths);
  if (length === 0) return to;
  let end = from;
  for (const character of line.slice(from, to)) {
    const reached = folded(line.slice(from, end)).length >= length;
    if (reached && !/\p{M}/u.test(character)) break;
    end += character.length;
  }
  return end;
}

/** What stands around the first mark, where the text is too long to show whole. */
export function windowed({ text, marks }: Excerpt): Excerpt {
  if (text.length <= longest) return { text, marks };
  const first = marks[0]?.[0] ?? 0;
  const from = first <= before ? 0 : boundary(text, first - before);
  const to = Math.min(text.length, boundary(text, from + longest));
  const lead = from === 0 ? "" : "…";
  const shift = lead.length - from;
  const kept = marks.filter(([start, end]) => start >= from && end <= to);
  return {
    text: lead + text.slice(from, to) + (to === text.length ? "" : "…"),
    marks: kept.map(([start, end]) => [start + shift, end + shift] as const),
  };
}

/** The nearest place at or after `at` where a text can be cut: behind a space, or between two characters. */
function boundary(text: string, at: number): number {
  const space = text.slice(at, at + 20).search(/\s/u);
  if (space >= 0) return at + space + 1;
  return /[\uDC00-\uDFFF]/u.test(text.charAt(at)) ? at + 1 : at;
}
