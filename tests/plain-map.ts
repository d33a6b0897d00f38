import { newClaim } from "#model/claim.ts";
import { type ClaimId, compareIds, type RelationId } from "#model/ids.ts";
import { type ArgumentMap, emptyMap } from "#model/map.ts";
import { onClaim, onRelation, type Relation } from "#model/relation.ts";
import { below, chance, pick, type Random } from "./random-map.ts";

export const orders = ["a0", "a1", "a2", "a2V", "a3"] as const;

/** A map in which nearly every claim stands at its home: with undercutters, co-premises, cross-links and self-answers. */
export function plainMap(random: Random, size: number): ArgumentMap {
  const claims: ArgumentMap["claims"] & Map<ClaimId, ReturnType<typeof newClaim>> = new Map();
  const relations = new Map<RelationId, Relation>();
  const put = (premises: readonly ClaimId[], target: Relation["target"]): RelationId => {
    const id = `r${below(random, 1e9)}` as RelationId;
    const kind = pick(random, ["supports", "opposes"] as const);
    const order = pick(random, orders);
    relations.set(id, { id, kind, premises: premises.toSorted(compareIds), target, order, mutual: null });
    return id;
  };
  const target = () => {
    const step = pick(random, [...relations.keys()]);
    return chance(random, 0.25) && step !== undefined
      ? onRelation(step)
      : onClaim(pick(random, [...claims.keys()])!);
  };
  while (claims.size < size) {
    const id = `c${below(random, 1e9)}` as ClaimId;
    const step = pick(random, [...relations.values()]);
    if (claims.size === 0 || chance(random, 0.1))
      claims.set(id, newClaim(id, { order: pick(random, orders) }));
    else if (step !== undefined && chance(random, 0.2)) {
      relations.set(step.id, { ...step, premises: [...step.premises, id].toSorted(compareIds) });
      claims.set(id, newClaim(id, { home: step.id, order: pick(random, orders) }));
    } else {
      const home = put([id], target());
      claims.set(id, newClaim(id, { home, order: pick(random, orders) }));
    }
  }
  for (const claim of claims.values())
    if (chance(random, claim.home === null ? 0.1 : 0.15)) put([claim.id], target());
  return { ...emptyMap("m" as ArgumentMap["id"]), claims, relations };
}
