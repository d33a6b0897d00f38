import { css, html, LitElement, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CardFace } from "#elements/map/face.ts";
import type { Picture, Point, Rect, Size } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";

/** The person points at a place of the map. */
export class PlacePicked extends Event {
  static readonly type = "place-picked";
  /** In map coordinates. */
  readonly place: Point;

  constructor(place: Point) {
    super(PlacePicked.type);
    this.place = place;
  }
}

const most: Size = { width: 180, height: 120 };
const inset = 6;

/**
 * The whole map as blocks, with a frame around what is on screen. A press or a drag takes the camera there.
 * For the eye and the pointer alone: keys and screen readers have the tree.
 *
 * @event place-picked
 */
@customElement("mini-map")
export class MiniMap extends LitElement {
  static override styles = css`
    :host {
      display: block;
      touch-action: none;
      cursor: crosshair;
    }
    svg {
      display: block;
      background: var(--card);
      border: 1px solid var(--hairline);
      border-radius: 10px;
      box-shadow: var(--shadow);
    }
    .thesis {
      fill: var(--ink);
    }
    .supports {
      fill: var(--support);
    }
    .opposes {
      fill: var(--oppose);
    }
    .block {
      opacity: 0.75;
    }
    .frame {
      fill: color-mix(in srgb, var(--focus) 10%, transparent);
      stroke: var(--focus);
      stroke-width: 1.5px;
      vector-effect: non-scaling-stroke;
    }
    @media (forced-colors: active) {
      .block {
        fill: CanvasText;
        opacity: 1;
      }
      .frame {
        fill: none;
        stroke: Highlight;
      }
    }
  `;

  @property({ attribute: false }) picture!: Picture;
  @property({ attribute: false }) faces: ReadonlyMap<ClaimId, CardFace> = new Map();
  /** What is on screen, in map coordinates. */
  @property({ attribute: false }) view!: Rect;
  #scale = 1;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("aria-hidden", "true");
    this.addEventListener("pointerdown", this.#pressed);
    this.addEventListener("pointermove", this.#moved);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener("pointerdown", this.#pressed);
    this.removeEventListener("pointermove", this.#moved);
  }

  override render() {
    const { bounds } = this.picture;
    const room = { width: most.width - 2 * inset, height: most.height - 2 * inset };
    this.#scale = Math.min(room.width / bounds.width, room.height / bounds.height);
    const width = bounds.width * this.#scale + 2 * inset;
    const height = bounds.height * this.#scale + 2 * inset;
    const { view } = this;
    return html`<svg width=${width} height=${height}>
      <g
        transform=${`translate(${inset} ${inset}) scale(${this.#scale}) translate(${-bounds.x} ${-bounds.y})`}
      >
        ${(["thesis", "supports", "opposes"] as const).map(
          (kind) => svg`<path class=${`block ${kind}`} d=${this.#blocks(kind)} />`,
        )}
        <rect class="frame" x=${view.x} y=${view.y} width=${view.width} height=${view.height} rx="8" />
      </g>
    </svg>`;
  }

  #blocks(kind: "thesis" | "supports" | "opposes"): string {
    let path = "";
    for (const [claim, { x, y, width, height }] of this.picture.cards) {
      const face = this.faces.get(claim);
      if ((face?.kind ?? "thesis") === kind) path += `M${x} ${y}h${width}v${height}h${-width}z`;
    }
    return path;
  }

  readonly #pressed = (event: PointerEvent): void => {
    event.stopPropagation();
    this.setPointerCapture(event.pointerId);
    this.#pick(event);
  };

  readonly #moved = (event: PointerEvent): void => {
    if (this.hasPointerCapture(event.pointerId)) this.#pick(event);
  };

  #pick(event: PointerEvent): void {
    const { left, top } = this.getBoundingClientRect();
    const { bounds } = this.picture;
    const x = (event.clientX - left - inset) / this.#scale + bounds.x;
    const y = (event.clientY - top - inset) / this.#scale + bounds.y;
    this.dispatchEvent(new PlacePicked({ x, y }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mini-map": MiniMap;
  }
  interface HTMLElementEventMap {
    "place-picked": PlacePicked;
  }
}
