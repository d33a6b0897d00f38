import { html } from "lit";
import type { Rect } from "#layout/picture.ts";
import { mapWords as words } from "#words/map.ts";

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

export function boxAt({ x, y, width, height }: Rect): string {
  return `transform: translate(${x}px, ${y}px); width: ${width}px; height: ${height}px`;
}
