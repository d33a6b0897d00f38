import type { Point } from "#layout/picture.ts";

/** Half of the room around the world, in CSS pixels: as far as anything can be scrolled into view in one go. */
export const scrollRoom = 1_000_000;

/**
 * Lets whatever scrolls things into view move the camera: the browser's own search, a screen reader, a script. The
 * ground rests in the middle of a large room that no hand can scroll; what scrolls it becomes a pan, and it rests
 * in the middle again.
 */
export class ScrollPort {
  readonly #ground: HTMLElement;
  readonly #pan: (by: Point) => void;

  constructor(ground: HTMLElement, pan: (by: Point) => void) {
    this.#ground = ground;
    this.#pan = pan;
  }

  /** Listens until `signal` aborts. */
  listen(signal: AbortSignal): void {
    this.rest();
    this.#ground.addEventListener("scroll", this.#scrolled, { signal });
  }

  /** Goes back to the middle; a ground that was hidden has lost its place. */
  rest(): void {
    this.#ground.scrollTo({ left: scrollRoom, top: scrollRoom, behavior: "instant" });
  }

  readonly #scrolled = (): void => {
    const by = { x: scrollRoom - this.#ground.scrollLeft, y: scrollRoom - this.#ground.scrollTop };
    if (by.x === 0 && by.y === 0) return;
    this.rest();
    if (Math.abs(by.x) < scrollRoom && Math.abs(by.y) < scrollRoom) this.#pan(by);
  };
}
