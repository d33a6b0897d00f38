import { CardPool } from "#elements/map/card-pool.ts";
import { claimsInPage } from "#elements/map/culling.ts";
import { blankFace, type CardFace } from "#elements/map/face.ts";
import type { Sights } from "#elements/map/sights.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";

/** What the tree is to hold. */
export interface TreeShown {
  readonly session: MapSession | undefined;
  readonly faces: ReadonlyMap<ClaimId, CardFace>;
  /** Claims whose cards are near the screen. */
  readonly near: Iterable<ClaimId>;
  /** The claim of the card in the air. */
  readonly carried: ClaimId | null;
  readonly sights: Sights | null | undefined;
}

/** The cards of the tree, as few as the eye, the keys and screen readers need now. */
export class TreeCards {
  readonly #pool = new CardPool();

  show(tree: HTMLElement | null, { session, faces, near, carried, sights }: TreeShown): void {
    const picture = session?.picture.value ?? null;
    if (tree === null || picture === null || session === undefined) return this.#pool.clear();
    const [shown, forest, inHand] = [session.shown.value, session.focus.forest.value, session.inHand.value];
    const drawn = claimsInPage(near, { picture, shown, forest, inHand }).filter((claim) => faces.has(claim));
    const tabStop = inHand !== null && drawn.includes(inHand) ? inHand : drawn[0];
    const written = session.editing.value?.claim;
    this.#pool.show(tree, drawn, (claim) => ({
      face: faces.get(claim) ?? blankFace,
      sight: sights?.of(claim, faces.get(claim) ?? blankFace) ?? null,
      inHand: claim === inHand,
      isTabStop: claim === tabStop,
      isLifted: claim === carried,
      isWritten: claim === written,
    }));
  }
}
