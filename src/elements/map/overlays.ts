import { html, nothing } from "lit";
import type { Carried } from "#elements/map/branch-drag.ts";
import type { DropTarget } from "#elements/map/drop-target.ts";
import type { Rect, Size } from "#layout/picture.ts";
import { mapWords as words } from "#words/map.ts";

/** Asks for the first thesis of a map. */
export function emptySheet(write: () => void) {
  return html`<div class="empty">
    <div class="sheet">
      <p class="title">${words.empty}</p>
      <p class="hint">${words.emptyHint}</p>
      <button class="primary" @click=${write}>${words.writeThesis}</button>
    </div>
  </div>`;
}

/** Stands in a bracket for a premise that is drawn elsewhere. */
export function seeChip(text: string, rect: Rect, go: () => void) {
  return html`<button
    class="see"
    .style=${boxAt(rect)}
    aria-label=${words.see(text)}
    title=${text}
    @click=${go}
  >
    ${words.see(text)}
  </button>`;
}

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

function boxAt({ x, y, width, height }: Rect): string {
  return `transform: translate(${x}px, ${y}px); width: ${width}px; height: ${height}px`;
}
