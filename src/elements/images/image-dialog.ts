import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { shortCitation } from "#citing/short-citation.ts";
import "#elements/dialogs/modal-frame.ts";
import { nameOf } from "#elements/images/stored-image.ts";
import "#elements/images/stored-image.ts";
import { controls } from "#elements/shared/controls.ts";
import type { ClaimId, ImageId } from "#model/ids.ts";
import type { ClaimImage } from "#model/image.ts";
import type { MapSession } from "#session/map-session.ts";
import { imageWords as words } from "#words/images.ts";

/** An image, as large as the window lets it be, or full size, with what is said of it below. */
@customElement("image-dialog")
export class ImageDialog extends LitElement {
  static override styles = [
    controls,
    css`
      modal-frame {
        --dialog-width: 1200px;
      }
      .frame {
        display: grid;
        overflow: auto;
        border-radius: 8px;
        background: var(--hover);
        outline-offset: -3px;
        overscroll-behavior: contain;
      }
      .whole {
        height: calc(100dvh - 268px);
        min-height: 160px;
      }
      .full {
        max-height: calc(100dvh - 268px);
        min-height: 160px;
        cursor: zoom-out;
      }
      .whole stored-image {
        width: 100%;
        height: 100%;
        overflow: hidden;
        cursor: zoom-in;
      }
      .full stored-image {
        place-self: safe center;
      }
      .said {
        max-width: 72ch;
        padding-top: 10px;
      }
      p {
        margin: 0;
        font: 400 13px/19px var(--sans);
        color: var(--ink-2);
        overflow-wrap: anywhere;
      }
      .caption {
        font: 400 16px/22px var(--serif);
        color: var(--ink);
      }
    `,
  ];

  @property({ attribute: false }) session!: MapSession;
  @property({ attribute: false }) claim!: ClaimId;
  @property({ attribute: false }) image!: ImageId;
  @state() private isFull = false;

  override render() {
    const map = this.session.map.value;
    const image = map.claims.get(this.claim)?.images.find(({ id }) => id === this.image);
    if (image === undefined)
      return html`<modal-frame .heading=${words.dialog}><p>${words.imageGone}</p></modal-frame>`;
    return html`<modal-frame .heading=${words.dialog} foot>
      <div
        class="frame ${this.isFull ? "full" : "whole"}"
        tabindex=${this.isFull ? "0" : nothing}
        role=${this.isFull ? "group" : nothing}
        aria-label=${this.isFull ? words.scrollable : nothing}
        @click=${this.#turn}
      >
        <stored-image
          .images=${this.session.open.images}
          .image=${image}
          ?natural=${this.isFull}
        ></stored-image>
      </div>
      ${this.#said(image)}
      <button
        slot="foot"
        class="plain"
        autofocus
        aria-pressed=${this.isFull ? "true" : "false"}
        @click=${this.#turn}
      >
        ${words.fullSize}
      </button>
    </modal-frame>`;
  }

  #said(image: ClaimImage) {
    const { caption, credit, citation } = image;
    const source = citation && this.session.map.value.sources.get(citation.source);
    const facts = [
      nameOf(image) === caption.trim() ? "" : image.alternative.trim(),
      credit.trim(),
      citation && source ? words.source(shortCitation(source, citation)) : "",
    ].filter((fact) => fact !== "");
    return html`<div class="said">
      ${caption.trim() === "" ? nothing : html`<p class="caption" dir="auto">${caption}</p>`}
      ${facts.map((fact) => html`<p dir="auto">${fact}</p>`)}
    </div>`;
  }

  readonly #turn = (): void => {
    this.isFull = !this.isFull;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "image-dialog": ImageDialog;
  }
}
