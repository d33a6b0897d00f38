import { datePartsOf, namesOf, rawOf, textOf } from "#citing/fields.ts";
import type { CslItem, Source } from "#model/source.ts";

/** The records of works that are not among the sources, each work once. */
export function newWorks(sources: readonly Source[], items: readonly CslItem[]): readonly CslItem[] {
  const known = new Set(sources.flatMap(({ item }) => worksMarks(item)));
  return items.filter((item) => {
    const marks = worksMarks(item);
    if (marks.some((mark) => known.has(mark))) return false;
    for (const mark of marks) known.add(mark);
    return true;
  });
}

/** The source that is of the same work as a record, or `null`. */
export function sameWork(sources: readonly Source[], item: CslItem): Source | null {
  const marks = new Set(worksMarks(item));
  return sources.find((source) => worksMarks(source.item).some((mark) => marks.has(mark))) ?? null;
}

/**
 * What a work is known by: its DOI, its ISBN (of a book as a whole), its title with year and first author, folded.
 * Two records that share one of these are taken for one work.
 */
function worksMarks(item: CslItem): readonly string[] {
  const doi = rawOf(item, "DOI").replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/iu, "");
  const isbn = item.type === "book" ? isbnOf(textOf(item, "ISBN")) : "";
  const title = folded(textOf(item, "title"));
  const year = datePartsOf(item, "issued")[0]?.[0] ?? "";
  const first = [...namesOf(item, "author"), ...namesOf(item, "editor")][0];
  const name = folded(first?.literal ?? first?.family ?? first?.given ?? "");
  const volume = folded(textOf(item, "volume"));
  return [
    ...(doi === "" ? [] : [`doi ${doi.toLowerCase()}`]),
    ...(isbn === "" ? [] : [`isbn ${isbn} ${volume}`]),
    ...(title === "" ? [] : [`work ${title} ${year} ${name} ${volume}`]),
  ];
}

/** The nine digits that an ISBN of ten and one of thirteen share; "" for anything else. */
function isbnOf(written: string): string {
  const [first = ""] = written.split(/[,;]/u);
  const digits = first.replaceAll(/[\s-]/gu, "").replace(/^isbn:?/iu, "");
  if (/^\d{9}[\dXx]$/u.test(digits)) return digits.slice(0, 9);
  return /^978\d{10}$/u.test(digits) ? digits.slice(3, 12) : /^979\d{10}$/u.test(digits) ? digits : "";
}

/** Without marks on letters, case, spaces and punctuation. */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
