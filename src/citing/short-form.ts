import { namesOf, rawOf } from "#citing/fields.ts";
import { dateFrom, writtenDate } from "#citing/written-dates.ts";
import type { CslItem, Name } from "#model/source.ts";

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

/** The fields of the short form that a record of any type has. */
export type ShortFields = Omit<ShortForm, "kind">;

/** What the short form shows of a record, to be changed there. */
export function shortFieldsOf(item: CslItem): ShortFields {
  return {
    names: namesOf(item, namesField(item)).map(writtenName).join("; "),
    title: typeof item.title === "string" ? item.title : "",
    date: writtenDate(item),
    where: rawOf(item, whereField(item)),
  };
}

/** The record with one of those fields as it is written now; all that the short form does not show stays. */
export function itemWith(item: CslItem, field: keyof ShortFields, written: string): CslItem {
  const text = written.trim();
  const name =
    field === "names"
      ? namesField(item)
      : field === "date"
        ? "issued"
        : field === "where"
          ? whereField(item)
          : field;
  const { [name]: _, ...rest } = item;
  if (text === "") return rest as CslItem;
  if (field === "names") return { ...item, [name]: namesFrom(text, namesOf(item, name)) };
  return { ...item, [name]: field === "date" ? dateFrom(text) : text };
}

function namesField(item: CslItem): "author" | "editor" {
  return item.type === "book" && namesOf(item, "author").length === 0 && namesOf(item, "editor").length > 0
    ? "editor"
    : "author";
}

function whereField(item: CslItem): string {
  const known: Readonly<Record<string, string>> = whereFields;
  return known[item.type] ?? (rawOf(item, "container-title") === "" ? "publisher" : "container-title");
}

function writtenName(name: Name): string {
  if (name.literal !== undefined) return name.literal;
  const given = [name.given, name["dropping-particle"], name["non-dropping-particle"]]
    .filter(Boolean)
    .join(" ");
  return [name.family, given, name.suffix].filter(Boolean).join(", ");
}

/** Names as CSL keeps them. A name without a comma is a body ("Wilson Center") or a person of one name. `known` are taken over where they are written so. */
export function namesFrom(written: string, known: readonly Name[] = []): readonly Name[] {
  return written
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name) => known.find((each) => writtenName(each) === name) ?? nameFrom(name));
}

function nameFrom(written: string): Name {
  const [family = "", given = "", suffix = ""] = written.split(",").map((part) => part.trim());
  if (family === "" || given === "") return { literal: family || given };
  return { family, given, ...(suffix !== "" && { suffix }) };
}
