import type { DropTarget } from "#elements/map/drop-target.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
export function moveRefusal(_session: MapSession, _claim: ClaimId, _target: DropTarget): string | null {
  return null;
}
export function moveTo(_w: Workspace, _session: MapSession, _claim: ClaimId, _target: DropTarget): void {}
