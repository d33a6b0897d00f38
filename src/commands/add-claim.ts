import type { Command } from "#commands/command.ts";
import { type After, orderOnto } from "#commands/placing.ts";
import { refuseTarget, revise, tidied } from "#commands/revising.ts";
import { newClaim } from "#model/claim.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { RelationKind, Target } from "#model/relation.ts";
import { commandWords as words } from "#words/commands.ts";

export interface AddClaimInput {
  /** Fresh ids for the claim and for its step. */
  readonly id: ClaimId;
  readonly relation: RelationId;
  readonly kind: RelationKind;
  /** The claim that it answers, or the step: an objection to a step is an undercutter. */
  readonly target: Target;
  readonly text: string;
  readonly after?: After<RelationId>;
}

/** Adds a claim that answers a claim or a step. */
export const addClaim: Command<AddClaimInput> = {
  name: "add-claim",

  label(_, { kind, target }) {
    if (target.type === "claim") return kind === "supports" ? words.addReason : words.addObjection;
    return kind === "supports" ? words.addStepReason : words.addStepObjection;
  },

  run(map, { id, relation, kind, target, text, after }) {
    if (map.claims.has(id) || map.relations.has(relation)) return { refused: words.taken };
    return (
      refuseTarget(map, target) ??
      revise(map, (revision) => {
        const order = orderOnto(revision, target, after);
        revision.relations.set(relation, { id: relation, kind, premises: [id], target, order, mutual: null });
        revision.claims.set(id, newClaim(id, { text: tidied(text), home: relation }));
      })
    );
  },
};
