import { html, nothing } from "lit";
import type { ArgumentMap } from "#model/map.ts";
import type { MapSession } from "#session/map-session.ts";
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

/** Why something was not done that has no claim in hand to say it at. */
export function refusalElsewhere({ refused, inHand }: MapSession) {
  return refused.value === null || refused.value.claim === inHand.value
    ? nothing
    : html`<p class="refused" role="alert">${refused.value.sentence}</p>`;
}
