import { archiveLevels, archiveLocation, archivePlace } from "#citing/archive-location.ts";
import { namesOf } from "#citing/fields.ts";
import { namesFrom, writtenNames } from "#citing/written-names.ts";
import { dateFrom, writtenDate } from "#citing/written-dates.ts";
import type { CslItem, Name } from "#model/source.ts";

/*
 * A source as a historian writes it down: of which kind it is, and in a few fields what that kind needs. The record
 * behind is CSL-JSON; whatever of it no field shows stays as it came.
 */

/** The kinds that the form knows, in the order in which they are offered. */
export const sourceKinds = [
  "book",
  "edited-book",
  "chapter",
  "article-journal",
  "thesis",
  "manuscript",
  "speech",
  "article-newspaper",
  "webpage",
  "motion_picture",
  "entry-encyclopedia",
] as const;

/** `other`: a record of a type that only files bring. */
export type SourceKind = (typeof sourceKinds)[number] | "other";

const people = ["author", "director", "editor", "translator"] as const;
/** A field that holds people and bodies. */
export type NameField = (typeof people)[number];
const dates = ["issued", "original-date", "accessed"] as const;
const archiveParts = [...archiveLevels, "other"] as const;

/** The fields in the order in which they stand: CSL's variables, and the parts of an archival mark. */
const order = [
  ...people,
  "title",
  "container-title",
  "genre",
  "event-title",
  "event-place",
  "edition",
  "volume",
  "issue",
  "collection-title",
  "publisher",
  ...dates,
  "page",
  "archive",
  "archive-place",
  "archive_collection",
  ...archiveParts,
  "medium",
  "DOI",
  "URL",
  "language",
] as const;

export type SourceField = (typeof order)[number];

const shared = ["title", "issued", "URL", "language"] as const;
const book = ["edition", "volume", "collection-title", "publisher", "original-date", "translator"] as const;

const needed: Readonly<Record<SourceKind, readonly SourceField[]>> = {
  book: ["author", ...book],
  "edited-book": ["editor", ...book],
  chapter: ["author", "container-title", "editor", "translator", "publisher", "page"],
  "article-journal": ["author", "container-title", "volume", "issue", "page", "DOI"],
  thesis: ["author", "genre", "publisher"],
  manuscript: ["author", "genre", "archive", "archive-place", "archive_collection", ...archiveParts],
  speech: ["author", "genre", "event-title", "event-place"],
  "article-newspaper": ["author", "container-title"],
  webpage: ["author", "container-title", "publisher", "accessed"],
  motion_picture: ["director", "publisher", "original-date", "medium"],
  "entry-encyclopedia": ["author", "container-title", "edition"],
  other: ["author", "container-title", "genre", "publisher"],
};

/** Of which kind a record is. A book that has editors and no author is an edited one. */
export function sourceKindOf(item: CslItem): SourceKind {
  const isEdited = namesOf(item, "author").length === 0 && namesOf(item, "editor").length > 0;
  if (item.type === "book") return isEdited ? "edited-book" : "book";
  return sourceKinds.find((kind) => kind === item.type) ?? "other";
}

/** What is to be asked of a record, in order: what its kind needs, and what else it says already. */
export function fieldsOf(item: CslItem, kind: SourceKind = sourceKindOf(item)): readonly SourceField[] {
  const asked = new Set<SourceField>([...needed[kind], ...shared]);
  return order.filter((field) => asked.has(field) || fieldIn(item, field) !== "");
}

/** What a record says in a field, as a person writes it; "" where it says nothing. */
export function fieldIn(item: CslItem, field: SourceField): string {
  if (isOf(people, field)) return writtenNames(namesOf(item, field));
  if (isOf(dates, field)) return writtenDate(item, field);
  if (isOf(archiveParts, field)) return archivePlace(textIn(item, "archive_location"))[field];
  return textIn(item, variableOf(item, field));
}

/** Whether a field holds names: those are asked for one by one. */
export function isNameField(field: SourceField): field is NameField {
  return isOf(people, field);
}

/** The people and bodies of a record in a field. */
export function namesIn(item: CslItem, field: NameField): readonly Name[] {
  return namesOf(item, field);
}

/** The record with other people and bodies in a field. */
export function withNames(item: CslItem, field: NameField, names: readonly Name[]): CslItem {
  return put(item, field, names);
}

/** The record with a field as it is written now. One that says so already stays the record that it is. */
export function withField(item: CslItem, field: SourceField, written: string): CslItem {
  const text = written.trim();
  if (text === fieldIn(item, field)) return item;
  if (isOf(archiveParts, field)) {
    const location = { ...archivePlace(textIn(item, "archive_location")), [field]: text };
    return put(item, "archive_location", archiveLocation(location));
  }
  if (isOf(people, field)) return put(item, field, namesFrom(text, namesOf(item, field)));
  return isOf(dates, field)
    ? put(item, field, dateFrom(text) ?? "")
    : put(item, variableOf(item, field), text);
}

/** The record as one of another kind, without what that kind does not ask for. Authors of an edited book are its editors. */
export function withKind(item: CslItem, kind: SourceKind): CslItem {
  if (kind === sourceKindOf(item) || kind === "other") return item;
  const asked = new Set<SourceField>([...needed[kind], ...shared]);
  const [lead] = needed[kind];
  const leader = people.find((field) => namesOf(item, field).length > 0);
  let turned: CslItem = { ...item, type: kind === "edited-book" ? "book" : kind };
  const names = leader === undefined ? [] : namesOf(item, leader);
  for (const field of order) if (!asked.has(field)) turned = withField(turned, field, "");
  if (lead !== undefined && isNameField(lead) && fieldIn(turned, lead) === "")
    turned = withNames(turned, lead, names);
  return turned;
}

/** Older records say `event` for the title of one. */
function variableOf(item: CslItem, field: SourceField): string {
  return field === "event-title" && item["event-title"] === undefined && item.event !== undefined
    ? "event"
    : field;
}

function textIn(item: CslItem, variable: string): string {
  const value = item[variable];
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}

function put(item: CslItem, variable: string, value: unknown): CslItem {
  const { [variable]: _, ...rest } = item;
  const isNothing = value === "" || (Array.isArray(value) && value.length === 0);
  return (isNothing ? rest : { ...item, [variable]: value }) as CslItem;
}

function isOf<Name extends string>(names: readonly Name[], field: string): field is Name {
  return names.some((name) => name === field);
}
