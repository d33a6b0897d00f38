import { css, html, LitElement, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { schoolTiles, tileSide } from "#export/school-tiles.ts";
import type { SchoolColour, SchoolPattern } from "#model/people.ts";

/**
 * What a school is drawn in: its colour under its pattern. Hidden from screen readers: the school's name stands beside it.
 *
 * @cssproperty [--swatch-width=16px] - how wide it is.
 * @cssproperty [--swatch-height=16px] - how high it is.
 */
@customElement("school-swatch")
export class SchoolSwatch extends LitElement {
  static override styles = css`
    :host {
      display: inline-block;
      flex: none;
      width: var(--swatch-width, 16px);
      height: var(--swatch-height, 16px);
      border-radius: 4px;
      overflow: hidden;
      vertical-align: -3px;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
    }
    path {
      fill: none;
      stroke: var(--card);
    }
    .dots {
      stroke-linecap: round;
    }
    @media (forced-colors: active) {
      .ground {
        fill: CanvasText;
      }
      path {
        stroke: Canvas;
      }
    }
  `;

  @property() colour: SchoolColour = "slate";
  @property() pattern: SchoolPattern = "solid";

  override render() {
    const { line, width } = schoolTiles[this.pattern];
    return html`<svg aria-hidden="true">
      <pattern id="tile" width=${tileSide} height=${tileSide} patternUnits="userSpaceOnUse">
        ${svg`<path class=${this.pattern} d=${line} stroke-width=${width}></path>`}
      </pattern>
      <rect class="ground" width="100%" height="100%" .style=${`fill: var(--school-${this.colour})`}></rect>
      <rect width="100%" height="100%" fill="url(#tile)"></rect>
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "school-swatch": SchoolSwatch;
  }
}
