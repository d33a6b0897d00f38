import { hasSource } from "#lenses/evidence.ts";
import { type Finding, finding } from "#lenses/missing/finding.ts";
import { forestOf } from "#model/forest.ts";
import type { ArgumentMap } from "#model/map.ts";

/** Claims that rest on no source of the map. */
export function unsourced(map: ArgumentMap): readonly Finding[] {
  return forestOf(map)
    .order.filter((claim) => !hasSource(map, map.claims.get(claim)!))
    .map((claim) => finding("unsourced", [claim], { claims: [claim] }));
}
