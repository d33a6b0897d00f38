import { bearingOn } from "#model/bearing.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { byOrder } from "#model/order.ts";
import { onClaim, onRelation, type Relation, type Target } from "#model/relation.ts";

/** What is right above and right below each claim of a map. No claim is listed twice, or beside itself. */
export interface Surroundings {
  /** The steps that a claim takes, in the author's order. */
  stepsFrom(claim: ClaimId): readonly Relation[];
  /** The steps onto a claim or onto a step, in the author's order. */
  stepsOn(target: Target): readonly Relation[];
  /** The premises of a step that the map has. */
  premisesOf(step: Relation): readonly ClaimId[];
  /** What a claim answers: of a step that it attacks or backs, the premises. */
  answeredBy(claim: ClaimId): readonly ClaimId[];
  /** What answers a claim or a step that it takes. */
  answersTo(claim: ClaimId): readonly ClaimId[];
}

const known = new WeakMap<ArgumentMap, Surroundings>();

/** Looked up in one pass over the map; asked again for the same map, it is there. */
export function surroundingsIn(map: ArgumentMap): Surroundings {
  const found = known.get(map) ?? lookUp(map);
  known.set(map, found);
  return found;
}

function lookUp(map: ArgumentMap): Surroundings {
  const bearing = bearingOn(map);
  const taken = stepsTaken(map);
  const stepsOn = (target: Target) => bearing(target).toSorted(byOrder);
  const stepsFrom = (claim: ClaimId) => (taken.get(claim) ?? []).toSorted(byOrder);
  const premisesOf = ({ premises }: Relation) => [...new Set(premises)].filter((id) => map.claims.has(id));
  const endsOf = ({ target }: Relation): readonly ClaimId[] => {
    if (target.type === "claim") return map.claims.has(target.id) ? [target.id] : [];
    const step = map.relations.get(target.id);
    return step === undefined ? [] : premisesOf(step);
  };
  const answersTo = (claim: ClaimId) => {
    const targets = [onClaim(claim), ...stepsFrom(claim).map(({ id }) => onRelation(id))];
    return without(claim, targets.flatMap(stepsOn).flatMap(premisesOf));
  };
  return {
    stepsFrom,
    stepsOn,
    premisesOf,
    answeredBy: remembered((claim) => without(claim, stepsFrom(claim).flatMap(endsOf))),
    answersTo: remembered(answersTo),
  };
}

/** A claim may have thousands of answers, and is asked for them again and again. */
function remembered(ways: (claim: ClaimId) => readonly ClaimId[]): (claim: ClaimId) => readonly ClaimId[] {
  const found = new Map<ClaimId, readonly ClaimId[]>();
  return (claim) => {
    const claims = found.get(claim) ?? ways(claim);
    found.set(claim, claims);
    return claims;
  };
}

function stepsTaken({ relations }: ArgumentMap): ReadonlyMap<ClaimId, readonly Relation[]> {
  const taken = new Map<ClaimId, Relation[]>();
  for (const relation of relations.values()) {
    for (const premise of new Set(relation.premises)) {
      const list = taken.get(premise);
      if (list === undefined) taken.set(premise, [relation]);
      else list.push(relation);
    }
  }
  return taken;
}

function without(claim: ClaimId, others: readonly ClaimId[]): readonly ClaimId[] {
  return [...new Set(others)].filter((other) => other !== claim);
}
