import { datePartsOf, dateWordsOf } from "#citing/fields.ts";
import { daysOf, type Dating, type Edge, readDating } from "#dating/dating.ts";
import { type Day, lastDay, type Point, pointFault } from "#dating/point.ts";
import { type DayNumber, dayNumberOf } from "#lenses/calendar.ts";
import type { CslItem, Source } from "#model/source.ts";

/** When something was, in days, with what is not known about it. At least one of the ends is known. */
export interface When {
  /** The first day that it can mean; `null` where the beginning is open or not known. */
  readonly first: DayNumber | null;
  /** The last day that it can mean; `null` where the end is open or not known. */
  readonly last: DayNumber | null;
  /** The day by which it had begun: of "199X" the last of 1999, of "1953/1964" the last of 1953, of "../1964" the last of 1964. */
  readonly begunBy: DayNumber;
  /** The year from which on it can be so. Where the beginning is not known, the year by which it had begun. */
  readonly earliest: number;
  /** The year from which on it is surely so. */
  readonly surest: number;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

const mostKept = 4096;
const read = new Map<string, When | null>();

/** What an EDTF text means; `null` where it says nothing or cannot be read. */
export function whenOf(edtf: string): When | null {
  const known = read.get(edtf);
  if (known !== undefined) return known;
  if (read.size >= mostKept) read.clear();
  const dating = edtf.trim() === "" ? null : readDating(edtf);
  const when = dating === null || "refused" in dating ? null : whenIn(dating);
  read.set(edtf, when);
  return when;
}

/** Whether two times can have a day in common; a time that is not known can be any. */
export function canMeet(a: When | null, b: When | null): boolean {
  if (a === null || b === null) return true;
  return (a.first ?? -Infinity) <= (b.last ?? Infinity) && (b.first ?? -Infinity) <= (a.last ?? Infinity);
}

/** In order of time: what is not dated comes last, ties are 0. */
export function byTime(a: When | null, b: When | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return (a.first ?? a.begunBy) - (b.first ?? b.begunBy) || a.begunBy - b.begunBy;
}

const issued = new WeakMap<CslItem, When | null>();

/** When a work came out, a reprint when it first did; `null` where the record does not say so in a form that can be read. */
export function issuedWhen({ item }: Source): When | null {
  const known = issued.get(item);
  if (known !== undefined) return known;
  const when = fieldWhen(item, "original-date") ?? fieldWhen(item, "issued");
  issued.set(item, when);
  return when;
}

function fieldWhen(item: CslItem, field: "issued" | "original-date"): When | null {
  const { literal, circa } = dateWordsOf(item, field);
  const [from, to] = pointsOf(item, field);
  if (from === undefined) return whenOf(literal);
  const days = [from, to ?? from].map((point) => pointFault(point, "") === null);
  return days.includes(false)
    ? null
    : whenIn({ edtf: "", from: { ...from, approximate: circa }, to: to ?? null });
}

/** CSL has no year 0: -44 is 44 BCE, which EDTF writes -43. A season stands beside its year. */
function pointsOf(item: CslItem, field: string): readonly Point[] {
  const { season } = dateWordsOf(item, field);
  return datePartsOf(item, field).map(([year = 0, month, day]) => ({
    year: String(year < 0 ? year + 1 : year),
    month: month !== undefined ? padded(month) : season >= 1 && season <= 4 ? String(20 + season) : "",
    day: day === undefined ? "" : padded(day),
    approximate: false,
    uncertain: false,
  }));
}

function padded(number: number): string {
  return String(number).padStart(2, "0");
}

function whenIn(dating: Dating): When | null {
  const { first, last } = daysOf(dating);
  const begunBy = typeof dating.from === "string" ? last : lastDay(dating.from);
  if (begunBy === null) return null;
  const edges = [dating.from, dating.to ?? "open"];
  return {
    first: numbered(first),
    last: numbered(last),
    begunBy: dayNumberOf(begunBy),
    earliest: (first ?? begunBy).year,
    surest: begunBy.year,
    approximate: edges.some((edge) => isMarked(edge, "approximate")),
    uncertain: edges.some((edge) => isMarked(edge, "uncertain")),
  };
}

function numbered(day: Day | null): DayNumber | null {
  return day === null ? null : dayNumberOf(day);
}

function isMarked(edge: Edge, mark: "approximate" | "uncertain"): boolean {
  return typeof edge !== "string" && edge[mark];
}
