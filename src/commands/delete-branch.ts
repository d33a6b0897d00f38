import type { Command } from "#commands/command.ts";
import { rehomeAfter } from "#commands/homes.ts";
import { revise, type Revision } from "#commands/revising.ts";
import { type Deletion, deletionOf } from "#commands/survivors.ts";
import { branchOf } from "#model/counts.ts";
import { forestOf } from "#model/forest.ts";
import { type ClaimId, compareIds } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { claimsAtHome, relationsNaming } from "#model/mentions.ts";
import { commandWords as words } from "#words/commands.ts";

export interface DeleteBranchInput {
  readonly claim: ClaimId;
}

/**
 * Deletes a claim and all that is drawn below it, except what also answers something that stays: that is drawn
 * there from now on. Steps that lose their last claim, and steps onto what is deleted, go as well, so that nothing is
 * left dangling; undo, and whoever brings a claim back after a merge, has them in the same change.
 */
export const deleteBranch: Command<DeleteBranchInput> = {
  name: "delete-branch",

  label(map, { claim }) {
    const children = forestOf(map).nodes.get(claim)?.children ?? [];
    return children.length === 0 ? words.deleteClaim : words.deleteBranch;
  },

  run(map, { claim }) {
    const forest = forestOf(map);
    if (!forest.nodes.has(claim)) return { refused: words.claimGone };
    const deletion = deletionOf(map, claim, branchOf(forest, claim));
    return revise(map, (revision) => {
      for (const id of deletion.claims) revision.claims.delete(id);
      for (const id of deletion.relations) revision.relations.delete(id);
      leaveOut(revision, map, deletion);
      rehomeAfter(revision, map, homeless(map, deletion));
    });
  },
};

/** Takes what is deleted out of the steps that stay. */
function leaveOut({ claims, relations }: Revision, before: ArgumentMap, deletion: Deletion): void {
  const naming = [...deletion.claims, ...deletion.relations].flatMap((id) =>
    relationsNaming(before.relations, id).map((step) => step.id),
  );
  for (const id of [...new Set(naming)].toSorted(compareIds)) {
    const step = relations.get(id);
    if (step === undefined) continue;
    const premises = step.premises.filter((premise) => claims.has(premise) || !before.claims.has(premise));
    const isParted = step.mutual !== null && before.relations.has(step.mutual) && !relations.has(step.mutual);
    if (premises.length === step.premises.length && !isParted) continue;
    relations.set(step.id, { ...step, premises, mutual: isParted ? null : step.mutual });
  }
}

/** Claims that stay, and whose home, or the step under which they were drawn, goes. */
function homeless(map: ArgumentMap, { claims, relations }: Deletion): ReadonlySet<ClaimId> {
  const { nodes } = forestOf(map);
  const found = new Set<ClaimId>();
  for (const step of relations) {
    const premises = map.relations.get(step)?.premises ?? [];
    const drawn = premises.filter((claim) => nodes.get(claim)?.relation === step);
    for (const id of [...drawn, ...claimsAtHome(map.claims, step).map((claim) => claim.id)])
      if (!claims.has(id)) found.add(id);
  }
  return found;
}
