import type { Dating, Edge } from "#dating/dating.ts";
import { type Point, seasonOf, yearsOf } from "#dating/point.ts";
import { datingWords as words } from "#words/dating.ts";

/** A date as a person reads it: "c. 1979", "1953–1964", "February 25, 1956", "1990s", "since 1985", "1956?". */
export function dateInWords({ from, to }: Dating): string {
  if (to === null) return edgeInWords(from);
  if (to === "open") return words.since(edgeInWords(from));
  if (from === "open") return words.before(edgeInWords(to));
  return `${edgeInWords(from)}–${edgeInWords(to)}`;
}

function edgeInWords(edge: Edge): string {
  if (typeof edge === "string") return words.unknown;
  const about = edge.approximate ? words.about(dayInWords(edge)) : dayInWords(edge);
  return edge.uncertain ? words.uncertain(about) : about;
}

function dayInWords(point: Point): string {
  const year = yearInWords(point);
  const season = seasonOf(point);
  const name = season === null ? words.months[Number(point.month) - 1] : words.seasons[season];
  if (name === undefined) return year;
  const day = Number(point.day);
  return point.day === "" || Number.isNaN(day) ? `${name} ${year}` : `${name} ${day}, ${year}`;
}

function yearInWords(point: Point): string {
  const [first, last] = yearsOf(point);
  const { year } = point;
  if (year === "XXXX") return words.someYear;
  if (/^\d{3}X$/u.test(year)) return words.decade(String(first));
  if (/^\d\dXX$/u.test(year)) return words.century(ordinal(Number(year.slice(0, 2)) + 1));
  return first === last ? ofEra(first) : words.between(ofEra(first), ofEra(last));
}

/** ISO 8601 has a year 0, history has not. */
function ofEra(year: number): string {
  return year > 0 ? String(year) : words.beforeOurEra(String(1 - year));
}

function ordinal(number: number): string {
  const tens = number % 100;
  if (tens >= 11 && tens <= 13) return `${number}th`;
  return `${number}${["th", "st", "nd", "rd"][number % 10] ?? "th"}`;
}
