import { datingWords as words } from "#words/dating.ts";

/** A day of the Gregorian calendar, reckoned back before 1582 as well. The year 0 is 1 BCE, as in ISO 8601. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** One date of EDTF as its digits say it; `X` stands for a digit that is not known. */
export interface Point {
  /** "1956", "199X", "-0043", "170000002". */
  readonly year: string;
  /** "02", "XX", "21" to "24" for a season; "" where only the year is said. */
  readonly month: string;
  /** "25", "XX"; "" where it is not said. */
  readonly day: string;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

const firstSeason = 21;

/** The season's number from 0, spring to winter, or `null` where the month is a month. */
export function seasonOf({ month }: Point): number | null {
  const season = Number(month) - firstSeason;
  return season >= 0 && season < words.seasons.length ? season : null;
}

/** What no calendar has about a point, in a sentence; `null` for a date that can be. */
export function pointFault(point: Point, written: string): string | null {
  const season = seasonOf(point);
  if (season !== null) return point.day === "" ? null : words.dayOfSeason(written);
  const months = monthsOf(point);
  if (months.length === 0) return words.noSuchMonth(written, point.month);
  if (firstDay(point) !== null) return null;
  const month = months.length === 1 ? months[0]! : 1;
  const name = words.months[month - 1] ?? "";
  const days = daysIn(yearsOf(point)[0], month);
  return words.noSuchDay(written, point.day, months.length === 1 ? `${name} ${point.year}` : name, days);
}

/** The first day that a point can mean: of spring, March 1; of winter, December 1 of the year named. */
export function firstDay(point: Point): Day | null {
  const season = seasonOf(point);
  const [first, last] = yearsOf(point);
  if (season !== null) return { year: first, month: 3 + 3 * season, day: 1 };
  for (let year = first; year <= last; year++) {
    const found = isYear(point, year) ? dayIn(point, year, "first") : null;
    if (found !== null) return found;
  }
  return null;
}

/** The last day that a point can mean; winter ends in the February after the year named. */
export function lastDay(point: Point): Day | null {
  const season = seasonOf(point);
  const [first, last] = yearsOf(point);
  if (season !== null) {
    const year = season === 3 ? last + 1 : last;
    const month = season === 3 ? 2 : 5 + 3 * season;
    return { year, month, day: daysIn(year, month) };
  }
  for (let year = last; year >= first; year--) {
    const found = isYear(point, year) ? dayIn(point, year, "last") : null;
    if (found !== null) return found;
  }
  return null;
}

/** The least and the greatest year that the digits allow. */
export function yearsOf({ year }: Point): readonly [first: number, last: number] {
  const [low, high] = [Number(year.replaceAll("X", "0")), Number(year.replaceAll("X", "9"))];
  return low <= high ? [low + 0, high] : [high, low + 0];
}

export function compareDays(a: Day, b: Day): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

function isYear({ year }: Point, candidate: number): boolean {
  if (!year.includes("X")) return true;
  const digits = String(Math.abs(candidate)).padStart(4, "0");
  return matches(year.replace("-", ""), digits);
}

function dayIn(point: Point, year: number, which: "first" | "last"): Day | null {
  const end = which === "first" ? 0 : -1;
  const months = which === "first" ? monthsOf(point) : monthsOf(point).toReversed();
  for (const month of months) {
    const day = daysOf(point, year, month).at(end);
    if (day !== undefined) return { year, month, day };
  }
  return null;
}

function monthsOf({ month }: Point): readonly number[] {
  return numbersLike(month, 12);
}

function daysOf({ day }: Point, year: number, month: number): readonly number[] {
  return numbersLike(day, daysIn(year, month));
}

/** The numbers from 1 to `last` that two digits can mean, any where nothing is written. */
function numbersLike(digits: string, last: number): readonly number[] {
  if (/^\d\d$/u.test(digits)) return [Number(digits)].filter((number) => number >= 1 && number <= last);
  const numbers = Array.from({ length: last }, (_, at) => at + 1);
  if (digits === "" || digits === "XX") return numbers;
  return numbers.filter((number) => matches(digits, String(number).padStart(2, "0")));
}

function matches(pattern: string, digits: string): boolean {
  return (
    pattern.length === digits.length &&
    [...pattern].every((digit, at) => digit === "X" || digit === digits[at])
  );
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
