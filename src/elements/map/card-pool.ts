import { ClaimCard } from "#elements/map/claim-card.ts";
import type { CardFace } from "#elements/map/face.ts";
import type { CardSight } from "#elements/map/sights.ts";
import type { ClaimId } from "#model/ids.ts";

/** How a card is to be shown. */
export interface CardState {
  readonly face: CardFace;
  readonly sight: CardSight | null;
  readonly inHand: boolean;
  readonly isTabStop: boolean;
  readonly isLifted: boolean;
  readonly isWritten: boolean;
}

/**
 * The cards of the tree, in reading order. A card that is no longer needed waits here for the next claim, so that
 * panning makes no new ones; one that stays is not moved in the page, so that it keeps the focus.
 */
export class CardPool {
  readonly #used = new Map<ClaimId, ClaimCard>();
  readonly #spare: ClaimCard[] = [];

  /** Shows these claims under `tree`, and no others. */
  show(tree: HTMLElement, claims: readonly ClaimId[], stateOf: (claim: ClaimId) => CardState): void {
    this.#release(new Set(claims));
    let next = tree.firstElementChild;
    for (const claim of claims) {
      const { isLifted, isWritten, ...state } = stateOf(claim);
      const card = this.#cardFor(claim);
      // Before it comes into the page, so that it is never there as another claim's.
      Object.assign(card, state);
      card.toggleAttribute("data-lifted", isLifted);
      card.toggleAttribute("data-written", isWritten);
      if (card === next) next = next.nextElementSibling;
      else tree.insertBefore(card, next);
    }
  }

  /** Lets go of all cards. */
  clear(): void {
    this.#release(new Set());
  }

  #release(staying: ReadonlySet<ClaimId>): void {
    for (const [claim, card] of this.#used) {
      if (staying.has(claim)) continue;
      card.remove();
      this.#used.delete(claim);
      this.#spare.push(card);
    }
  }

  #cardFor(claim: ClaimId): ClaimCard {
    const card = this.#used.get(claim) ?? this.#spare.pop() ?? new ClaimCard();
    this.#used.set(claim, card);
    return card;
  }
}
