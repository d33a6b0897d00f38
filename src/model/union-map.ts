import type { ArgumentMap } from "#model/map.ts";
import type { Relation } from "#model/relation.ts";

/**
 * The second of two maps with the claims that it has no more, where they stood in the first: what a comparison is drawn
 * on. Steps that went are in it only for the sake of claims that went.
 */
export function withRemovedClaims(before: ArgumentMap, after: ArgumentMap): ArgumentMap {
  const removed = [...before.claims.values()].filter(({ id }) => !after.claims.has(id));
  if (removed.length === 0) return after;
  const claims = new Map(after.claims);
  for (const claim of removed) claims.set(claim.id, claim);
  const isRemoved = new Set(removed.map(({ id }) => id));
  const relations = new Map(after.relations);
  for (const relation of before.relations.values()) {
    const gone = relation.premises.filter((premise) => isRemoved.has(premise));
    if (gone.length > 0) relations.set(relation.id, joined(after.relations.get(relation.id), relation, gone));
  }
  return { ...after, claims, relations };
}

function joined(now: Relation | undefined, then: Relation, gone: Relation["premises"]): Relation {
  if (now === undefined) return { ...then, premises: gone };
  return { ...now, premises: [...new Set([...now.premises, ...gone])] };
}
