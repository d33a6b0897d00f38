import { css, html, LitElement, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CardFace } from "#elements/map/face.ts";
import { miniBlocks } from "#elements/map/mini-blocks.ts";
import type { Sights } from "#elements/map/sights.ts";
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
const kindColours = { thesis: "ink", supports: "support", opposes: "oppose" } as const;
const inset = 6;
/** The frame stays large enough to be seen, however small a part of the map it is around. */
const leastFrame = 6;
const leastHeight = 20;

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
      position: relative;
      touch-action: none;
      cursor: crosshair;
    }
    :host,
    svg {
      overflow: clip;
      border-radius: 10px;
    }
    svg {
      display: block;
      background: var(--card);
      border: 1px solid var(--hairline);
    }
    .block {
      opacity: 0.75;
    }
    .block.dim {
      opacity: 0.18;
    }
    .block.perhaps {
      opacity: 0.45;
    }
    .block.notYet {
      opacity: 0.08;
    }
    /* Moves over the blocks without having them painted again. */
    .frame {
      position: absolute;
      top: 0;
      left: 0;
      box-sizing: border-box;
      border: 1.5px solid var(--focus);
      border-radius: 2px;
      background: color-mix(in srgb, var(--focus) 10%, transparent);
      will-change: transform;
    }
    @media (forced-colors: active) {
      .block {
        fill: CanvasText;
        opacity: 1;
      }
      .frame {
        background: none;
        border-color: Highlight;
      }
    }
  `;

  @property({ attribute: false }) picture!: Picture;
  @property({ attribute: false }) faces: ReadonlyMap<ClaimId, CardFace> = new Map();
  @property({ attribute: false }) sights: Sights | null = null;
  /** What is on screen, in map coordinates. */
  @property({ attribute: false }) view!: Rect;
  #scale = 1;
  #blocks: ReturnType<typeof miniBlocks> = new Map();

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

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // Faces that come without a new picture only say something else.
    if (!changed.has("picture") && !changed.has("sights")) return;
    const { bounds } = this.picture;
    const room = { width: most.width - 2 * inset, height: most.height - 2 * inset };
    this.#scale = Math.min(room.width / bounds.width, room.height / bounds.height);
    this.#blocks = miniBlocks(this.picture, this.#scale, (claim) => this.#toneOf(claim));
  }

  /** The name of a colour, and how far the block steps back. */
  #toneOf(claim: ClaimId): string {
    const { sights } = this;
    const fade = sights?.fadeOf(claim) ?? "none";
    if (sights?.paintOf) {
      const [first] = sights.paintOf(claim);
      return `${first === undefined ? "line" : `school-${first.colour}`} ${fade}`;
    }
    const kind = this.faces.get(claim)?.kind ?? "thesis";
    return `${kindColours[kind]} ${fade}`;
  }

  override render() {
    const { bounds } = this.picture;
    const width = bounds.width * this.#scale + 2 * inset;
    const height = Math.max(leastHeight, bounds.height * this.#scale + 2 * inset);
    return html`<svg width=${width} height=${height}>
        <g transform=${`translate(${inset} ${inset})`}>
          ${[...this.#blocks].map(([tone, path]) => blocksOf(tone, path))}
        </g>
      </svg>
      <div class="frame" .style=${this.#frame()}></div>`;
  }

  #frame(): string {
    const { bounds } = this.picture;
    const along = (start: number, length: number, from: number) => {
      const size = Math.max(leastFrame, length * this.#scale);
      return [inset + (start + length / 2 - from) * this.#scale - size / 2, size] as const;
    };
    const [x, width] = along(this.view.x, this.view.width, bounds.x);
    const [y, height] = along(this.view.y, this.view.height, bounds.y);
    return `transform: translate(${x}px, ${y}px); width: ${width}px; height: ${height}px`;
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

function blocksOf(tone: string, path: string) {
  const [colour = "", fade = ""] = tone.split(" ");
  return svg`<path class=${`block ${fade}`} .style=${`fill: var(--${colour})`} d=${path} />`;
}

declare global {
  interface HTMLElementTagNameMap {
    "mini-map": MiniMap;
  }
  interface HTMLElementEventMap {
    "place-picked": PlacePicked;
  }
}
