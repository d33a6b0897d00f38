import { isRefusal } from "#commands/command.ts";
import { moveBranch, type MoveBranchInput } from "#commands/move-branch.ts";
import { reorder, type ReorderInput } from "#commands/reorder.ts";
import { type DropTarget, dropTargetAt } from "#elements/map/drop-target.ts";
import type { Picture, Point } from "#layout/picture.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import { onClaim } from "#model/relation.ts";
import type { MapSession } from "#session/map-session.ts";

/** Where a carried branch would go, and why it cannot go there, if so. */
export function landingAt(
  session: MapSession,
  picture: Picture,
  claim: ClaimId,
  at: Point,
): { readonly target: DropTarget | null; readonly refused: string | null } {
  const target = dropTargetAt(picture, session.forest.peek(), claim, at);
  return { target, refused: target === null ? null : dropRefusal(session, claim, target) };
}

/** Why a branch cannot go there, in a sentence; `null` where it can. */
function dropRefusal(session: MapSession, claim: ClaimId, target: DropTarget): string | null {
  const map = session.map.peek();
  const outcome =
    target.type === "onto"
      ? moveBranch.run(map, moveInput(claim, target, "" as RelationId))
      : reorder.run(map, reorderInput(claim, target));
  return isRefusal(outcome) ? outcome.refused : null;
}

/** Drops a branch; a refusal is said at its card. `step` is a fresh id. */
export function dropBranch(session: MapSession, claim: ClaimId, target: DropTarget, step: RelationId): void {
  const outcome =
    target.type === "onto"
      ? session.run(moveBranch, moveInput(claim, target, step), claim)
      : session.run(reorder, reorderInput(claim, target), claim);
  if (!isRefusal(outcome)) session.take(claim);
}

function moveInput(
  claim: ClaimId,
  target: DropTarget & { type: "onto" },
  relation: RelationId,
): MoveBranchInput {
  return { claim, onto: onClaim(target.claim), kind: target.kind, relation };
}

function reorderInput(claim: ClaimId, target: DropTarget & { type: "beside" }): ReorderInput {
  return target.place === "before" ? { claim, before: target.claim } : { claim, after: target.claim };
}
