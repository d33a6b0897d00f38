import { compareIds, type ClaimId, type RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { relationsNaming } from "#model/mentions.ts";
import type { Relation } from "#model/relation.ts";

/** What goes when a branch is deleted. */
export interface Deletion {
  readonly claims: ReadonlySet<ClaimId>;
  /** By id. */
  readonly relations: ReadonlySet<RelationId>;
}

/**
 * What goes when `top` is deleted with its branch, by what the branch names and what names it. Whatever answers
 * something that stays does, and so on; `top` itself goes in any case. A step stays with its target, as long as a claim
 * takes it; steps that bore on nothing, or that no claim took, stay as they were.
 */
export function deletionOf(map: ArgumentMap, top: ClaimId, branch: ReadonlySet<ClaimId>): Deletion {
  const surviving = survivorsIn(map, top, branch);
  const claims = new Set([...branch].filter((claim) => !surviving.has(claim)));
  const staying = (step: Relation) => {
    const end = hasTaker(map, step, top) ? endOf(map, step, top) : null;
    return end !== null && !claims.has(end);
  };
  const gone = touchedSteps(map, claims).filter((step) => !staying(step));
  return { claims, relations: new Set(gone.map(({ id }) => id).toSorted(compareIds)) };
}

/** The claims of the branch that stay. */
function survivorsIn(map: ArgumentMap, top: ClaimId, branch: ReadonlySet<ClaimId>): ReadonlySet<ClaimId> {
  const answering = new Map<ClaimId, ClaimId[]>();
  const waiting: ClaimId[] = [];
  for (const claim of branch) {
    if (claim === top) continue;
    for (const step of relationsNaming(map.relations, claim)) {
      const end = step.premises.includes(claim) ? endOf(map, step, top) : null;
      if (end === null) continue;
      if (branch.has(end)) answering.set(end, [...(answering.get(end) ?? []), claim]);
      else waiting.push(claim);
    }
  }
  const survivors = new Set<ClaimId>();
  for (let claim = waiting.pop(); claim !== undefined; claim = waiting.pop()) {
    if (survivors.has(claim)) continue;
    survivors.add(claim);
    waiting.push(...(answering.get(claim) ?? []));
  }
  return survivors;
}

/** The claim that a step leads to in the end, over steps that a claim besides `top` takes; `null` where there is none. */
function endOf({ claims, relations }: ArgumentMap, step: Relation, top: ClaimId): ClaimId | null {
  const passed = new Set<Relation>();
  let at = step;
  while (at.target.type === "relation") {
    const next = relations.get(at.target.id);
    if (next === undefined || passed.has(next) || !hasTaker({ claims }, next, top)) return null;
    passed.add(next);
    at = next;
  }
  return claims.has(at.target.id) ? at.target.id : null;
}

function hasTaker({ claims }: Pick<ArgumentMap, "claims">, { premises }: Relation, top: ClaimId): boolean {
  return premises.some((premise) => premise !== top && claims.has(premise));
}

/** The steps that go with the deleted claims: those that bear on them, those that only they take, and what bears on these. */
function touchedSteps(map: ArgumentMap, deleted: ReadonlySet<ClaimId>): readonly Relation[] {
  const stays = (claim: ClaimId) => map.claims.has(claim) && !deleted.has(claim);
  const waiting = [...deleted].flatMap((claim) =>
    relationsNaming(map.relations, claim).filter(
      ({ premises, target }) =>
        (target.type === "claim" && target.id === claim) ||
        (premises.includes(claim) && !premises.some(stays)),
    ),
  );
  const touched = new Set<Relation>();
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    const { id } = step;
    if (touched.has(step)) continue;
    touched.add(step);
    const naming = relationsNaming(map.relations, id);
    waiting.push(...naming.filter(({ target }) => target.type === "relation" && target.id === id));
  }
  return [...touched];
}
