import { css, html, LitElement, render } from "lit";
import { customElement } from "lit/decorators.js";
import { cardBody, cardClasses, cardLook, hasFooter } from "#elements/map/card-look.ts";
import type { CardFace } from "#elements/map/face.ts";
import type { Size } from "#layout/picture.ts";
import { grid } from "#layout/sizes.ts";
import type { ClaimId } from "#model/ids.ts";

/**
 * A box out of sight in which cards are laid out to learn how tall they are: all that are new in one batch.
 * Sizes are kept by what they depend on, until `forget`.
 */
@customElement("card-measure")
export class CardMeasure extends LitElement {
  static override styles = [
    cardLook,
    css`
      :host {
        position: absolute;
        inset: 0 auto auto 0;
        width: 800px;
        height: 0;
        overflow: hidden;
        visibility: hidden;
        contain: strict;
      }
    `,
  ];

  readonly #kept = new Map<string, Size>();

  /** The size of each card in map pixels: the height that its text needs, on the layout's grid. */
  sizesOf(faces: Iterable<CardFace>): ReadonlyMap<ClaimId, Size> {
    const all = [...faces];
    const keys = all.map(keyOf);
    const fresh = new Map(all.flatMap((face, at) => (this.#kept.has(keys[at]!) ? [] : [[keys[at]!, face]])));
    this.#measure([...fresh.values()]);
    const sizes = new Map<ClaimId, Size>();
    for (const [at, face] of all.entries()) {
      const size = this.#kept.get(keys[at] ?? "");
      if (size !== undefined) sizes.set(face.claim, size);
    }
    return sizes;
  }

  /** Fonts or the text size have changed: what was measured holds no longer. */
  forget(): void {
    this.#kept.clear();
  }

  #measure(faces: readonly CardFace[]): void {
    if (faces.length === 0) return;
    const box = document.createElement("div");
    this.renderRoot.append(box);
    render(
      faces.map((face) => html`<div class=${cardClasses(face)}>${cardBody(face)}</div>`),
      box,
    );
    const cards = [...box.children] as HTMLElement[];
    for (const [at, card] of cards.entries()) {
      const face = faces[at];
      if (face === undefined) continue;
      const height = Math.ceil(card.offsetHeight / grid) * grid;
      this.#kept.set(keyOf(face), { width: card.offsetWidth, height });
    }
    box.remove();
  }
}

/** What the size of a card depends on: its other lines never wrap. */
function keyOf(face: CardFace): string {
  const lines = [face.role === "thesis", hasFooter(face), face.held !== ""].map(Number).join("");
  return `${lines}${face.text === "" ? face.role : ""} ${face.language} ${face.text}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "card-measure": CardMeasure;
  }
}
