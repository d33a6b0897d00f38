import { lead } from "#elements/timeline/time-scale.ts";
import { type Placed, rowsOf } from "#lenses/rows.ts";
import type { Lane, Timeline, TimelineItem } from "#lenses/timeline.ts";

/** A rectangle of the content, in pixels. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a lane stands, and each of its items in it. */
export interface PlannedLane {
  readonly lane: Lane;
  /** From the top of all lanes, in pixels. */
  readonly top: number;
  readonly height: number;
  /** By date; `left` is from the lane's left edge. */
  readonly placed: readonly Placed<TimelineItem>[];
}

export interface Plan {
  readonly lanes: readonly PlannedLane[];
  readonly height: number;
}

/** The sizes of things, in pixels; they grow with the text. */
export interface Sizes {
  readonly head: number;
  readonly row: number;
  readonly label: number;
}

/** The height of the axis above the lanes, in pixels. */
export const axisHeight = 34;

const gap = 12;
const foot = 10;
const least = 64;

export function sizesAt(textScale: number): Sizes {
  return { head: 34 * textScale, row: 30 * textScale, label: 300 * textScale };
}

/** Sets the items of all lanes out in rows, at a scale. `lengthOf` is how many letters are written at an item. */
export function planned(
  { lanes, span }: Timeline,
  pixelsPerYear: number,
  sizes: Sizes,
  lengthOf: (item: TimelineItem) => number,
): Plan {
  const letter = sizes.label / 40;
  const labelWidth = (item: TimelineItem) =>
    Math.min(sizes.label, Math.max(least, (lengthOf(item) + 4) * letter));
  const setting = { pixelsPerYear, from: span?.first ?? 0, labelWidth, gap };
  let top = 0;
  const set = lanes.map((lane) => {
    const { placed, count } = rowsOf(lane.items, setting);
    const height = sizes.head + count * sizes.row + foot;
    const here = { lane, placed, top, height };
    top += height;
    return here;
  });
  return { lanes: set, height: top };
}

/** Where an item stands in all of it. */
export function boxOf(
  { top }: PlannedLane,
  { left, width, row }: Placed<TimelineItem>,
  sizes: Sizes,
): Window {
  const upper = top + sizes.head + row * sizes.row;
  return { left: lead + left, top: upper, right: lead + left + width, bottom: upper + sizes.row };
}

/** The places in a lane of the items that come into a window. */
export function placesIn(
  { top, height, placed }: PlannedLane,
  seen: Window,
  sizes: Sizes,
): readonly number[] {
  if (top > seen.bottom || top + height < seen.top) return [];
  const firstRow = (seen.top - top - sizes.head) / sizes.row - 1;
  const lastRow = (seen.bottom - top - sizes.head) / sizes.row;
  const found: number[] = [];
  for (const [at, { left, width, row }] of placed.entries()) {
    if (lead + left > seen.right) break;
    if (row >= firstRow && row <= lastRow && lead + left + width >= seen.left) found.push(at);
  }
  return found;
}

/** Items this far outside the screen are in the page, in pixels. */
const margin = 320;
/** What is in the page is chosen anew when the screen has moved so far, in pixels. */
export const stride = 160;

/** What is on screen or near it; the same as long as the screen stays within a stride. */
export function nearWindow(
  left: number,
  top: number,
  screen: { readonly width: number; readonly height: number },
): Window {
  const [x, y] = [Math.floor(left / stride) * stride, Math.floor(top / stride) * stride];
  return {
    left: x - margin,
    top: y - margin,
    right: x + stride + screen.width + margin,
    bottom: y + stride + screen.height + margin,
  };
}

/** What is on screen now. */
interface Screenful {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** To where all is scrolled so that an item is on screen with its words: no farther than need be, or in the middle. */
export function shownAt(
  box: Window,
  { left, top, width, height }: Screenful,
  { head, label }: Sizes,
  isCentred: boolean,
): { readonly left: number; readonly top: number } {
  const [above, below] = [head + 8, height - axisHeight - 16];
  const right = Math.min(box.right, box.left + label);
  return {
    left: Math.min(Math.max(left, right - width + 16), box.left - lead),
    top: isCentred ? box.top - below / 2 : Math.min(Math.max(top, box.bottom - below), box.top - above),
  };
}
