import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { RelationKind, Target } from "#model/relation.ts";

/** That a claim answers another, as a person reads it: who attacks or backs a step answers its premises. */
export interface Answer {
  readonly answering: ClaimId;
  readonly answered: ClaimId;
  readonly kind: RelationKind;
}

const known = new WeakMap<ArgumentMap, readonly Answer[]>();

/** Who answers whom, in the tree and by cross-links alike. Asked again for the same map, it is there. */
export function answersIn(map: ArgumentMap): readonly Answer[] {
  const found = known.get(map) ?? findAnswers(map);
  known.set(map, found);
  return found;
}

function findAnswers(map: ArgumentMap): readonly Answer[] {
  const found: Answer[] = [];
  for (const { premises, target, kind } of map.relations.values()) {
    const ends = endsOf(map, target);
    if (ends.length === 0) continue;
    for (const answering of premises) {
      if (!map.claims.has(answering)) continue;
      for (const answered of ends)
        if (answered !== answering && map.claims.has(answered)) found.push({ answering, answered, kind });
    }
  }
  return found;
}

function endsOf({ relations }: ArgumentMap, target: Target): readonly ClaimId[] {
  return target.type === "claim" ? [target.id] : (relations.get(target.id)?.premises ?? []);
}
