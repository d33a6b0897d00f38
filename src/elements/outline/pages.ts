import { html } from "lit";
import type { ArgumentMap } from "#model/map.ts";
import { mapWords } from "#words/map.ts";
import { outlineWords as words } from "#words/outline.ts";

/** What stands above the outline on paper; on screen the header says it. */
export function paperHeading({ about, claims }: ArgumentMap) {
  return html`<div class="head" aria-hidden="true">
    <p class="title" dir="auto" lang=${about.language}>${about.title || words.untitled}</p>
    <p class="question" dir="auto" lang=${about.language}>${about.question}</p>
    <p class="facts">${words.claims(claims.size)}</p>
  </div>`;
}

/** What a map without a claim asks for. */
export function emptyOutline(write: () => void) {
  return html`<div class="empty">
    <p class="asks">${mapWords.asks.thesis}</p>
    ${mapWords.emptyHint}<br />
    <button class="primary" @click=${write}>${mapWords.writeThesis}</button>
  </div>`;
}
