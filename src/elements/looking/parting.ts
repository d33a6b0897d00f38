import type { Sights } from "#elements/map/sights.ts";
import type { Curve, Drop, Picture, PlacedBracket, Trunk } from "#layout/picture.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

type Fading = Sights["fades"];

/**
 * Whether a line steps back with its claims: a step goes with all its premises, and with what it bears on; a trunk with
 * its claim, and with the last of the answers that it leads to.
 */
export function fadingOf(map: ArgumentMap, stepsBack: (claim: ClaimId) => boolean): Fading {
  const { nodes } = forestOf(map);
  const { relations } = map;
  const allBack = (relation: RelationId) => {
    const premises = relations.get(relation)?.premises ?? [];
    return premises.length > 0 && premises.every((premise) => stepsBack(premise));
  };
  const isFaded = (relation: RelationId | null) => {
    const target = relation === null ? undefined : relations.get(relation)?.target;
    if (relation === null || target === undefined) return false;
    return allBack(relation) || (target.type === "claim" ? stepsBack(target.id) : allBack(target.id));
  };
  const isLive = (answer: ClaimId) => !stepsBack(answer) && !isFaded(nodes.get(answer)?.relation ?? null);
  return (line) => {
    if ("parent" in line)
      return stepsBack(line.parent) || !nodes.get(line.parent)?.children.some((answer) => isLive(answer));
    return ("premise" in line && stepsBack(line.premise)) || isFaded(line.relation);
  };
}

/** The lines and badges of a part of a picture: those that are drawn as ever, and those that step back. */
export function partedBy(picture: Picture, fades: Fading): ReturnType<Sights["parted"]> {
  const half = (isFaded: boolean): Picture => {
    const wanted = (line: Trunk | Drop | PlacedBracket | Curve) => fades(line) === isFaded;
    return {
      ...picture,
      trunks: picture.trunks.filter(wanted),
      drops: picture.drops.filter(wanted),
      brackets: picture.brackets.filter(wanted),
      curves: picture.curves.filter(wanted),
    };
  };
  const faded = half(true);
  const { trunks, drops, brackets, curves } = faded;
  if (trunks.length + drops.length + brackets.length + curves.length === 0)
    return { shown: picture, faded: null };
  return { shown: half(false), faded };
}
