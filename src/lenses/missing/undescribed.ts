import { type Finding, finding } from "#lenses/missing/finding.ts";
import { forestOf } from "#model/forest.ts";
import type { ArgumentMap } from "#model/map.ts";

/** Images that nothing is said of in words, for whoever does not see them. */
export function undescribed(map: ArgumentMap): readonly Finding[] {
  return forestOf(map).order.flatMap((claim) =>
    map.claims
      .get(claim)!
      .images.filter(({ alternative }) => alternative.trim() === "")
      .map(({ id, caption }) =>
        finding("undescribed", [claim, id], { claims: [claim], detail: caption.trim() }),
      ),
  );
}
