import type { CslDate, CslItem, Name } from "#model/source.ts";

/** The kinds of source that the short form knows, in the order in which they are offered. */
export const shortFormKinds = [
  "book",
  "edited-book",
  "article-journal",
  "chapter",
  "article-newspaper",
  "speech",
  "thesis",
  "manuscript",
  "entry-encyclopedia",
  "webpage",
] as const;

export type ShortFormKind = (typeof shortFormKinds)[number];

/** A source as a person writes it down in a few fields. */
export interface ShortForm {
  readonly kind: ShortFormKind;
  /** "Taubman, William; Richter, James": the family name first, several parted by semicolons. */
  readonly names: string;
  readonly title: string;
  /** "2003", "1956-02-25", "c. 1956", "1960-1962", or any words. */
  readonly date: string;
  /** The publisher, the journal, the book, the archive: whatever such a source is found in. */
  readonly where: string;
}

const whereFields = {
  book: "publisher",
  "edited-book": "publisher",
  "article-journal": "container-title",
  chapter: "container-title",
  "article-newspaper": "container-title",
  speech: "event-place",
  thesis: "publisher",
  manuscript: "archive",
  "entry-encyclopedia": "container-title",
  webpage: "container-title",
} as const satisfies Record<ShortFormKind, string>;

/** The CSL record of what was written; fields that are left empty are left out. */
export function itemFrom({ kind, names, title, date, where }: ShortForm): CslItem {
  const people = namesFrom(names);
  const issued = dateFrom(date);
  return {
    type: kind === "edited-book" ? "book" : kind,
    ...(title.trim() !== "" && { title: title.trim() }),
    ...(people.length > 0 && { [kind === "edited-book" ? "editor" : "author"]: people }),
    ...(issued !== null && { issued }),
    ...(where.trim() !== "" && { [whereFields[kind]]: where.trim() }),
  };
}

/** Names as CSL keeps them. A name without a comma is a body ("Wilson Center") or a person of one name. */
export function namesFrom(written: string): readonly Name[] {
  return written
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map(nameFrom);
}

/** A date as CSL keeps it; `null` where nothing is written. */
export function dateFrom(written: string): CslDate | null {
  const text = written.trim();
  if (text === "") return null;
  const [, about, from, to] =
    /^(c\.|ca\.|circa)?\s*(\d{1,4}(?:-\d{1,2}){0,2})(?:\s*(?:–|\/|-)\s*(\d{4}(?:-\d{1,2}){0,2}))?$/iu.exec(
      text,
    ) ?? [];
  if (from === undefined) return { literal: text };
  const parts = [from, to].filter((part) => part !== undefined).map((part) => part.split("-").map(Number));
  if (!parts.every(isDate)) return { literal: text };
  return { "date-parts": parts, ...(about !== undefined && { circa: true }) };
}

function nameFrom(written: string): Name {
  const [family = "", given = "", suffix = ""] = written.split(",").map((part) => part.trim());
  if (family === "" || given === "") return { literal: family || given };
  return { family, given, ...(suffix !== "" && { suffix }) };
}

function isDate([, month = 1, day = 1]: readonly number[]): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
