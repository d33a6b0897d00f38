import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ClaimImage } from "#model/image.ts";
import type { MapImages } from "#store/map-images.ts";
import { imageWords as words } from "#words/images.ts";

/**
 * An image of a map, wherever it is shown: its bytes are read from this device, and only bytes that are what their hash
 * and their type say become a picture, under an address of their own that ends with this element. Where they are not
 * here, it says so.
 */
@customElement("stored-image")
export class StoredImage extends LitElement {
  static override styles = css`
    :host {
      position: relative;
      display: grid;
      place-items: center;
    }
    img {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      object-fit: contain;
    }
    :host([natural]) img {
      position: static;
      width: auto;
      height: auto;
    }
    p {
      margin: 0;
      padding: 6px;
      font: 400 12px/16px var(--sans);
      color: var(--ink-2);
      text-align: center;
      text-wrap: balance;
    }
  `;

  @property({ attribute: false }) images!: () => Promise<MapImages>;
  @property({ attribute: false }) image!: ClaimImage;
  /** As large as it is; else it is made to fit its host. */
  @property({ type: Boolean, reflect: true }) natural = false;
  /** An address of the picture; `null` while it is read, and where it is not here. */
  @state() private address: string | null = null;
  @state() private isMissing = false;
  /** Which picture the address is of, or is being made for. */
  #hash = "";

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#renew();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  override willUpdate(): void {
    if (this.image.hash !== this.#hash) this.#renew();
  }

  override render() {
    if (this.isMissing) return html`<p>${words.missing}</p>`;
    if (this.address === null) return html`<p aria-busy="true" aria-label=${words.loading}></p>`;
    return html`<img
      src=${this.address}
      alt=${nameOf(this.image)}
      width=${this.image.width || 1}
      height=${this.image.height || 1}
      draggable="false"
      @error=${() => this.#lose()}
    />`;
  }

  #renew(): void {
    this.#forget();
    this.#hash = this.image.hash;
    this.isMissing = false;
    void this.#load(this.image);
  }

  async #load(image: ClaimImage): Promise<void> {
    const bytes = await (await this.images()).read(image);
    if (!this.isConnected || this.#hash !== image.hash || this.address !== null) return;
    if (bytes === null) this.isMissing = true;
    else this.address = URL.createObjectURL(new Blob([bytes], { type: image.type }));
  }

  /** What a browser cannot show after all is as good as missing. */
  #lose(): void {
    this.#forget();
    this.isMissing = true;
    this.#hash = this.image.hash;
  }

  #forget(): void {
    if (this.address !== null) URL.revokeObjectURL(this.address);
    this.address = null;
    this.#hash = "";
  }
}

/** What a screen reader says of an image. */
export function nameOf({ alternative, caption }: ClaimImage): string {
  return alternative.trim() || caption.trim() || words.unnamed;
}

declare global {
  interface HTMLElementTagNameMap {
    "stored-image": StoredImage;
  }
}
