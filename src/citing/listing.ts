import { bibliographyEntry } from "#citing/bibliography.ts";
import { textOf } from "#citing/fields.ts";
import { formOf } from "#citing/forms.ts";
import { standIn } from "#citing/heading.ts";
import { leadersOf } from "#citing/leaders.ts";
import { namesInBibliography } from "#citing/names.ts";
import { plain, type RichText } from "#citing/rich-text.ts";
import type { Source } from "#model/source.ts";

/** A part of a bibliography: the sources of one role, or all of them. */
export interface Section {
  readonly role: NonNullable<Source["role"]> | null;
  /** Whether the bibliography is divided by role. */
  readonly isDivided: boolean;
  /** Never empty. */
  readonly entries: readonly RichText[];
}

const roles = ["primary", "secondary", "historiography", null] as const;

/** Whether the sources can be divided: not where all are of one role, or of none. */
export function isDivisible(sources: readonly Source[]): boolean {
  return new Set(sources.map(({ role }) => role)).size > 1;
}

/**
 * The entries of a bibliography in Chicago's order (18th edition, 13.68–73): letter by letter by whom it begins with,
 * someone's works by their titles without a first article. `language`, a BCP 47 tag, is that of the reader's alphabet.
 */
export function bibliographyOf(
  sources: readonly Source[],
  language: string,
  isDivided: boolean,
): readonly Section[] {
  if (sources.length === 0) return [];
  const sorted = inOrder(sources, language);
  if (!isDivided) return [{ role: null, isDivided, entries: sorted.map(bibliographyEntry) }];
  return roles.flatMap((role) => {
    const entries = sorted.filter((source) => (source.role ?? null) === role).map(bibliographyEntry);
    return entries.length === 0 ? [] : [{ role, isDivided, entries }];
  });
}

function inOrder(sources: readonly Source[], language: string): readonly Source[] {
  const collator = collatorFor(language);
  return sources
    .map((source) => ({ source, heading: headingOf(source), title: titleOf(source) }))
    .toSorted((a, b) => collator.compare(a.heading, b.heading) || collator.compare(a.title, b.title))
    .map(({ source }) => source);
}

/** A tag that is none falls back to English. */
function collatorFor(language: string): Intl.Collator {
  const options = { ignorePunctuation: true, numeric: true } as const;
  try {
    return new Intl.Collator(language, options);
  } catch {
    return new Intl.Collator("en", options);
  }
}

/** Whom or what an entry begins with, without "ed.". */
function headingOf({ item }: Source): string {
  const stand = standIn(item, formOf(item));
  const names = stand === null ? namesInBibliography(leadersOf(item).names) : plain(stand.rich);
  return names === "" ? sortable(textOf(item, "title")) : sortable(names);
}

function titleOf({ item }: Source): string {
  return sortable(textOf(item, "title"));
}

function sortable(text: string): string {
  return text.replace(/^[\p{P}\s]*(?:(?:the|a|an)\s+)?/iu, "");
}
