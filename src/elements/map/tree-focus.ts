import type { LitElement, ReactiveController } from "lit";
import type { MapSession } from "#session/map-session.ts";

/** Keeps the focus on the claim in hand, wherever it goes: the keys of the map work from there. */
export class TreeFocus implements ReactiveController {
  readonly #host: LitElement;
  readonly #session: () => MapSession;
  #wanted = false;
  #started = false;

  constructor(host: LitElement, session: () => MapSession) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
  }

  /** A session has come on screen: what it has in hand to begin with asks for no focus. */
  start(): void {
    this.#started = false;
  }

  /** The claim in hand is another. Where the focus was on the one before, or nowhere, it goes along. */
  follow(): void {
    const { activeElement } = this.#host.renderRoot as ShadowRoot;
    const inside = activeElement?.matches("claim-card, .tree, claim-tools") ?? false;
    if (this.#started && (inside || document.activeElement === document.body)) this.want();
    this.#started = true;
  }

  /** Gives the focus to the claim in hand as soon as its card is drawn. */
  want(): void {
    this.#wanted = true;
    this.#host.requestUpdate();
  }

  /** The focus waits on the tree while the card is not drawn yet, so that no key is lost. */
  hostUpdated(): void {
    if (!this.#wanted) return;
    const session = this.#session();
    const inHand = session.inHand.peek();
    const card = [...this.#host.renderRoot.querySelectorAll("claim-card")].find((card) => card.inHand);
    const isThere = inHand !== null && session.map.peek().claims.has(inHand);
    if (session.editing.peek() !== null || (card === undefined && !isThere)) this.#wanted = false;
    else if (card === undefined) this.#tree?.focus({ preventScroll: true });
    else {
      this.#wanted = false;
      void card.updateComplete.then(() => card.inHand && card.focus({ preventScroll: true }));
    }
  }

  get #tree(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(".tree");
  }
}
