import { html, nothing } from "lit";
import "#elements/looking/looking-bar.ts";
import "#elements/outline/outline-row.ts";
import type { OutlineRow } from "#elements/outline/rows.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { mapWords } from "#words/map.ts";
import { outlineWords as words } from "#words/outline.ts";

/** A screen so wide has room for a legend beside the rows, as the styles have it. CSS pixels. */
const besideLegend = 1120;

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

/** The page stands beside the legend of a lens. */
export function pageClass({ looking }: MapSession): string {
  return (looking.value?.lens.value ?? null) === null ? "page" : "page beside";
}

/** By what the map is looked at, as on the map: lens, years, hidden names. */
export function waysToLook(workspace: Workspace, session: MapSession) {
  return html`<div class="looking">
    <looking-bar .roomy=${besideLegend} .workspace=${workspace} .session=${session}></looking-bar>
  </div>`;
}

/** A row of the tree, with its role, its name and its place. */
export function treeItem(row: OutlineRow, inHand: boolean) {
  const { claim, level, position, siblings, expanded } = row.face;
  return html`<outline-row
    role="treeitem"
    aria-label=${row.name}
    aria-description=${row.description ?? nothing}
    aria-level=${level}
    aria-posinset=${position}
    aria-setsize=${siblings}
    aria-expanded=${expanded === null ? nothing : String(expanded)}
    aria-selected=${inHand ? "true" : "false"}
    tabindex=${inHand ? 0 : -1}
    data-claim=${claim}
    data-fade=${row.sight?.fade ?? nothing}
    .row=${row}
    .inHand=${inHand}
  ></outline-row>`;
}

/** Why something was not done that has no claim in hand to say it at. */
export function refusalElsewhere({ refused, inHand }: MapSession) {
  return refused.value === null || refused.value.claim === inHand.value
    ? nothing
    : html`<p class="refused" role="alert">${refused.value.sentence}</p>`;
}
