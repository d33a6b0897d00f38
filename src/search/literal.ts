import { ancestors } from "#model/counts.ts";
import type { Forest } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { type Excerpt, windowed } from "#search/excerpt.ts";
import type { Findings, Found } from "#search/finder.ts";

/** What replacing would replace: the same letters, wherever they stand in sentences and notes. */
export interface LiteralFindings extends Findings {
  /** How many places there are, in all claims that were found. */
  readonly places: number;
  /** All claims that were found, in the order of the map. */
  readonly claims: readonly ClaimId[];
}

/** Finds letters as they are written, in sentences first and then in notes. */
export function findLiteral(
  map: ArgumentMap,
  forest: Forest,
  { needle, matchCase }: { readonly needle: string; readonly matchCase: boolean },
  limit: number,
): LiteralFindings {
  const pattern = new RegExp(needle.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), matchCase ? "gu" : "giu");
  const shown: Found[] = [];
  const claims: ClaimId[] = [];
  let places = 0;
  for (const id of needle === "" ? [] : forest.order) {
    const claim = map.claims.get(id);
    if (claim === undefined) continue;
    const inText = marksOf(claim.text, pattern);
    const inNote = marksOf(claim.note, pattern);
    const count = inText.length + inNote.length;
    if (count === 0) continue;
    places += count;
    claims.push(id);
    if (claims.length > limit) continue;
    const field = inText.length > 0 ? "text" : "note";
    const excerpt = windowed({ text: claim[field], marks: field === "text" ? inText : inNote });
    shown.push({ claim: id, field, excerpt, path: ancestors(forest, id).toReversed() });
  }
  return { count: claims.length, shown, places, claims };
}

function marksOf(text: string, pattern: RegExp): Excerpt["marks"] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => [index, index + found.length] as const);
}
