import type { Point, Rect, Size } from "#layout/picture.ts";
import type { MapSession } from "#session/map-session.ts";
import {
  type CameraWish,
  centredOn,
  fitted,
  leastScale,
  panned,
  revealing,
  type Viewport,
  zoomedAround,
} from "#session/viewport.ts";

/**
 * What part of the map is on screen. `session.viewport` says where the camera is going; `shown` is where it is
 * on its way there.
 */
export class Camera {
  readonly #session: MapSession;
  readonly #progress: () => number;
  #from: Viewport | null = null;

  /** `progress` says how far the move has come, from 0 to 1. */
  constructor(session: MapSession, progress: () => number) {
    this.#session = session;
    this.#progress = progress;
  }

  /** Where it is now. */
  get shown(): Viewport {
    const to = this.#session.viewport.peek();
    const progress = this.#progress();
    return this.#from === null || progress === 1 ? to : between(this.#from, to, progress);
  }

  /** Begins a move from where it is now; the caller starts the clock. */
  travel(to: Viewport): void {
    this.#from = this.shown;
    this.#session.viewport.value = to;
  }

  /** Stays where it is: a hand has taken hold of the map. */
  hold(): void {
    const { shown } = this;
    if (this.#from !== null) this.#session.viewport.value = shown;
    this.#from = null;
  }

  pan(by: Point): void {
    this.hold();
    this.#session.viewport.value = panned(this.#session.viewport.peek(), by);
  }

  /** Zooms by a factor around a point of the screen. */
  zoom(at: Point, factor: number): void {
    this.hold();
    const { viewport, picture, screen } = this.#session;
    const view = viewport.peek();
    const least = leastScale(picture.peek()?.bounds ?? null, screen.peek());
    viewport.value = zoomedAround(view, at, view.scale * factor, least);
  }
}

/** The part of the picture that a wish is about. */
export interface Scene {
  readonly bounds: Rect;
  readonly screen: Size;
  /** What is not free at the left edge of the screen, in CSS pixels. */
  readonly covered: number;
  rectOf(claim: (CameraWish & { type: "reveal" })["claim"]): Rect | null;
}

/** Where a wish takes the camera from `view`, or `null` while the picture does not hold what it is about. */
export function wished(
  wish: Exclude<CameraWish, { type: "open" }>,
  view: Viewport,
  scene: Scene,
): Viewport | null {
  const { bounds, screen } = scene;
  switch (wish.type) {
    case "fit":
      return fitted(bounds, screen, scene.covered);
    case "scale":
      return zoomedAround(view, { x: screen.width / 2, y: screen.height / 2 }, wish.scale);
    case "reveal": {
      const rect = scene.rectOf(wish.claim);
      return rect && revealing(view, rect, screen);
    }
    case "centre":
    case "approach": {
      const rect = scene.rectOf(wish.claim);
      const scale = wish.type === "centre" ? view.scale : Math.max(1, view.scale);
      return rect && centredOn({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }, screen, scale);
    }
  }
}

/** Part of the way from one view to another, so that every point of the map moves straight. */
function between(from: Viewport, to: Viewport, progress: number): Viewport {
  const mixed = (a: number, b: number) => a + (b - a) * progress;
  const scale = mixed(from.scale, to.scale);
  return {
    scale,
    x: mixed(from.x * from.scale, to.x * to.scale) / scale,
    y: mixed(from.y * from.scale, to.y * to.scale) / scale,
  };
}
