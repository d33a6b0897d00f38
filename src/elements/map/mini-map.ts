import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CardFace } from "#elements/map/face.ts";
import { fewCards, miniBlocks } from "#elements/map/mini-blocks.ts";
import type { Sights } from "#elements/map/sights.ts";
import type { Picture, Point, Rect, Size } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";
import { whenIdle } from "#store/turns.ts";

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
/** After so many milliseconds the blocks are drawn anew, however busy the page is. */
const settleMs = 300;

/** Blocks, and what they are drawn from. */
interface Drawn {
  readonly bounds: Rect;
  readonly scale: number;
  readonly blocks: ReturnType<typeof miniBlocks>;
}

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
  /** What is drawn, which may be the picture before for a moment. */
  #drawn: Drawn | null = null;
  #isWaiting = false;

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

  /** Of many cards the blocks are drawn in a quiet moment: what the person has just done comes first. */
  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // Faces that come without a new picture only say something else.
    if (!changed.has("picture") && !changed.has("sights")) return;
    if (this.#drawn === null || this.picture.cards.size <= fewCards) this.#draw();
    else if (!this.#isWaiting) {
      this.#isWaiting = true;
      whenIdle(() => {
        this.#draw();
        this.requestUpdate();
      }, settleMs);
    }
  }

  #draw(): void {
    this.#isWaiting = false;
    const { bounds } = this.picture;
    const room = { width: most.width - 2 * inset, height: most.height - 2 * inset };
    const scale = Math.min(room.width / bounds.width, room.height / bounds.height);
    const blocks = miniBlocks(this.picture, scale, (claim) => this.#toneOf(claim));
    this.#drawn = { bounds, scale, blocks };
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
    if (this.#drawn === null) return nothing;
    const { bounds, scale, blocks } = this.#drawn;
    const width = bounds.width * scale + 2 * inset;
    const height = Math.max(leastHeight, bounds.height * scale + 2 * inset);
    return html`<svg width=${width} height=${height}>
        <g transform=${`translate(${inset} ${inset})`}>
          ${[...blocks].map(([tone, path]) => blocksOf(tone, path))}
        </g>
      </svg>
      <div class="frame" .style=${this.#frame(this.#drawn)}></div>`;
  }

  #frame({ bounds, scale }: Drawn): string {
    const along = (start: number, length: number, from: number) => {
      const size = Math.max(leastFrame, length * scale);
      return [inset + (start + length / 2 - from) * scale - size / 2, size] as const;
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
    if (this.#drawn === null) return;
    const { left, top } = this.getBoundingClientRect();
    const { bounds, scale } = this.#drawn;
    const x = (event.clientX - left - inset) / scale + bounds.x;
    const y = (event.clientY - top - inset) / scale + bounds.y;
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
