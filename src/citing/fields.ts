import type { CslItem, Name } from "#model/source.ts";

/*
 * An item may come from any file: its fields are read with care, and one of another shape counts as missing.
 */

/** A field as text, with typographic quotation marks and single spaces; "" where it is missing. */
export function textOf(item: CslItem, ...fields: readonly string[]): string {
  for (const field of fields) {
    const value = item[field];
    const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
    if (text.trim() !== "") return typographic(text.replaceAll(/\s+/gu, " ").trim());
  }
  return "";
}

/** A field as it was written, for addresses; "" where it is missing. */
export function rawOf(item: CslItem, field: string): string {
  const value = item[field];
  return typeof value === "string" ? value.trim() : "";
}

/** The names of a field that say something. */
export function namesOf(item: CslItem, field: string): readonly Name[] {
  const value = item[field];
  if (!Array.isArray(value)) return [];
  return value.map(nameFrom).filter((name) => Object.keys(name).length > 0);
}

/** The years, months and days of a field: one date, or the two ends of a range. */
export function datePartsOf(item: CslItem, field: string): readonly (readonly number[])[] {
  const parts = recordOf(item[field])["date-parts"];
  if (!Array.isArray(parts)) return [];
  return parts
    .filter((part): part is unknown[] => Array.isArray(part))
    .map(leadingNumbers)
    .filter((part) => part.length > 0);
}

/** What a date field says of itself besides its numbers. */
export function dateWordsOf(
  item: CslItem,
  field: string,
): { literal: string; circa: boolean; season: number } {
  const { literal, circa, season } = recordOf(item[field]);
  return {
    literal: typeof literal === "string" ? literal.trim() : "",
    circa: Boolean(circa),
    season: Number(season ?? 0),
  };
}

/** Straight quotation marks and apostrophes as a printer sets them. */
export function typographic(text: string): string {
  return text
    .replaceAll(/(^|[\s([{“‘–—-])"/gu, "$1“")
    .replaceAll('"', "”")
    .replaceAll(/(^|[\s([{“–—])'(?=\p{L})/gu, "$1‘")
    .replaceAll("'", "’");
}

const nameParts = [
  "family",
  "given",
  "suffix",
  "non-dropping-particle",
  "dropping-particle",
  "literal",
] as const;

function nameFrom(value: unknown): Name {
  const record = recordOf(value);
  const name: Record<string, string> = {};
  for (const part of nameParts) {
    const text = record[part];
    if (typeof text === "string" && text.trim() !== "") name[part] = typographic(text.trim());
  }
  return name;
}

function leadingNumbers(part: readonly unknown[]): readonly number[] {
  const numbers = part.map((value) => (value === null || value === "" ? Number.NaN : Number(value)));
  const end = numbers.findIndex((number) => !Number.isInteger(number));
  return end < 0 ? numbers : numbers.slice(0, end);
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
