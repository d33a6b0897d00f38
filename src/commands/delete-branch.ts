import type { Command } from "#commands/command.ts";
import { rehome } from "#commands/homes.ts";
import { revise, type Revision } from "#commands/revising.ts";
import { survivorsOf } from "#commands/survivors.ts";
import { branchOf } from "#model/counts.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
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
    const { claims: kept, relations: keptSteps } = survivorsOf(map, claim, branchOf(forest, claim));
    return revise(map, (revision) => {
      for (const id of map.claims.keys()) if (!kept.has(id)) revision.claims.delete(id);
      for (const id of map.relations.keys()) if (!keptSteps.has(id)) revision.relations.delete(id);
      leaveOut(revision, map);
      rehome(revision, map, homeless(map, kept, keptSteps));
    });
  },
};

/** Takes what is deleted out of the steps that stay. */
function leaveOut({ claims, relations }: Revision, before: ArgumentMap): void {
  for (const step of relations.values()) {
    const premises = step.premises.filter((premise) => claims.has(premise) || !before.claims.has(premise));
    const isParted = step.mutual !== null && before.relations.has(step.mutual) && !relations.has(step.mutual);
    if (premises.length === step.premises.length && !isParted) continue;
    relations.set(step.id, { ...step, premises, mutual: isParted ? null : step.mutual });
  }
}

/** Claims that stay, and whose home, or the step under which they were drawn, goes. */
function homeless(
  map: ArgumentMap,
  kept: ReadonlySet<ClaimId>,
  keptSteps: ReadonlySet<RelationId>,
): ReadonlySet<ClaimId> {
  const { nodes } = forestOf(map);
  const isGone = (step: RelationId | null) =>
    step !== null && map.relations.has(step) && !keptSteps.has(step);
  const found = [...kept].filter(
    (id) => isGone(map.claims.get(id)!.home) || isGone(nodes.get(id)?.relation ?? null),
  );
  return new Set(found);
}
