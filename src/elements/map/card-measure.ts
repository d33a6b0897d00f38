import { css, html, LitElement, render } from "lit";
import { customElement } from "lit/decorators.js";
import { cardBody, cardClasses, cardLook } from "#elements/map/card-look.ts";
import type { CardFace } from "#elements/map/face.ts";
import type { Size } from "#layout/picture.ts";
import { grid } from "#layout/sizes.ts";

/** A box out of sight in which cards are laid out to learn how tall they are, all that are given in one batch. */
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

  /** The size of each card in map pixels: the height that its words need, on the layout's grid. */
  sizesOf(faces: readonly CardFace[]): readonly Size[] {
    return this.laidOut(faces, (card) => ({
      width: card.offsetWidth,
      height: onGrid(card.offsetHeight),
    }));
  }

  /** What is read off each card while it is laid out. */
  laidOut<Read>(faces: readonly CardFace[], read: (card: HTMLElement) => Read): readonly Read[] {
    if (faces.length === 0) return [];
    const box = document.createElement("div");
    this.renderRoot.append(box);
    render(
      faces.map((face) => html`<div class=${cardClasses(face)}>${cardBody(face)}</div>`),
      box,
    );
    const all = ([...box.children] as HTMLElement[]).map(read);
    box.remove();
    return all;
  }
}

export function onGrid(height: number): number {
  return Math.ceil(height / grid) * grid;
}

declare global {
  interface HTMLElementTagNameMap {
    "card-measure": CardMeasure;
  }
}
