import { applyChange, type Change } from "#model/change.ts";
import { type ClaimDifference, type Comparison, compareMaps } from "#model/comparison.ts";
import type { ArgumentMap } from "#model/map.ts";
import { byShelf, type Identified, SHELVES } from "#model/shelves.ts";
import { type Tally, tallyOf } from "#model/tally.ts";

/** How many records of a map go into one message, so that copying them holds the page up for less than a frame. */
const PIECE = 1000;

/** Some records of what the map says now. The first piece puts an end to what was said before. */
export interface PresentPiece {
  readonly piece: ArgumentMap;
  readonly isFirst: boolean;
}

/** Two states of a map that are to be compared, each told as what leads there from a state that is known. */
export interface ComparingOrder {
  readonly number: number;
  /** From the present, or from the earlier state of the order before. */
  readonly later: { readonly from: "present" | "last"; readonly change: Change };
  /** From the present, or from the later state. */
  readonly earlier: { readonly from: "present" | "later"; readonly change: Change };
  readonly wants: "tally" | "comparison";
}

/** A comparison without the claims themselves: whoever asked has both maps. */
export interface BareComparison extends Omit<Comparison, "claims"> {
  readonly claims: readonly Omit<ClaimDifference, "before" | "after">[];
}

/** The answer to the order of the same number. */
export type ComparingReply = { readonly number: number } & (
  | { readonly tally: Tally }
  | { readonly comparison: BareComparison }
);

/** Compares states of one map, in a worker or on the page. */
export class Comparing {
  #present: ArgumentMap | null = null;
  #last: ArgumentMap | null = null;

  /** Takes in what the map says now. */
  learn({ piece, isFirst }: PresentPiece): void {
    const known = isFirst ? null : this.#present;
    this.#present = known === null ? piece : joined(known, piece);
  }

  take({ number, later, earlier, wants }: ComparingOrder): ComparingReply {
    const start = later.from === "present" ? this.#present : this.#last;
    if (start === null || this.#present === null)
      throw new Error(`There is no ${later.from} state yet to compare from.`);
    const after = applyChange(start, later.change);
    const before = applyChange(earlier.from === "present" ? this.#present : after, earlier.change);
    this.#last = before;
    const comparison = compareMaps(before, after);
    return wants === "tally"
      ? { number, tally: tallyOf(comparison) }
      : { number, comparison: { ...comparison, claims: comparison.claims.map(bare) } };
  }
}

/** A map in pieces, to be handed on one by one. */
export function* piecesOf(map: ArgumentMap): Generator<PresentPiece> {
  const none = { ...map, ...byShelf<ArgumentMap>(() => new Map()) };
  yield { piece: none, isFirst: true };
  for (const shelf of SHELVES)
    for (const records of chunksOf<string, Identified>(map[shelf]))
      yield { piece: { ...none, [shelf]: records }, isFirst: false };
}

function* chunksOf<Id, Value>(records: ReadonlyMap<Id, Value>): Generator<ReadonlyMap<Id, Value>> {
  const entries = [...records];
  for (let at = 0; at < entries.length; at += PIECE) yield new Map(entries.slice(at, at + PIECE));
}

function joined(map: ArgumentMap, piece: ArgumentMap): ArgumentMap {
  return {
    ...map,
    ...byShelf<ArgumentMap>((shelf) => new Map<string, Identified>([...map[shelf], ...piece[shelf]])),
  };
}

function bare({ claim, stood, stands, aspects }: ClaimDifference) {
  return { claim, stood, stands, aspects };
}

/** A bare comparison of two maps with their claims. */
export function withClaims(bare: BareComparison, before: ArgumentMap, after: ArgumentMap): Comparison {
  const claims = bare.claims.map((difference) => ({
    ...difference,
    before: before.claims.get(difference.claim) ?? null,
    after: after.claims.get(difference.claim) ?? null,
  }));
  return { ...bare, claims };
}
