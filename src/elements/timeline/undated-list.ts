import { html, nothing } from "lit";
import type { Teller } from "#elements/timeline/teller.ts";
import type { Timeline } from "#lenses/timeline.ts";
import { undatedIn } from "#lenses/undated.ts";
import type { ClaimId } from "#model/ids.ts";
import { timelineWords as words } from "#words/timeline.ts";

/** So many are listed at most. */
const longest = 300;

/** How much of a map has no date, in a sentence; empty where all has one. */
export function undatedSaid({ map }: Teller, { undated }: Timeline): string {
  let attributions = 0;
  for (const claim of map.claims.values()) attributions += claim.attributions.length;
  return words.undated([undated.attributions, attributions], [undated.sources, map.sources.size]);
}

/** What has no date, and so no place on the timeline: each attribution leads to its claim. */
export function undatedList(teller: Teller, take: (claim: ClaimId) => void) {
  const { attributions, sources } = undatedIn(teller.map);
  const left = attributions.length + sources.length - longest;
  return html`<ul>
    ${attributions.slice(0, longest).map(
      ({ claim, attribution: { holder, stance } }) =>
        html`<li>
          <button @click=${() => take(claim)} dir="auto">
            <b>${teller.holder(holder)} ${words.stances[stance]}</b> ${teller.claim(claim)}
          </button>
        </li>`,
    )}
    ${sources
      .slice(0, Math.max(0, longest - attributions.length))
      .map((source) => html`<li dir="auto">${teller.source(source)}</li>`)}
    ${left > 0 ? html`<li>${words.unlisted(left)}</li>` : nothing}
  </ul>`;
}
