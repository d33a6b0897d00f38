import { CardPool } from "#elements/map/card-pool.ts";
import { claimsInPage, seenPart } from "#elements/map/culling.ts";
import type { CardFace } from "#elements/map/face.ts";
import { touches } from "#elements/map/rects.ts";
import type { Sights } from "#elements/map/sights.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import { whenIdle } from "#store/turns.ts";

/** After so many milliseconds cards around the screen are as those on it, however busy the page is. */
const settleMs = 250;

/** What the tree is to hold. */
export interface TreeShown {
  readonly session: MapSession | undefined;
  readonly faces: ReadonlyMap<ClaimId, CardFace>;
  /** Claims whose cards are near the screen. */
  readonly near: Iterable<ClaimId>;
  /** The claim of the card in the air. */
  readonly carried: ClaimId | null;
  readonly sights: Sights | null;
}

/** The cards of the tree, as few as the eye, the keys and screen readers need now. */
export class TreeCards {
  readonly #pool = new CardPool();
  #last: TreeShown | null = null;
  /** How the map is looked at on all cards. */
  #settled: Sights | null = null;

  /** Where the map is looked at in another way, the cards on screen show it at once, and those around it soon after. */
  show(tree: HTMLElement | null, shown: TreeShown): void {
    this.#last = shown;
    this.#fill(tree, shown);
    if (shown.sights === this.#settled) return;
    whenIdle(() => {
      if (this.#last !== shown) return;
      this.#settled = shown.sights;
      this.#fill(tree, shown);
    }, settleMs);
  }

  #fill(tree: HTMLElement | null, { session, faces, near, carried, sights }: TreeShown): void {
    const picture = session?.picture.value ?? null;
    if (tree === null || picture === null || session === undefined) return this.#pool.clear();
    const [shown, forest, inHand] = [session.shown.value, session.focus.forest.value, session.inHand.value];
    const drawn = claimsInPage(near, { picture, shown, forest, inHand }).filter((claim) => faces.has(claim));
    const tabStop = inHand !== null && drawn.includes(inHand) ? inHand : drawn[0];
    const written = session.editing.value?.claim;
    const seen = seenPart(session.viewport.peek(), session.screen.peek());
    const isSeen = (claim: ClaimId) => touches(picture.cards.get(claim)!, seen);
    this.#pool.show(tree, drawn, (claim) => ({
      face: faces.get(claim)!,
      sight: (isSeen(claim) ? sights : this.#settled)?.of(claim, faces.get(claim)!) ?? null,
      inHand: claim === inHand,
      isTabStop: claim === tabStop,
      isLifted: claim === carried,
      isWritten: claim === written,
    }));
  }
}
