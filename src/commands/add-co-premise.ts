import type { Command } from "#commands/command.ts";
import { type After, drawnPremises, orderAmongClaims } from "#commands/placing.ts";
import { revise, tidied } from "#commands/revising.ts";
import { newClaim } from "#model/claim.ts";
import { forestOf } from "#model/forest.ts";
import { type ClaimId, compareIds, type RelationId } from "#model/ids.ts";
import { commandWords as words } from "#words/commands.ts";

export interface AddCoPremiseInput {
  readonly relation: RelationId;
  /** A fresh id for the claim. */
  readonly id: ClaimId;
  readonly text: string;
  readonly after?: After<ClaimId>;
}

/** Adds a claim that bears on a step's target only together with the step's other premises. */
export const addCoPremise: Command<AddCoPremiseInput> = {
  name: "add-co-premise",

  label: () => words.addCoPremise,

  run(map, { relation, id, text, after }) {
    const step = map.relations.get(relation);
    if (step === undefined) return { refused: words.stepGone };
    if (map.claims.has(id)) return { refused: words.taken };
    return revise(map, (revision) => {
      const order = orderAmongClaims(revision, drawnPremises(map, forestOf(map), step), after);
      const premises = [...new Set([...step.premises, id])].toSorted(compareIds);
      revision.relations.set(relation, { ...step, premises });
      revision.claims.set(id, newClaim(id, { text: tidied(text), home: relation, order }));
    });
  },
};
