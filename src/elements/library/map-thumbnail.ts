import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { thumbnail } from "#export/thumbnail.ts";
import { forestOf } from "#model/forest.ts";
import type { MapEntry } from "#store/ports.ts";
import type { Maps } from "#store/maps.ts";
import { whenIdle } from "#store/turns.ts";

/** When a thumbnail is drawn at the latest, where the page is never idle, in milliseconds. */
const LATEST = 1000;
/** Width for height beyond which a map is not shown whole. */
const broadest = 2.6;

/** A map in small, as the export draws it. Drawn when it comes near the screen, and again when the map was edited. */
@customElement("map-thumbnail")
export class MapThumbnail extends LitElement {
  static override styles = css`
    :host {
      display: block;
      aspect-ratio: 16 / 9;
      background: var(--paper);
      border-bottom: 1px solid var(--hairline);
      box-sizing: border-box;
      overflow: hidden;
    }
    img {
      display: block;
      width: 100%;
      height: 100%;
      object-fit: contain;
      padding: 14px 18px;
      box-sizing: border-box;
    }
    /* A broad map would be a speck: its middle says more. */
    img.broad {
      object-fit: cover;
      padding-inline: 0;
    }
  `;

  @property({ attribute: false }) maps!: Maps;
  @property({ attribute: false }) entry!: MapEntry;
  @state() private drawing: string | null = null;
  @state() private broad = false;
  #near = false;
  #drawn: string | null = null;
  readonly #watch = new IntersectionObserver(
    (seen) => {
      if (!seen.some((each) => each.isIntersecting)) return;
      this.#near = true;
      void this.#draw();
    },
    { rootMargin: "200px" },
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch.disconnect();
  }

  override render() {
    return this.drawing === null
      ? nothing
      : html`<img alt="" class=${this.broad ? "broad" : ""} src=${this.drawing} @load=${this.#loaded} />`;
  }

  override updated(): void {
    if (this.#near) void this.#draw();
  }

  readonly #loaded = ({ target }: Event): void => {
    const { naturalWidth, naturalHeight } = target as HTMLImageElement;
    this.broad = naturalWidth > naturalHeight * broadest;
  };

  /** A map that cannot be read has no picture; opening it says why. */
  async #draw(): Promise<void> {
    const state = `${this.entry.id} ${this.entry.editedAt}`;
    if (state === this.#drawn) return;
    this.#drawn = state;
    // A map that has just come is opened next as a rule: then no one sees it here.
    await new Promise<void>((resolve) => whenIdle(resolve, LATEST));
    if (!this.isConnected) return void (this.#drawn = null);
    const map = await this.maps.readMap(this.entry.id).catch(() => null);
    if (map === null || state !== this.#drawn) return;
    this.drawing = `data:image/svg+xml,${encodeURIComponent(thumbnail(map, forestOf(map)))}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "map-thumbnail": MapThumbnail;
  }
}
