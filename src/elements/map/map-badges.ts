import { css, html, LitElement, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Drop, Picture, Point } from "#layout/picture.ts";
import { badgeSize } from "#layout/sizes.ts";
import type { RelationKind } from "#model/relation.ts";
import type { RelationId } from "#model/ids.ts";

const half = badgeSize / 2;

/** How a badge looks: shared by the badges of the map and by the editor that covers one. */
export const badgeLook = css`
  .plate {
    fill: var(--support);
    stroke: var(--paper);
    stroke-width: 2px;
  }
  .opposes .plate {
    fill: var(--oppose);
  }
  .sign {
    stroke: var(--on-colour);
    stroke-width: 2.5px;
    stroke-linecap: round;
  }
  @media (forced-colors: active) {
    .plate,
    .opposes .plate {
      fill: Canvas;
      stroke: CanvasText;
    }
    .sign {
      stroke: CanvasText;
    }
  }
`;

/** A badge around the point 0 0: a round + or a square −. */
export function badgeMark(kind: RelationKind) {
  return kind === "supports"
    ? svg`<circle class="plate" r=${half} /><path class="sign" d="M-5 0H5M0 -5V5" />`
    : svg`<rect class="plate" x=${1 - half} y=${1 - half} width=${badgeSize - 2} height=${badgeSize - 2} rx="5" /><path class="sign" d="M-5 0H5" />`;
}

/** The badges above the cards: a round + for what supports, a square − for what opposes. In map coordinates. */
@customElement("map-badges")
export class MapBadges extends LitElement {
  static override styles = [
    badgeLook,
    css`
      :host {
        position: absolute;
        top: 0;
        left: 0;
        pointer-events: none;
        z-index: 1;
      }
      svg {
        display: block;
        width: 1px;
        height: 1px;
        overflow: visible;
      }
    `,
  ];

  /** What is near the screen. */
  @property({ attribute: false }) picture: Picture | null = null;
  #before: ReadonlyMap<RelationId, Point> = new Map();
  #shown: ReadonlyMap<RelationId, Point> = new Map();

  override render() {
    const drops = this.picture?.drops ?? [];
    return html`<svg aria-hidden="true">${repeat(drops, ({ relation }) => relation, badgeOf)}</svg>`;
  }

  override updated(): void {
    this.#shown = new Map(this.picture?.drops.map(({ relation, badge }) => [relation, badge]));
  }

  /** Remembers where the badges stand now, as the start of the next move. */
  begin(): void {
    this.#before = this.#shown;
  }

  /** Shows the badges part of the way from where `begin` found them to where the picture has them. */
  move(progress: number): void {
    if (this.#before.size === 0 || this.picture === null) return;
    const ends = new Map(this.picture.drops.map(({ relation, badge }) => [relation, badge]));
    const shown = new Map<RelationId, Point>();
    for (const badge of this.renderRoot.querySelectorAll<SVGGElement>("g")) {
      const relation = badge.dataset["relation"] as RelationId;
      const to = ends.get(relation);
      if (to === undefined) continue;
      const from = this.#before.get(relation) ?? to;
      const at = { x: from.x + (to.x - from.x) * progress, y: from.y + (to.y - from.y) * progress };
      shown.set(relation, at);
      badge.setAttribute("transform", `translate(${at.x} ${at.y})`);
    }
    this.#shown = shown;
    if (progress === 1) this.#before = new Map();
  }
}

function badgeOf({ relation, kind, badge }: Drop) {
  return svg`<g data-relation=${relation} class=${kind} transform=${`translate(${badge.x} ${badge.y})`}>
    ${badgeMark(kind)}
  </g>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "map-badges": MapBadges;
  }
}
