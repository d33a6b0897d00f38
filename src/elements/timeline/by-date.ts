import type { Place } from "#elements/timeline/walking.ts";
import { yearOf } from "#lenses/calendar.ts";
import type { Timeline, TimelineItem } from "#lenses/timeline.ts";

/** What begins in one year. */
export interface Year {
  readonly year: number;
  readonly entries: readonly Entry[];
}

/** An item, once, with its place in the first lane that has it. */
export interface Entry {
  readonly item: TimelineItem;
  readonly place: Place;
  /** The lanes that it stands in. */
  readonly lanes: readonly number[];
}

/** All items by date, those of several lanes once. */
export function entriesOf({ lanes }: Timeline): readonly Entry[] {
  const entries = new Map<string, Entry & { readonly lanes: number[] }>();
  for (const [lane, { items }] of lanes.entries()) {
    for (const [at, item] of items.entries()) {
      const key = `${item.what.type} ${item.key}`;
      const known = entries.get(key);
      if (known === undefined) entries.set(key, { item, place: { lane, at }, lanes: [lane] });
      else known.lanes.push(lane);
    }
  }
  return [...entries.values()].toSorted((a, b) => a.item.first - b.item.first);
}

/** Entries by the year in which they begin. */
export function inYears(entries: readonly Entry[]): readonly Year[] {
  const years: { readonly year: number; readonly entries: Entry[] }[] = [];
  for (const entry of entries) {
    const year = yearOf(entry.item.first);
    const last = years.at(-1);
    if (last?.year === year) last.entries.push(entry);
    else years.push({ year, entries: [entry] });
  }
  return years;
}
