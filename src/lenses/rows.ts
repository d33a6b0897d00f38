import { type DayNumber, daysInYear } from "#lenses/calendar.ts";
import { Heap } from "#model/heap.ts";

/** How items are set out. */
export interface Setting<Item> {
  readonly pixelsPerYear: number;
  /** The day at the left edge. */
  readonly from: DayNumber;
  /** The width of what is written at an item, in pixels: it takes that much room from its first day on, or more. */
  readonly labelWidth: (item: Item) => number;
  /** The room that is left free behind each item, in pixels. */
  readonly gap: number;
}

/** Where an item stands: pixels from the left edge, and rows from the top. */
export interface Placed<Item> {
  readonly item: Item;
  readonly row: number;
  readonly left: number;
  readonly width: number;
}

export interface Rows<Item> {
  /** In the order of the items given. */
  readonly placed: readonly Placed<Item>[];
  readonly count: number;
}

/** Pixels from the left edge to the beginning of a day. */
export function leftOf(
  day: DayNumber,
  { pixelsPerYear, from }: Pick<Setting<never>, "pixelsPerYear" | "from">,
): number {
  return ((day - from) * pixelsPerYear) / daysInYear;
}

interface Busy {
  readonly row: number;
  readonly until: number;
}

/**
 * Sets items of a lane into rows so that none covers another: each into the highest row that is free where it begins,
 * so that there are as few rows as can be. `items` come by their first days.
 */
export function rowsOf<Item extends { readonly first: DayNumber; readonly last: DayNumber }>(
  items: readonly Item[],
  setting: Setting<Item>,
): Rows<Item> {
  const busy = new Heap<Busy>((a, b) => a.until - b.until);
  const free = new Heap<number>((a, b) => a - b);
  let [count, next] = [0, busy.pop()];
  const placed = items.map((item) => {
    const left = leftOf(item.first, setting);
    const width = Math.max(leftOf(item.last + 1, setting) - left, setting.labelWidth(item));
    for (; next !== undefined && next.until <= left; next = busy.pop()) free.push(next.row);
    const row = free.pop() ?? count++;
    const taken = { row, until: left + width + setting.gap };
    if (next === undefined) next = taken;
    else if (taken.until < next.until) {
      busy.push(next);
      next = taken;
    } else busy.push(taken);
    return { item, row, left, width };
  });
  return { placed, count };
}
