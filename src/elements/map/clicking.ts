import { DoubleClick } from "#elements/map/double-click.ts";
import { cardOf } from "#elements/map/pointing.ts";
import type { Point } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";

/** What a click finds on the map. */
interface ClickedParts {
  readonly session: MapSession;
  /** The claim whose block lies under a point of the screen; `null` where cards are drawn. */
  readonly blockAt: ((at: Point) => ClaimId | null) | null;
  /** Gives the focus to the claim in hand as soon as it has a card. */
  focusCard(): void;
}

/** Clicks on cards and blocks: one takes the claim in hand, a second one goes further. */
export class Clicking {
  readonly #clicks = new DoubleClick();

  /** Something else was done: the next click is a first one. */
  readonly forget = (): void => this.#clicks.forget();

  clicked(event: MouseEvent, parts: ClickedParts): void {
    if (parts.blockAt === null) this.#card(event, parts);
    else this.#block(event, parts.blockAt, parts);
  }

  /** The second click writes. */
  #card(event: MouseEvent, { session }: ClickedParts): void {
    const card = cardOf(event);
    const isSecond = this.#clicks.isSecond(card?.face.claim ?? null, event);
    if (card === null) return;
    if (isSecond) return session.edit(card.face.claim);
    session.take(card.face.claim, "stay");
    card.focus({ preventScroll: true });
  }

  /** The second click goes to where the claim can be read. */
  #block(event: MouseEvent, blockAt: (at: Point) => ClaimId | null, parts: ClickedParts): void {
    const { left, top } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const claim = blockAt({ x: event.clientX - left, y: event.clientY - top });
    const isSecond = this.#clicks.isSecond(claim, event);
    if (claim === null) return;
    parts.session.take(claim, "stay");
    if (isSecond) parts.session.wish.value = { type: "approach", claim };
    parts.focusCard();
  }
}
