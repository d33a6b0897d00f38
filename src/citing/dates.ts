import { datePartsOf, dateWordsOf } from "#citing/fields.ts";
import type { CslItem } from "#model/source.ts";
import { datingWords as dating } from "#words/dating.ts";

/** How much of a date is written: 2003; June 2003; June 5, 2003. */
export type Grain = "year" | "month" | "day";

/** A date as Chicago writes it: "February 25, 1956", "June 5–7, 1956", "Summer 1989", "1960–1962", "[1960?]"; "" where there is none. */
export function dateOf(item: CslItem, field: "issued" | "accessed" | "original-date", grain: Grain): string {
  const { literal, circa, season } = dateWordsOf(item, field);
  const [from, to] = datePartsOf(item, field);
  if (from === undefined) return literal;
  const date = to === undefined ? one(inSeason(from, season), grain) : range(from, to, grain);
  return circa ? `[${date}?]` : date;
}

export function hasDate(item: CslItem): boolean {
  return dateOf(item, "issued", "year") !== "";
}

/** A season stands where the month would, as 21 to 24 do in EDTF. */
const beforeSeasons = 20;

function inSeason(parts: readonly number[], season: number): readonly number[] {
  return parts.length === 1 && dating.seasons[season - 1] !== undefined
    ? [...parts, beforeSeasons + season]
    : parts;
}

function one(parts: readonly number[], grain: Grain): string {
  const [year = 0, month, day] = parts;
  const name =
    month === undefined ? undefined : (dating.months[month - 1] ?? dating.seasons[month - beforeSeasons - 1]);
  if (grain === "year" || name === undefined) return yearOf(year);
  if (grain === "month" || day === undefined) return `${name} ${yearOf(year)}`;
  return `${name} ${day}, ${yearOf(year)}`;
}

function range(from: readonly number[], to: readonly number[], grain: Grain): string {
  const [year = 0, month, day] = from;
  const [lastYear, lastMonth, lastDay] = to;
  if (grain === "year") return year === lastYear ? yearOf(year) : `${one(from, grain)}–${one(to, grain)}`;
  const sameMonth = year === lastYear && month === lastMonth && day !== undefined && lastDay !== undefined;
  const name = dating.months[(month ?? 0) - 1];
  if (grain === "day" && sameMonth && name !== undefined)
    return `${name} ${day === lastDay ? day : `${day}–${lastDay}`}, ${yearOf(year)}`;
  return `${one(from, grain)}–${one(to, grain)}`;
}

function yearOf(year: number): string {
  return year < 0 ? dating.beforeOurEra(String(-year)) : String(year);
}
