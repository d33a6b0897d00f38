import { diffArrays } from "diff";

/** Takes out `removed` code units at `at` (counted in the text as it is by then) and puts `inserted` there. */
export interface TextEdit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/** Above this many words changed, a sentence counts as rewritten, and is replaced in one piece. */
const MOST_WORDS = 400;

/**
 * The small edits that turn one text into another, to be made in order.
 * They keep what both have, word by word, so that two people's edits of one sentence merge, and never
 * part the halves of a surrogate pair.
 */
export function textEdits(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const start = commonStart(before, after);
  const end = commonEnd(before, after, start);
  const gone = before.slice(start, before.length - end);
  const come = after.slice(start, after.length - end);
  if (gone === "" || come === "") return [{ at: start, removed: gone.length, inserted: come }];
  return wordEdits(gone, come, start) ?? [{ at: start, removed: gone.length, inserted: come }];
}

function wordEdits(before: string, after: string, start: number): readonly TextEdit[] | null {
  const parts = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_WORDS });
  if (parts === undefined) return null;
  const edits: TextEdit[] = [];
  let at = start;
  let removed = 0;
  for (const part of parts) {
    const text = part.value.join("");
    if (part.removed) removed += text.length;
    else {
      if (part.added || removed > 0) edits.push({ at, removed, inserted: part.added ? text : "" });
      at += text.length;
      removed = 0;
    }
  }
  if (removed > 0) edits.push({ at, removed, inserted: "" });
  return edits;
}

/** Words of any script with their accents, runs of white space, and every other character by itself. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|\s+|./gsu) ?? [];
}

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length > 0 && isHighSurrogate(a.charCodeAt(length - 1)) ? length - 1 : length;
}

function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length++;
  return length > 0 && isLowSurrogate(a.charCodeAt(a.length - length)) ? length - 1 : length;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
