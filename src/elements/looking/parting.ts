import type { Picture } from "#layout/picture.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/** The lines and badges of a part of a picture: those that are drawn as ever, and those that step back with their claims. */
export function partedBy(
  picture: Picture,
  map: ArgumentMap,
  stepsBack: (claim: ClaimId) => boolean,
): { readonly shown: Picture; readonly faded: Picture | null } {
  const { nodes } = forestOf(map);
  const isFaded = (relation: RelationId) => stepFades(map, relation, stepsBack);
  const drops = halves(picture.drops, ({ relation }) => isFaded(relation));
  const open = new Set<ClaimId>();
  for (const { relation } of drops.shown)
    for (const premise of map.relations.get(relation)?.premises ?? []) {
      const parent = nodes.get(premise)?.parent;
      if (parent) open.add(parent);
    }
  const trunks = halves(picture.trunks, ({ parent }) => stepsBack(parent) || !open.has(parent));
  const brackets = halves(picture.brackets, ({ relation }) => isFaded(relation));
  const curves = halves(picture.curves, ({ premise, relation }) => stepsBack(premise) || isFaded(relation));
  const parts = { drops, trunks, brackets, curves };
  if (Object.values(parts).every(({ faded }) => faded.length === 0)) return { shown: picture, faded: null };
  const half = (which: "shown" | "faded"): Picture => ({
    ...picture,
    drops: drops[which],
    trunks: trunks[which],
    brackets: brackets[which],
    curves: curves[which],
  });
  return { shown: half("shown"), faded: half("faded") };
}

/** A step goes with its premises, and with what it bears on. */
function stepFades(
  { relations }: ArgumentMap,
  id: RelationId,
  stepsBack: (claim: ClaimId) => boolean,
): boolean {
  const step = relations.get(id);
  if (step === undefined) return false;
  if (step.premises.every((premise) => stepsBack(premise))) return true;
  const { target } = step;
  if (target.type === "claim") return stepsBack(target.id);
  return relations.get(target.id)?.premises.every((premise) => stepsBack(premise)) ?? false;
}

function halves<Item>(items: readonly Item[], fades: (item: Item) => boolean) {
  const [shown, faded]: [Item[], Item[]] = [[], []];
  for (const item of items) (fades(item) ? faded : shown).push(item);
  return { shown, faded };
}
