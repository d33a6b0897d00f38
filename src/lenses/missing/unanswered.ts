import { type Finding, finding } from "#lenses/missing/finding.ts";
import { type Objection, objectionsIn } from "#lenses/objections.ts";
import { forestOf } from "#model/forest.ts";
import { type ClaimId, compareIds } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/** Objections to which nobody replies: one finding a step, at its first premise. */
export function unanswered(map: ArgumentMap): readonly Finding[] {
  const open = new Map<ClaimId, Objection[]>();
  for (const objection of objectionsIn(map).all) {
    if (objection.hasReply) continue;
    const [first] = objection.premises;
    const others = open.get(first!);
    if (others === undefined) open.set(first!, [objection]);
    else others.push(objection);
  }
  return forestOf(map).order.flatMap((claim) =>
    (open.get(claim) ?? [])
      .toSorted((a, b) => compareIds(a.relation.id, b.relation.id))
      .map(({ relation, premises }) =>
        finding("unanswered", [relation.id], { claims: premises, relation: relation.id }),
      ),
  );
}
