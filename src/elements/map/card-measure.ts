import { css, html, LitElement, render } from "lit";
import { customElement } from "lit/decorators.js";
import { cardBody, cardClasses, cardLook } from "#elements/map/card-look.ts";
import type { CardFace } from "#elements/map/face.ts";
import type { Size } from "#layout/picture.ts";
import { grid } from "#layout/sizes.ts";

/** How text is set somewhere on a card; lengths in CSS pixels. */
export interface Setting {
  /** As a canvas takes it. */
  readonly font: string;
  readonly line: number;
}

/** A card as the style sheet sets it: what heights of cards like it are reckoned from. */
export interface Sample {
  /** Of the whole card. */
  readonly width: number;
  readonly height: number;
  readonly text: Setting;
  /** How wide a line of it can be. */
  readonly room: number;
  readonly eyebrow: Setting;
}

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
    return this.#laidOut(faces, (card) => ({
      width: card.offsetWidth,
      height: onGrid(card.offsetHeight),
    }));
  }

  samplesOf(faces: readonly CardFace[]): readonly Sample[] {
    return this.#laidOut(faces, (card) => {
      const [text, eyebrow] = [card.querySelector(".text")!, card.querySelector(".eyebrow")!];
      const { width, height } = card.getBoundingClientRect();
      const room = text.getBoundingClientRect().width;
      return { width, height, room, text: settingOf(text), eyebrow: settingOf(eyebrow) };
    });
  }

  #laidOut<Read>(faces: readonly CardFace[], read: (card: HTMLElement) => Read): readonly Read[] {
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

function settingOf(element: Element): Setting {
  const { fontWeight, fontSize, fontFamily, lineHeight } = getComputedStyle(element);
  return { font: `${fontWeight} ${fontSize} ${fontFamily}`, line: Number.parseFloat(lineHeight) };
}

declare global {
  interface HTMLElementTagNameMap {
    "card-measure": CardMeasure;
  }
}
