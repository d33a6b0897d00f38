import { effect } from "@preact/signals-core";
import { BranchDrag } from "#elements/map/branch-drag.ts";
import type { Camera } from "#elements/map/camera.ts";
import { ClaimCard } from "#elements/map/claim-card.ts";
import { Gestures } from "#elements/map/gestures.ts";
import { ScrollPort } from "#elements/map/scroll-port.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";

/** All that pointers do on the map, from when it is made until `stop`. */
export class Pointing {
  readonly drag: BranchDrag;
  readonly #gestures: Gestures;
  readonly #listening = new AbortController();
  readonly #stop: () => void;

  constructor(workspace: Workspace, session: MapSession, camera: Camera, ground: HTMLElement) {
    const drag = new BranchDrag(workspace, session, camera, ground);
    const gestures = new Gestures(ground, camera, {
      claimAt: (event) => cardOf(event)?.face.claim ?? null,
      lift: (claim, at) => drag.lift(claim, at),
      carry: (at) => drag.carry(at),
      drop: () => drag.drop(),
      cancel: () => drag.cancel(),
    });
    const port = new ScrollPort(ground, (by) => camera.pan(by));
    const { signal } = this.#listening;
    gestures.listen(signal);
    port.listen(signal);
    addEventListener("keydown", this.#putBack, { signal, capture: true });
    this.#stop = effect(() => {
      void session.screen.value;
      port.rest();
    });
    this.drag = drag;
    this.#gestures = gestures;
  }

  stop(): void {
    this.drag.cancel();
    this.#listening.abort();
    this.#stop();
  }

  /** Escape puts a carried branch back. */
  readonly #putBack = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || this.drag.carried.peek() === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.#gestures.cancel();
  };
}

/** The card on which an event happened. */
export function cardOf(event: Event): ClaimCard | null {
  return event.composedPath().find((node): node is ClaimCard => node instanceof ClaimCard) ?? null;
}
