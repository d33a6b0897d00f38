import type { Command } from "#commands/command.ts";
import { detach } from "#commands/detaching.ts";
import { rehome } from "#commands/homes.ts";
import { revise } from "#commands/revising.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import { onClaim } from "#model/relation.ts";
import { commandWords as words } from "#words/commands.ts";

export interface UnlinkInput {
  readonly premise: ClaimId;
  readonly relation: RelationId;
}

/**
 * Takes a claim out of a step. If it was drawn there, it is drawn under another of its steps, or becomes a thesis.
 * Objections to a step that goes with it become objections to the claim.
 */
export const unlink: Command<UnlinkInput> = {
  name: "unlink",

  label: () => words.unlink,

  run(map, { premise, relation }) {
    const claim = map.claims.get(premise);
    if (claim === undefined) return { refused: words.claimGone };
    if (map.relations.get(relation)?.premises.includes(premise) !== true)
      return { refused: words.notAPremise };
    const isDrawnThere = forestOf(map).nodes.get(premise)?.relation === relation;
    return revise(map, (revision) => {
      detach(revision, premise, relation, onClaim(premise));
      rehome(revision, map, new Set(isDrawnThere || claim.home === relation ? [premise] : []));
    });
  },
};
