import { curveKey } from "#elements/map/map-lines.ts";
import type { Picture } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/** Keys of the cross-links that have the claim in hand at one end. */
export function forwardCurves(
  picture: Picture,
  map: ArgumentMap,
  inHand: ClaimId | null,
): ReadonlySet<string> {
  if (inHand === null) return new Set();
  const touching = picture.curves.filter(({ premise, relation }) => {
    if (premise === inHand) return true;
    const target = map.relations.get(relation)?.target;
    if (target === undefined) return false;
    if (target.type === "claim") return target.id === inHand;
    return map.relations.get(target.id)?.premises.includes(inHand) ?? false;
  });
  return new Set(touching.map(curveKey));
}
