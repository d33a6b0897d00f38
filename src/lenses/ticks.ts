import { type DayNumber, dayNumberOf, daysInYear, yearOf } from "#lenses/calendar.ts";
import { lensWords as words } from "#words/lenses.ts";

/** A line of the axis, at the beginning of a day. */
export interface Tick {
  readonly day: DayNumber;
  readonly label: string;
  /** Whether it stands for something larger than its neighbours do: a year among months, a decade among years. */
  readonly isMajor: boolean;
}

/** What ticks are apart: so many months, and what is major among them. */
interface Pace {
  readonly months: number;
  readonly major: number;
}

const year = 12;
const paces: readonly Pace[] = [
  { months: 1, major: year },
  { months: 3, major: year },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((years) => ({
    months: years * year,
    major: (years < 10 ? 10 : years < 100 ? 100 : 1000) * year,
  })),
];

/** How many ticks there are at most, however long the time. */
const mostTicks = 1000;

/**
 * The ticks between two days, as close as labels of `room` pixels allow: months, quarters, years, then 2, 5, 10, 20, 50,
 * 100 years and on by powers of ten. Empty where there is no such time or no such scale.
 */
export function ticksBetween(
  first: DayNumber,
  last: DayNumber,
  pixelsPerYear: number,
  room: number,
): readonly Tick[] {
  if (!(first <= last) || !(pixelsPerYear > 0) || !Number.isFinite(last - first)) return [];
  const least = Math.max((room / pixelsPerYear) * year, ((last - first) / daysInYear / mostTicks) * year);
  const pace = paces.find(({ months }) => months >= least) ?? longPace(least);
  const ticks: Tick[] = [];
  const start = Math.ceil((yearOf(first) * year) / pace.months) * pace.months;
  for (let month = start; dayOf(month) <= last; month += pace.months) {
    const day = dayOf(month);
    if (day >= first) ticks.push({ day, label: labelOf(month, pace), isMajor: month % pace.major === 0 });
  }
  return ticks;
}

/** 2,000 years, 5,000, 10,000 and on. */
function longPace(least: number): Pace {
  const ten = 10 ** Math.floor(Math.log10(least / year));
  const years = [1, 2, 5, 10].map((each) => each * ten).find((each) => each * year >= least) ?? 10 * ten;
  return { months: years * year, major: 10 * ten * year };
}

/** The first day of a month, counted from January of the year 0. */
function dayOf(month: number): DayNumber {
  const years = Math.floor(month / year);
  return dayNumberOf({ year: years, month: month - years * year + 1, day: 1 });
}

/** A January is named by its year, as the year is what one looks for. */
function labelOf(month: number, { months }: Pace): string {
  const years = Math.floor(month / year);
  const place = month - years * year;
  return months >= year || place === 0 ? words.year(years) : words.months[place]!;
}
