import { html, nothing } from "lit";
import { icon } from "#elements/shared/icon.ts";
import type { Teller } from "#elements/timeline/teller.ts";
import type { Placed } from "#lenses/rows.ts";
import type { TimelineItem } from "#lenses/timeline.ts";
import { timelineWords as words } from "#words/timeline.ts";

/** What an item looks like beside what it says. */
export interface ItemLook {
  /** Its place in the lane, and how many there are. */
  readonly at: number;
  readonly count: number;
  /** From the lane's upper left corner, in pixels. */
  readonly left: number;
  readonly top: number;
  /** How wide the time is that it stands for, in pixels. */
  readonly extent: number;
  /** Whether the keys are at it. */
  readonly isCurrent: boolean;
  /** Whether its claim is in hand. */
  readonly isInHand: boolean;
  /** Whether its holder is followed. */
  readonly isFollowed: boolean;
}

/** Narrower than this a time is a point. */
const point = 7;

/** One attribution or source: its sign, who says what, and below it the time that it may have been, drawn as it is known. */
export function timelineItem({ item, width }: Placed<TimelineItem>, teller: Teller, look: ItemLook) {
  const { what } = item;
  const name = teller.name(item);
  const marks = [
    what.type === "work" ? "work" : what.stance,
    ...(look.isInHand ? ["in-hand"] : []),
    ...(look.isFollowed ? ["followed"] : []),
  ];
  return html`<div
    role="option"
    class="item ${marks.join(" ")}"
    aria-label=${name}
    aria-selected=${look.isCurrent ? "true" : "false"}
    aria-posinset=${look.at + 1}
    aria-setsize=${look.count}
    tabindex=${look.isCurrent ? 0 : -1}
    title=${name}
    data-at=${look.at}
    .style=${`left: ${look.left}px; top: ${look.top}px; width: ${width}px`}
  >
    <span class="line">
      <span class="sign" data-text=${what.type === "work" ? nothing : words.signs[what.stance]}
        >${what.type === "work" ? icon("maps", 13) : nothing}</span
      >
      <span class="words" dir="auto"
        ><b data-text=${`${teller.head(item)} `}></b><span data-text=${teller.tail(item)}></span
      ></span>
    </span>
    <span
      class="when ${timeMarks(item, look.extent)}"
      .style=${`width: ${Math.max(point, look.extent)}px`}
    ></span>
  </div>`;
}

/** How the time is drawn: as a point or a bar, its ends open or not, sure or not. */
function timeMarks({ openStart, openEnd, approximate, uncertain }: TimelineItem, extent: number): string {
  return [
    extent <= point && !openStart && !openEnd ? "point" : "bar",
    ...(openStart ? ["open-start"] : []),
    ...(openEnd ? ["open-end"] : []),
    ...(approximate ? ["approximate"] : []),
    ...(uncertain ? ["uncertain"] : []),
  ].join(" ");
}
