import type { Day } from "#dating/point.ts";

/** Days since 1 January of the year 0 (1 BCE), by the Gregorian calendar reckoned back. */
export type DayNumber = number;

/** The days of a mean year, for scales. */
const daysInYear = 365.2425;

const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

export function dayNumberOf({ year, month, day }: Day): DayNumber {
  const leapDay = month > 2 && isLeap(year) ? 1 : 0;
  return newYearOf(year) + (daysBeforeMonth[month - 1] ?? 0) + leapDay + day - 1;
}

/** January 1 of a year. */
function newYearOf(year: number): DayNumber {
  return (
    365 * year + Math.floor((year + 3) / 4) - Math.floor((year + 99) / 100) + Math.floor((year + 399) / 400)
  );
}

/** The year that a day is in; 0 is 1 BCE. */
export function yearOf(day: DayNumber): number {
  let year = Math.floor(day / daysInYear);
  while (newYearOf(year + 1) <= day) year++;
  while (newYearOf(year) > day) year--;
  return year;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
