import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ExportFormat } from "#elements/dialogs/exporting.ts";
import { bytesOfImages, imagesOf } from "#model/image.ts";
import type { MapSession } from "#session/map-session.ts";
import { imageWords as words } from "#words/images.ts";

/** What becomes of a map's images in a file of a format; nothing where the map shows none, and for pictures and sources. */
@customElement("images-note")
export class ImagesNote extends LitElement {
  static override styles = css`
    p {
      margin: 0;
      padding: 8px 12px;
      font: 400 13px/19px var(--sans);
      color: var(--ink-2);
    }
  `;

  @property({ attribute: false }) session!: MapSession;
  @property() format!: ExportFormat;
  /** How many of the images are not on this device, once that is known. */
  @state() private missing = 0;

  override firstUpdated(): void {
    void this.#look();
  }

  override render() {
    const images = imagesOf(this.session.map.peek().claims.values());
    if (images.size === 0) return nothing;
    if (this.format === "argdown") return html`<p>${words.onlyNamed(images.size)}</p>`;
    if (this.format !== "native") return nothing;
    const { missing } = this;
    const here = images.size - missing;
    const said = [
      here > 0 ? words.carried(here, bytesOfImages(images)) : "",
      missing > 0 ? words.notHere(missing) : "",
    ];
    return html`<p>${said.join(" ").trim()}</p>`;
  }

  async #look(): Promise<void> {
    const map = this.session.map.peek();
    const shown = imagesOf(map.claims.values());
    if (shown.size > 0)
      this.missing = shown.size - (await (await this.session.open.images()).allOf(map)).size;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "images-note": ImagesNote;
  }
}
