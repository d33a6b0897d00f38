import type { Aspect, Comparison } from "#model/comparison.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { withRemovedClaims } from "#model/union-map.ts";

/** A map with what it is called where it is compared. */
export interface Compared {
  readonly name: string;
  readonly map: ArgumentMap;
}

/** Two states of a map, and in what they differ. */
export interface Sides {
  readonly before: Compared;
  readonly after: Compared;
  readonly comparison: Comparison;
}

/** Two states of a map that are compared on screen. */
export interface Comparing extends Sides {
  /** What is drawn: the later map, with the claims that went. */
  readonly map: ArgumentMap;
  readonly aspects: ReadonlyMap<ClaimId, readonly Aspect[]>;
}

export function comparingOf(sides: Sides): Comparing {
  const { before, after, comparison } = sides;
  return {
    ...sides,
    map: withRemovedClaims(before.map, after.map),
    aspects: new Map(comparison.claims.map(({ claim, aspects }) => [claim, aspects])),
  };
}
