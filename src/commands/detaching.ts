import { type HasClaims, orderOnto } from "#commands/placing.ts";
import { dropRelation, type Revision } from "#commands/revising.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { Relation, Target } from "#model/relation.ts";

/** Whether a claim is the only one in the map that takes this step. */
export function isSolePremise({ claims }: HasClaims, step: Relation, claim: ClaimId): boolean {
  return step.premises.every((premise) => premise === claim || !claims.has(premise));
}

/**
 * Takes a claim out of a step. Its co-premises keep the step; a step that is left without any claim goes, and what
 * was said about that step is said of `into` from now on, so that no branch loses its place.
 */
export function detach(revision: Revision, claim: ClaimId, relation: RelationId, into: Target): void {
  const step = revision.relations.get(relation);
  if (step === undefined) return;
  if (!isSolePremise(revision, step, claim)) {
    revision.relations.set(relation, without(step, claim));
    return;
  }
  const gone = [relation];
  for (let next = gone.pop(); next !== undefined; next = gone.pop()) {
    dropRelation(revision, next);
    gone.push(...retarget(revision, next, into));
  }
}

/** Turns what bears on a relation that is gone to another target. Returns the relations that would then answer themselves. */
function retarget(revision: Revision, gone: RelationId, into: Target): readonly RelationId[] {
  const selfAnswers: RelationId[] = [];
  for (const found of revision.relations.values()) {
    if (found.target.type !== "relation" || found.target.id !== gone) continue;
    const itself = into.type === "claim" && found.premises.includes(into.id) ? into.id : null;
    if (itself !== null && isSolePremise(revision, found, itself)) {
      selfAnswers.push(found.id);
      continue;
    }
    const kept = itself === null ? found : without(found, itself);
    const order = orderOnto(revision, into, undefined);
    revision.relations.set(found.id, { ...kept, target: into, order });
  }
  return selfAnswers;
}

function without(step: Relation, claim: ClaimId): Relation {
  return { ...step, premises: step.premises.filter((premise) => premise !== claim) };
}
