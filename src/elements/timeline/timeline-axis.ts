import { html } from "lit";
import type { Window } from "#elements/timeline/lane-plan.ts";
import { across, dayAt } from "#elements/timeline/time-scale.ts";
import { ticksBetween } from "#lenses/ticks.ts";
import type { Timeline } from "#lenses/timeline.ts";

/** The room of a tick with its label, in pixels. */
const room = 64;

/** The years along the upper edge, and a line down from each: for the eye, since every item says its date. */
export function timelineAxis(
  span: NonNullable<Timeline["span"]>,
  pixelsPerYear: number,
  { left, right }: Window,
  textScale: number,
) {
  const [from, to] = [left, right].map((edge) => Math.round(dayAt(edge, span, pixelsPerYear)));
  const [first, last] = [Math.max(span.first, from!), Math.min(span.last + 1, to!)];
  const ticks = ticksBetween(first, last, pixelsPerYear, room * textScale).map(({ day, label, isMajor }) => ({
    label,
    isMajor,
    at: across(day, span, pixelsPerYear),
  }));
  return html`<div class="axis" aria-hidden="true">
      ${ticks.map(
        ({ at, label, isMajor }) =>
          html`<span class=${isMajor ? "tick major" : "tick"} .style=${`left: ${at}px`}>${label}</span>`,
      )}
    </div>
    <div class="rules" aria-hidden="true">
      ${ticks.map(
        ({ at, isMajor }) =>
          html`<span class=${isMajor ? "rule major" : "rule"} .style=${`left: ${at}px`}></span>`,
      )}
    </div>`;
}
