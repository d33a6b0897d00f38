import type { Choices } from "#session/settings.ts";

/** How much larger than usual words are on cards: `--text-scale` of look.css. */
export const textScales: Readonly<Record<Choices["textSize"], number>> = {
  normal: 1,
  large: 1.2,
  larger: 1.4,
};

/** The size of a claim's words on its card at 100%, in CSS pixels, before the person's own text size. */
const words = 17;
/** Below this size the words on cards cannot be read; from the second on they can. Between them nothing changes. */
const unreadable = 7.7;
const readable = 8.5;
/** How much nearer to go than where the cards were too many. */
const clearer = 1.1;

/** Whether the map is drawn as cards or, where their words could not be read, as blocks. Nothing flickers at the border. */
export class DetailLevel {
  #isFar = false;
  /** At smaller scales there were more cards on screen than the page can have. */
  #crowdedBelow = 0;

  /**
   * Whether blocks are drawn where words are `scale` times their usual size. `isCrowded` is asked only where they
   * could be read.
   */
  at(scale: number, isCrowded: () => boolean): boolean {
    const size = words * scale;
    if (size < (this.#isFar ? readable : unreadable)) this.#isFar = true;
    else if (this.#isFar) this.#isFar = scale < this.#crowdedBelow;
    if (this.#isFar) return true;
    this.#crowdedBelow = isCrowded() ? scale * clearer : 0;
    this.#isFar = this.#crowdedBelow > 0;
    return this.#isFar;
  }
}
