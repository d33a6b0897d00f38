import { type Finding, finding } from "#lenses/missing/finding.ts";
import { forestOf } from "#model/forest.ts";
import type { ArgumentMap } from "#model/map.ts";

/** Attributions that do not say when. */
export function undated(map: ArgumentMap): readonly Finding[] {
  return forestOf(map).order.flatMap((claim) =>
    map.claims
      .get(claim)!
      .attributions.filter(({ when }) => when.trim() === "")
      .map(({ id, holder }) => finding("undated", [claim, id], { claims: [claim], attribution: id, holder })),
  );
}
