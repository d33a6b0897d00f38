import type { Command, Refusal } from "#commands/command.ts";
import { type After, orderOnto, relationsOnto } from "#commands/placing.ts";
import { refuseTarget, revise } from "#commands/revising.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { RelationKind, Target } from "#model/relation.ts";
import { commandWords as words } from "#words/commands.ts";

export interface LinkClaimInput {
  readonly claim: ClaimId;
  readonly kind: RelationKind;
  readonly target: Target;
  /** A fresh id. */
  readonly relation: RelationId;
  readonly after?: After<RelationId>;
}

/** Lets a claim answer something else as well. It stays drawn where it is, but a thesis that answers something is none any more. */
export const linkClaim: Command<LinkClaimInput> = {
  name: "link-claim",

  label: () => words.linkClaim,

  run(map, { claim, kind, target, relation, after }) {
    if (!map.claims.has(claim)) return { refused: words.claimGone };
    if (map.relations.has(relation)) return { refused: words.taken };
    return (
      refuseTarget(map, target) ??
      refuseLink(map, claim, target) ??
      revise(map, (revision) => {
        const order = orderOnto(revision, target, after);
        revision.relations.set(relation, {
          id: relation,
          kind,
          premises: [claim],
          target,
          order,
          mutual: null,
        });
      })
    );
  },
};

function refuseLink(map: ArgumentMap, claim: ClaimId, target: Target): Refusal | null {
  if (target.type === "claim" && target.id === claim) return { refused: words.answersItself };
  if (target.type === "relation" && map.relations.get(target.id)?.premises.includes(claim) === true) {
    return { refused: words.answersOwnStep };
  }
  const isDouble = relationsOnto(map, target).some(({ premises }) => premises.includes(claim));
  return isDouble ? { refused: words.alreadyAnswers } : null;
}
