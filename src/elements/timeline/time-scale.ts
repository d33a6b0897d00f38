import { type DayNumber, daysInYear } from "#lenses/calendar.ts";
import { leftOf } from "#lenses/rows.ts";
import type { Timeline } from "#lenses/timeline.ts";

/** The room before the first day, in pixels. */
export const lead = 28;
/** The room behind the beginning of the last item, for what is written at it, in pixels. */
const tail = 330;

/** No wider: browsers lay out some 16 million pixels at most. */
const widest = 8_000_000;
/** A month is some hundred pixels wide. */
const largest = 1440;

type Span = NonNullable<Timeline["span"]>;

/** How many pixels a year may have: at least so many that all fits a width, at most so many that months can be told apart. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

export function boundsOf(span: Span, width: number): Bounds {
  const years = (span.last + 1 - span.first) / daysInYear;
  const most = Math.min(largest, widest / years);
  return { least: Math.min(most, Math.max(120, width - lead - tail) / years), most };
}

/** The days in which something was argued, which is what a timeline opens with: a source may be older by far. */
export function arguedSpan({ lanes }: Timeline): Span | null {
  let [first, last] = [Infinity, -Infinity];
  for (const { items } of lanes) {
    for (const item of items) {
      if (item.what.type === "work") continue;
      [first, last] = [Math.min(first, item.first), Math.max(last, item.last)];
    }
  }
  return first <= last ? { first, last } : null;
}

export function within(pixelsPerYear: number, { least, most }: Bounds): number {
  return Math.min(most, Math.max(least, pixelsPerYear));
}

/** Days from the left edge of the content on, as pixels. */
export function across(day: DayNumber, span: Span, pixelsPerYear: number): number {
  return lead + leftOf(day, { pixelsPerYear, from: span.first });
}

/** The day, with its fraction, at so many pixels from the left edge of the content. */
export function dayAt(left: number, span: Span, pixelsPerYear: number): DayNumber {
  return span.first + ((left - lead) / pixelsPerYear) * daysInYear;
}

/** The width of all of it, in pixels: at least that of the screen. */
export function widthOf(span: Span, pixelsPerYear: number, screen: number): number {
  return Math.max(screen, Math.ceil(across(span.last + 1, span, pixelsPerYear) + tail));
}
