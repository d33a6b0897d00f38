import { diffArrays } from "diff";
import { wordsOf } from "#store/text-edits.ts";

/** A piece of two texts: in both, in the first only, or in the second only. */
export interface Wording {
  readonly type: "kept" | "removed" | "added";
  readonly text: string;
}

/** Above this many words changed, a text is shown as rewritten: all of the one removed, all of the other added. */
const MOST_WORDS = 400;

/**
 * How one text became another, in whole words, for a person to read: of two changes side by side what was removed
 * stands first, and what parts them by no more than a space counts as changed with them.
 * The kept and removed pieces are the first text, the kept and added ones the second.
 */
export function wordingsBetween(before: string, after: string): readonly Wording[] {
  if (before === after) return before === "" ? [] : [{ type: "kept", text: before }];
  const parts = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_WORDS });
  const pieces: Wording[] = [];
  let [removed, added] = ["", ""];
  const change = () => {
    if (removed !== "") pieces.push({ type: "removed", text: removed });
    if (added !== "") pieces.push({ type: "added", text: added });
    [removed, added] = ["", ""];
  };
  if (parts === undefined) {
    [removed, added] = [before, after];
    change();
    return pieces;
  }
  for (const [at, part] of parts.entries()) {
    const text = part.value.join("");
    const isGap = text.trim() === "" && removed + added !== "" && at < parts.length - 1;
    if (!part.added && (part.removed || isGap)) removed += text;
    if (!part.removed && (part.added || isGap)) added += text;
    if (part.removed || part.added || isGap) continue;
    change();
    pieces.push({ type: "kept", text });
  }
  change();
  return pieces;
}
