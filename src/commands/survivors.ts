import { bearingOn } from "#model/bearing.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { onClaim, onRelation, type Relation, type Target } from "#model/relation.ts";

/** What stays when a branch is deleted. */
export interface Survivors {
  readonly claims: ReadonlySet<ClaimId>;
  readonly relations: ReadonlySet<RelationId>;
}

/**
 * What stays when `top` is deleted with its branch: all that is outside, whatever answers something that stays, and
 * so on. `top` itself goes in any case. A step stays with its target, as long as a claim takes it; steps that
 * bore on nothing, or that no claim took, stay as they were.
 */
export function survivorsOf(map: ArgumentMap, top: ClaimId, branch: ReadonlySet<ClaimId>): Survivors {
  const onto = bearingOn(map);
  const claims = new Set([...map.claims.keys()].filter((id) => !branch.has(id)));
  const relations = new Set<RelationId>();
  const waiting = [...claims].flatMap((claim) => onto(onClaim(claim)));
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (relations.has(step.id)) continue;
    const takers = step.premises.filter((premise) => map.claims.has(premise) && premise !== top);
    for (const claim of takers) {
      if (claims.has(claim)) continue;
      claims.add(claim);
      waiting.push(...onto(onClaim(claim)));
    }
    if (takers.length === 0) continue;
    relations.add(step.id);
    waiting.push(...onto(onRelation(step.id)));
  }
  const touched = touchedSteps(map, onto, claims);
  for (const id of map.relations.keys()) if (!touched.has(id)) relations.add(id);
  return { claims, relations };
}

/** The steps that go with the deleted claims: those that bear on them, those that only they take, and what bears on these. */
function touchedSteps(
  map: ArgumentMap,
  onto: (target: Target) => readonly Relation[],
  claims: ReadonlySet<ClaimId>,
): ReadonlySet<RelationId> {
  const isDeleted = (id: ClaimId) => map.claims.has(id) && !claims.has(id);
  const waiting = [...map.relations.values()].filter(
    ({ premises, target }) =>
      (target.type === "claim" && isDeleted(target.id)) ||
      (premises.some(isDeleted) && !premises.some((premise) => claims.has(premise))),
  );
  const touched = new Set<RelationId>();
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (touched.has(step.id)) continue;
    touched.add(step.id);
    waiting.push(...onto(onRelation(step.id)));
  }
  return touched;
}
