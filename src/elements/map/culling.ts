import { type CardIndex, cardIndex } from "#layout/cull.ts";
import type { Picture, Rect, Size } from "#layout/picture.ts";
import type { Forest } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import { neighbour } from "#session/navigation.ts";
import type { Viewport } from "#session/viewport.ts";

/** Up to this many cards, all are in the page. */
const fewCards = 150;

/** Which cards of a large picture are worth having in the page. */
export class Culling {
  #of: Picture | null = null;
  #index: CardIndex | null = null;

  /**
   * The part of the map that is drawn: the screen and half a screen around it, in steps, so that it stays the same
   * through most of a pan. `null` where the picture is small enough to be drawn whole.
   */
  window(picture: Picture, view: Viewport, screen: Size): Rect | null {
    if (picture.cards.size <= fewCards) return null;
    const width = screen.width / view.scale / 2;
    const height = screen.height / view.scale / 2;
    const x = Math.floor(view.x / width - 1) * width;
    const y = Math.floor(view.y / height - 1) * height;
    return { x, y, width: width * 5, height: height * 5 };
  }

  /** Those of `shown` whose cards touch the window, the claim in hand and those that a key leads to from it; in the order given. */
  claims(
    picture: Picture,
    window: Rect | null,
    shown: readonly ClaimId[],
    forest: Forest,
    inHand: ClaimId | null,
  ): readonly ClaimId[] {
    if (window === null) return shown.filter((claim) => picture.cards.has(claim));
    if (this.#of !== picture) {
      this.#index = cardIndex(picture.cards);
      this.#of = picture;
    }
    const near = new Set(this.#index?.cardsIn(window));
    if (inHand !== null) {
      near.add(inHand);
      for (const direction of ["into", "out", "before", "after"] as const) {
        const next = neighbour(forest, inHand, direction);
        if (next !== null) near.add(next);
      }
    }
    return shown.filter((claim) => near.has(claim) && picture.cards.has(claim));
  }
}

/** What is on screen, in map coordinates. */
export function seenPart({ x, y, scale }: Viewport, { width, height }: Size): Rect {
  return { x, y, width: width / scale, height: height / scale };
}
