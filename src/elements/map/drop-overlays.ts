import { css, html, nothing } from "lit";
import type { Carried } from "#elements/map/branch-drag.ts";
import type { DropTarget } from "#elements/map/drop-target.ts";
import { boxAt } from "#elements/map/overlays.ts";
import type { Size } from "#layout/picture.ts";
import { mapWords as words } from "#words/map.ts";

/** How a carried branch looks, and where it would go: for the map screen's own tree. */
export const dropLook = css`
  .ghost {
    position: absolute;
    top: 0;
    left: 0;
    z-index: 7;
    width: 240px;
    box-sizing: border-box;
    padding: 10px 14px;
    border-radius: var(--radius);
    background: var(--card);
    box-shadow:
      inset 0 0 0 1px var(--line),
      var(--shadow-high);
    font: 400 15px/20px var(--serif);
    pointer-events: none;
    opacity: 0.94;
  }
  .ghost .line {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .ghost .no {
    margin-top: 6px;
    font: 600 12px/16px var(--sans);
    color: var(--oppose);
  }
  .zones {
    position: absolute;
    top: 0;
    left: 0;
    z-index: 3;
    display: flex;
    overflow: hidden;
    border-radius: var(--radius);
    pointer-events: none;
    font: 600 16px/20px var(--sans);
  }
  .zone {
    flex: 1;
    display: grid;
    place-content: start center;
    padding-top: 14px;
    border: 2px dashed var(--kind);
    color: var(--kind);
    background: color-mix(in srgb, var(--tint) 88%, transparent);
  }
  .zone.supports {
    --kind: var(--support);
    --tint: var(--support-tint);
    border-radius: var(--radius) 0 0 var(--radius);
  }
  .zone.opposes {
    --kind: var(--oppose);
    --tint: var(--oppose-tint);
    border-radius: 0 var(--radius) var(--radius) 0;
  }
  .zone.chosen {
    border-style: solid;
    background: var(--kind);
    color: var(--on-colour);
  }
  .between {
    position: absolute;
    top: 0;
    left: 0;
    z-index: 3;
    border-radius: 3px;
    background: var(--focus);
    pointer-events: none;
  }
  @media (forced-colors: active) {
    .zone.chosen {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .between {
      background: Highlight;
      forced-color-adjust: none;
    }
    .ghost {
      border: 1px solid CanvasText;
    }
  }
`;

/** Where a carried branch would go, in map coordinates. */
export function dropMark(target: DropTarget | null, refused: string | null) {
  if (target === null || refused !== null) return nothing;
  if (target.type === "beside") return html`<div class="between" .style=${boxAt(target.line)}></div>`;
  return html`<div class="zones" .style=${boxAt(target.rect)}>
    <div class=${target.kind === "supports" ? "zone supports chosen" : "zone supports"}>${words.reason}</div>
    <div class=${target.kind === "opposes" ? "zone opposes chosen" : "zone opposes"}>${words.objection}</div>
  </div>`;
}

/** How wide a carried card is, and how far from the pointer, in pixels. */
const ghostWidth = 240;
const ghostGap = 14;

/** The carried claim beside the pointer, on its left where the screen ends on its right. In screen coordinates. */
export function ghost({ at, refused }: Carried, text: string, screen: Size) {
  const right = at.x + ghostGap;
  const x = right + ghostWidth <= screen.width ? right : at.x - ghostGap - ghostWidth;
  return html`<div
    class="ghost"
    aria-hidden="true"
    .style=${`transform: translate(${x}px, ${at.y + ghostGap}px)`}
  >
    <div class="line" dir="auto">${text}</div>
    ${refused === null ? nothing : html`<div class="no">${refused}</div>`}
  </div>`;
}
