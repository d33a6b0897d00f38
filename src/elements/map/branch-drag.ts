import { signal } from "@preact/signals-core";
import { type DropTarget, dropTargetAt } from "#elements/map/drop-target.ts";
import { dropBranch, dropRefusal } from "#elements/map/dropping.ts";
import type { Camera } from "#elements/map/camera.ts";
import type { Point } from "#layout/picture.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import { toMap } from "#session/viewport.ts";
import type { Workspace } from "#session/workspace.ts";

/** A branch in the air. */
export interface Carried {
  readonly claim: ClaimId;
  /** Where the pointer is, in screen pixels. */
  readonly at: Point;
  readonly target: DropTarget | null;
  /** Why it cannot be dropped here, in a sentence. */
  readonly refused: string | null;
}

/** How near to the edge of the screen a carried card moves the map, and how fast, in pixels. */
const edge = 48;
const speed = 14;

/** Carrying a branch from one place of the map to another. */
export class BranchDrag {
  readonly carried = signal<Carried | null>(null);
  readonly #workspace: Workspace;
  readonly #session: MapSession;
  readonly #camera: Camera;
  #frame = 0;

  constructor(workspace: Workspace, session: MapSession, camera: Camera) {
    this.#workspace = workspace;
    this.#session = session;
    this.#camera = camera;
  }

  lift(claim: ClaimId, at: Point): boolean {
    if (this.#session.editing.peek() !== null) return false;
    this.#session.take(claim, "stay");
    this.carry(at, claim);
    this.#frame = requestAnimationFrame(this.#drift);
    return true;
  }

  carry(at: Point, claim = this.carried.peek()?.claim): void {
    const picture = this.#session.picture.peek();
    if (claim === undefined || picture === null) return;
    const place = toMap(this.#camera.shown, at);
    const target = dropTargetAt(picture, this.#session.forest.peek(), claim, place);
    const refused = target === null ? null : dropRefusal(this.#session, claim, target);
    this.carried.value = { claim, at, target, refused };
  }

  /** Does what the drop says; a refusal is shown at the carried card. */
  drop(): void {
    const carried = this.carried.peek();
    this.cancel();
    if (carried === null || carried.target === null) return;
    const step = this.#workspace.platform.mint() as RelationId;
    dropBranch(this.#session, carried.claim, carried.target, step);
  }

  cancel(): void {
    cancelAnimationFrame(this.#frame);
    this.carried.value = null;
  }

  /** Near the edge of the screen the map comes towards the pointer. */
  readonly #drift = (): void => {
    const carried = this.carried.peek();
    if (carried === null) return;
    const { width, height } = this.#session.screen.peek();
    const by = { x: pull(carried.at.x, width), y: pull(carried.at.y, height) };
    if (by.x !== 0 || by.y !== 0) {
      this.#camera.pan(by);
      this.carry(carried.at);
    }
    this.#frame = requestAnimationFrame(this.#drift);
  };
}

function pull(at: number, length: number): number {
  if (at < edge) return (speed * Math.min(edge, edge - at)) / edge;
  if (at > length - edge) return (-speed * Math.min(edge, at - length + edge)) / edge;
  return 0;
}
