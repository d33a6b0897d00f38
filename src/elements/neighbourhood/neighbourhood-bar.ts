import { html, nothing } from "lit";
import { type PlateParts, windows } from "#elements/neighbourhood/plates.ts";
import { icon } from "#elements/shared/icon.ts";
import { neighbourhoodWords as words } from "#words/neighbourhood.ts";

/** Stands over a neighbourhood: the way back, whose it is, and what of it is shown where not all is. */
export function neighbourhoodBar(centre: string, parts: PlateParts | null, leave: () => void) {
  const isAlone = parts?.found.claims.length === 1 && parts.found.rests.length === 0;
  return html`<div class="bar">
    <div class="plate">
      <button @click=${leave}>${icon("back", 16)} ${words.back}</button>
      <h2><span>${words.heading}</span><cite dir="auto" title=${centre}>${centre}</cite></h2>
      ${parts === null ? nothing : windows(parts)} ${isAlone ? html`<p>${words.alone}</p>` : nothing}
    </div>
  </div>`;
}
