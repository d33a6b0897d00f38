import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { layOutSamples, readLook, samples } from "#elements/map/far-look.ts";
import { type FarDrawing, farDrawing, FarPainter } from "#elements/map/far-painter.ts";
import type { CardFace } from "#elements/map/face.ts";
import { type Tones, tonesOf } from "#elements/map/far-tones.ts";
import type { Sights } from "#elements/map/sights.ts";
import type { Picture, Size } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";
import type { Viewport } from "#session/viewport.ts";

/**
 * The map from far away: claims as blocks on one canvas, with their first words while these can be read, and with the
 * titles of branches where they cannot. For the eye alone: keys and screen readers have the tree.
 *
 * @cssproperty the tokens of look.css
 */
@customElement("far-map")
export class FarMap extends LitElement {
  static override styles = [
    samples,
    css`
      :host,
      canvas {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        pointer-events: none;
      }
    `,
  ];

  @property({ attribute: false }) picture!: Picture;
  @property({ attribute: false }) faces: ReadonlyMap<ClaimId, CardFace> = new Map();
  @property({ attribute: false }) sights: Sights | null = null;
  @property({ attribute: false }) inHand: ClaimId | null = null;
  /** What a person has chosen: the colours and sizes are read again when it changes. */
  @property({ attribute: false }) choices: unknown = null;
  @query("canvas") private readonly canvas!: HTMLCanvasElement;
  @query(".samples") private readonly samples!: HTMLElement;
  #drawing: FarDrawing | null = null;
  #tones: Tones | null = null;
  #painter: FarPainter | null = null;
  /** What was drawn last: the same is not drawn again. */
  #last: Drawn | null = null;
  #listening: AbortController | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("aria-hidden", "true");
    const { signal } = (this.#listening = new AbortController());
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"])
      matchMedia(query).addEventListener("change", this.#dress, { signal });
    document.fonts.addEventListener("loadingdone", this.#dress, { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
  }

  override render() {
    return html`<canvas></canvas>
      <div class="samples"></div>`;
  }

  override firstUpdated(): void {
    layOutSamples(this.samples);
    this.#painter = new FarPainter(this.canvas);
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("picture") || changed.has("faces")) {
      this.#drawing = null;
      this.#tones = null;
      this.#painter?.renew();
    }
    if (changed.has("sights")) this.#tones = null;
    if (changed.has("choices")) this.#dress();
    else this.#again();
  }

  /** Draws what a camera sees of the map, on a screen of this size. */
  paint(view: Viewport, screen: Size): void {
    const now = [view, screen, devicePixelRatio] as const;
    if (this.#last !== null && isSame(this.#last, now)) return;
    this.#last = now;
    if (this.#painter === null) return;
    this.#drawing ??= farDrawing(this.picture, this.faces);
    if (this.sights !== null) this.#tones ??= tonesOf(this.#drawing.table, this.sights);
    this.#painter.paint(this.#drawing, view, screen, { inHand: this.inHand, tones: this.#tones });
  }

  readonly #dress = (): void => {
    this.#painter?.dress(readLook(this.samples));
    this.#again();
  };

  #again(): void {
    const last = this.#last;
    this.#last = null;
    if (last !== null) this.paint(last[0], last[1]);
  }
}

type Drawn = readonly [view: Viewport, screen: Size, ratio: number];

function isSame([view, screen, ratio]: Drawn, [now, size, ratioNow]: Drawn): boolean {
  const isSameView = view.x === now.x && view.y === now.y && view.scale === now.scale;
  return isSameView && screen.width === size.width && screen.height === size.height && ratio === ratioNow;
}

declare global {
  interface HTMLElementTagNameMap {
    "far-map": FarMap;
  }
}
