import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import "#elements/shared/school-swatch.ts";
import { type PlannedLane, placesIn, type Sizes, type Window } from "#elements/timeline/lane-plan.ts";
import type { Teller } from "#elements/timeline/teller.ts";
import { timelineItem } from "#elements/timeline/timeline-item.ts";
import { lead } from "#elements/timeline/time-scale.ts";
import { claimsOf, type Place } from "#elements/timeline/walking.ts";
import { leftOf } from "#lenses/rows.ts";
import type { ClaimId, HolderId } from "#model/ids.ts";
import { timelineWords as words } from "#words/timeline.ts";

/** What lanes are drawn with. */
export interface LaneParts {
  readonly teller: Teller;
  readonly setting: Parameters<typeof leftOf>[1];
  readonly sizes: Sizes;
  /** What of all lanes is to be in the page. */
  readonly seen: Window;
  /** The item at which the keys are: always in the page. */
  readonly place: Place | null;
  readonly inHand: ClaimId | null;
  readonly followed: HolderId | null;
}

/** A school's lane: a rail in its colour and pattern, its name, which stays on screen, and its items. */
export function timelineLane(planned: PlannedLane, index: number, parts: LaneParts) {
  const { lane, height, placed } = planned;
  const { teller, place, seen, sizes } = parts;
  const school = lane.school === null ? undefined : teller.map.schools.get(lane.school);
  const name = teller.lane(lane);
  const places = new Set(placesIn(planned, seen, sizes));
  if (place?.lane === index && placed[place.at] !== undefined) places.add(place.at);
  return html`<div
    role="group"
    class="lane"
    aria-label=${words.lane(name, placed.length)}
    data-lane=${index}
    .style=${`height: ${height}px; --school: ${school === undefined ? "var(--ink-2)" : `var(--school-${school.colour})`}`}
  >
    ${
      school === undefined
        ? html`<span class="rail"></span>`
        : html`<school-swatch
            class="rail"
            .colour=${school.colour}
            .pattern=${school.pattern}
          ></school-swatch>`
    }
    <div class="head" aria-hidden="true" dir="auto"><b>${name}</b> <span>${placed.length}</span></div>
    ${repeat(
      [...places].toSorted((a, b) => a - b),
      (at) => placed[at]!.item.key,
      (at) => item(planned, index, at, parts),
    )}
  </div>`;
}

function item({ placed }: PlannedLane, lane: number, at: number, parts: LaneParts) {
  const { teller, setting, sizes, place, inHand, followed } = parts;
  const here = placed[at]!;
  const { what, last } = here.item;
  return timelineItem(here, teller, {
    at,
    count: placed.length,
    left: lead + here.left,
    top: sizes.head + here.row * sizes.row,
    extent: leftOf(last + 1, setting) - here.left,
    isCurrent: place?.lane === lane && place.at === at,
    isInHand: inHand !== null && claimsOf(here.item).includes(inHand),
    isFollowed: what.type === "argument" && what.holder === followed,
  });
}
