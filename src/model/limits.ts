import type { Change, Edit } from "#model/change.ts";
import type { ArgumentMap } from "#model/map.ts";
import { commandWords as words } from "#words/commands.ts";

/** A longer text is not kept, in characters: that is a long book in one card. Files with one are refused too. */
export const MAX_TEXT = 1_000_000;

/** A map of more claims is not kept, nor opened. */
export const MAX_CLAIMS = 200_000;

/**
 * Why a change would make a map that no file could bring back, in a sentence; `null` when it would not. What is over
 * a limit already may stay as it is, and may shrink.
 */
export function overLimit(
  map: ArgumentMap,
  { about, claims, sources, holders, schools }: Change,
): string | null {
  const long = [about, ...claims, ...sources, ...holders, ...schools]
    .map(newLongest)
    .find((length) => length > MAX_TEXT);
  if (long !== undefined) return words.tooLong(long, MAX_TEXT);
  const more = claims.filter(({ before }) => before === null).length;
  const fewer = claims.filter(({ after }) => after === null).length;
  const count = map.claims.size + more - fewer;
  return more > fewer && count > MAX_CLAIMS ? words.tooManyClaims(count, MAX_CLAIMS) : null;
}

/** Why a map cannot take one claim more, in a sentence; `null` when it can. */
export function refuseMore({ claims }: ArgumentMap): string | null {
  return claims.size < MAX_CLAIMS ? null : words.tooManyClaims(claims.size + 1, MAX_CLAIMS);
}

/** How long the longest text of a record is, if it has grown. */
function newLongest(edit: Edit<object> | null): number {
  const after = longestIn(edit?.after);
  return after > longestIn(edit?.before) ? after : 0;
}

function longestIn(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((most: number, part) => Math.max(most, longestIn(part)), 0);
}
