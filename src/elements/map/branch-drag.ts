import { signal } from "@preact/signals-core";
import type { DropTarget } from "#elements/map/drop-target.ts";
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

/** Where a branch may go, what it does there, and how that looks: fetched when one is first lifted. */
async function loadRules() {
  const [{ landingAt, dropBranch }, { dropLook, dropMark, ghost }] = await Promise.all([
    import("#elements/map/dropping.ts"),
    import("#elements/map/drop-overlays.ts"),
  ]);
  return { landingAt, dropBranch, dropLook, dropMark, ghost };
}

/** Carrying a branch from one place of the map to another. */
export class BranchDrag {
  readonly carried = signal<Carried | null>(null);
  /** `null` until they are here. */
  rules: Awaited<ReturnType<typeof loadRules>> | null = null;
  readonly #workspace: Workspace;
  readonly #session: MapSession;
  readonly #camera: Camera;
  readonly #ground: HTMLElement;
  #frame = 0;

  constructor(workspace: Workspace, session: MapSession, camera: Camera, ground: HTMLElement) {
    this.#ground = ground;
    this.#workspace = workspace;
    this.#session = session;
    this.#camera = camera;
  }

  lift(claim: ClaimId, at: Point): boolean {
    if (this.#session.editing.peek() !== null) return false;
    this.#session.take(claim, "stay");
    this.carry(at, claim);
    if (this.rules === null) void this.#fetchRules();
    this.#frame = requestAnimationFrame(this.#drift);
    return true;
  }

  carry(at: Point, claim = this.carried.peek()?.claim): void {
    const picture = this.#session.picture.peek();
    if (claim === undefined || picture === null) return;
    const place = toMap(this.#camera.shown, at);
    const found = this.rules?.landingAt(this.#session, picture, claim, place);
    this.carried.value = { claim, at, ...(found ?? { target: null, refused: null }) };
  }

  /** Does what the drop says; a refusal is shown at the carried card. */
  drop(): void {
    const carried = this.carried.peek();
    this.cancel();
    if (carried === null) return;
    if (this.rules === null) void this.#fetchRules().then(() => this.#land(carried));
    else this.#land(carried);
  }

  #land({ claim, at }: Carried): void {
    const picture = this.#session.picture.peek();
    if (picture === null || this.rules === null) return;
    const { target } = this.rules.landingAt(this.#session, picture, claim, toMap(this.#camera.shown, at));
    const step = this.#workspace.platform.mint() as RelationId;
    if (target !== null) this.rules.dropBranch(this.#session, claim, target, step);
  }

  async #fetchRules(): Promise<void> {
    this.rules = await loadRules().catch(() => null);
    const sheet = this.rules?.dropLook.styleSheet;
    const tree = this.#ground.getRootNode();
    if (sheet && tree instanceof ShadowRoot) tree.adoptedStyleSheets.push(sheet);
    const carried = this.carried.peek();
    if (carried !== null) this.carry(carried.at);
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
