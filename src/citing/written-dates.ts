import { datePartsOf, dateWordsOf } from "#citing/fields.ts";
import { type Edge, readDating } from "#dating/dating.ts";
import { seasonOf } from "#dating/point.ts";
import type { CslDate, CslItem } from "#model/source.ts";
import { datingWords as words } from "#words/dating.ts";

/** A date of a record, as its reader would write it: "c. 1956", "1956-02-25", "1960–1962", "Summer 1989". */
export function writtenDate(item: CslItem, field: "issued" | "original-date" | "accessed"): string {
  const { literal, circa, season } = dateWordsOf(item, field);
  const parts = datePartsOf(item, field);
  if (parts.length === 0) return literal;
  const dates = parts.map((part) => part.map((number, at) => String(number).padStart(at === 0 ? 4 : 2, "0")));
  const named = words.seasons[season - 1];
  const written = dates.map((date) => date.join("-")).join("–");
  const whole = named === undefined || written.includes("-") ? written : `${named} ${written}`;
  return circa ? words.about(whole) : whole;
}

/**
 * A date as CSL keeps it: of what EDTF and people write, days, months, years, seasons, their ranges and "c.".
 * Anything else is kept as words. `null` where nothing is written.
 */
export function dateFrom(written: string): CslDate | null {
  const text = written.trim();
  if (text === "") return null;
  const dating = readDating(text);
  if ("refused" in dating) return { literal: text };
  const edges = dating.to === null ? [dating.from] : [dating.from, dating.to];
  const parts = edges.map(partsOf);
  if (!parts.every((part) => part !== null)) return { literal: text };
  const circa = edges.some((edge) => typeof edge !== "string" && (edge.approximate || edge.uncertain));
  const season = typeof dating.from === "string" ? null : seasonOf(dating.from);
  if (season !== null && edges.length > 1) return { literal: text };
  return {
    "date-parts": parts,
    ...(season !== null && { season: season + 1 }),
    ...(circa && { circa: true }),
  };
}

/** Year, month and day; CSL has no year 0, and a season stands beside its year. `null` for what CSL cannot say in numbers. */
function partsOf(edge: Edge): readonly number[] | null {
  if (typeof edge === "string" || [edge.year, edge.month, edge.day].some((part) => part.includes("X")))
    return null;
  const year = Number(edge.year);
  const parts = [year > 0 ? year : year - 1];
  if (edge.month !== "" && seasonOf(edge) === null) parts.push(Number(edge.month));
  if (edge.day !== "") parts.push(Number(edge.day));
  return parts;
}
