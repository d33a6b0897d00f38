import { html, nothing } from "lit";
import { icon, type IconName } from "#elements/shared/icon.ts";
import { zoomStep } from "#elements/timeline/screen-keys.ts";
import type { Teller } from "#elements/timeline/teller.ts";
import { undatedList, undatedSaid } from "#elements/timeline/undated-list.ts";
import { placeOf } from "#elements/timeline/walking.ts";
import { changedMinds } from "#lenses/changed-mind.ts";
import type { Timeline } from "#lenses/timeline.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import { lookingWords } from "#words/looking.ts";
import { timelineWords as words } from "#words/timeline.ts";

/** What the bar shows, and where it leads. */
interface BarParts {
  readonly session: MapSession;
  readonly timeline: Timeline;
  readonly teller: Teller;
  /** Whether there is a chart, that can be zoomed. */
  readonly hasChart: boolean;
  /** Zooms by a factor; `null` shows all years. */
  zoom(by: number | null): void;
  follow(): void;
  /** Hides names, or shows them. */
  blind(): void;
  take(claim: ClaimId): void;
}

/** Stands over a timeline: zoom, who changed their mind, and what has no date. */
export function timelineBar({ session, timeline, teller, hasChart, zoom, follow, blind, take }: BarParts) {
  const map = session.map.value;
  const inHand = session.inHand.value;
  const isOff = inHand !== null && timeline.span !== null && placeOf(timeline.lanes, inHand, null) === null;
  return html`<div class="bar">
    ${hasChart && timeline.span !== null ? zooming(zoom) : nothing}
    ${
      map.holders.size === 0
        ? nothing
        : html`<button class="plain" @click=${follow}>${words.minds(changedMinds(map).length)}</button>
            <button
              class="plain blind"
              aria-pressed=${teller.masks === null ? "false" : "true"}
              title=${lookingWords.blindLong}
              @click=${blind}
            >
              ${lookingWords.blind}
            </button>`
    }
    ${isOff ? html`<p class="off">${words.noDateInHand}</p>` : nothing} ${undated(teller, timeline, take)}
  </div>`;
}

function zooming(zoom: BarParts["zoom"]) {
  const button = (name: string, drawing: IconName, by: number | null) =>
    html`<button aria-label=${name} title=${name} @click=${() => zoom(by)}>${icon(drawing, 16)}</button>`;
  return html`<div class="zoom" role="group" aria-label=${words.zoom}>
    ${button(words.zoomOut, "minus", 1 / zoomStep)} ${button(words.zoomIn, "add", zoomStep)}
    ${button(words.fit, "fit", null)}
  </div>`;
}

function undated(teller: Teller, timeline: Timeline, take: (claim: ClaimId) => void) {
  const said = undatedSaid(teller, timeline);
  if (said === "") return nothing;
  return html`<details class="undated">
    <summary>${said}</summary>
    ${undatedList(teller, take)}
  </details>`;
}
