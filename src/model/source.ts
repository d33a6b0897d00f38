import type { SourceId } from "#model/ids.ts";

/** A name as CSL-JSON writes it: parts of a person's name, or `literal` for a body. */
export interface Name {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  readonly "non-dropping-particle"?: string;
  /** "von" of Theobald von Bethmann Hollweg, who is sorted and shortened without it. */
  readonly "dropping-particle"?: string;
  readonly literal?: string;
}

/** CSL-JSON dates: `[[1956, 2, 25]]`; two entries are a range. */
export interface CslDate {
  readonly "date-parts"?: readonly (readonly number[])[];
  readonly literal?: string;
  /** 1 to 4, spring to winter. */
  readonly season?: number | string;
  readonly circa?: boolean;
}

/** A value that JSON can hold. CSL fields that the app does not know are kept as they came. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A CSL-JSON item without its id (https://docs.citationstyles.org/en/stable/specification.html, appendix IV). */
export interface CslItem {
  readonly type: string;
  readonly title?: string;
  readonly "container-title"?: string;
  readonly "collection-title"?: string;
  readonly author?: readonly Name[];
  readonly editor?: readonly Name[];
  readonly translator?: readonly Name[];
  readonly director?: readonly Name[];
  readonly issued?: CslDate;
  /** When it first came out, for a reprint. */
  readonly "original-date"?: CslDate;
  readonly accessed?: CslDate;
  readonly publisher?: string;
  readonly "publisher-place"?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly edition?: string;
  readonly genre?: string;
  readonly event?: string;
  readonly URL?: string;
  readonly DOI?: string;
  readonly language?: string;
  readonly [field: string]: unknown;
}

/** What a work is to the debate: from the time itself, about the time, or about those who write about it. */
export const sourceRoles = ["primary", "secondary", "historiography"] as const;
export type SourceRole = (typeof sourceRoles)[number];

/** A work that claims can cite. */
export interface Source {
  readonly id: SourceId;
  readonly item: CslItem;
  /** Left out where it is not said, as in documents and files from before it. */
  readonly role?: SourceRole;
}

/** What a locator counts in; CSL's locator terms. */
export const locatorLabels = [
  "page",
  "folio",
  "paragraph",
  "section",
  "chapter",
  "column",
  "line",
  "note",
  "timestamp",
  "volume",
] as const;

export type LocatorLabel = (typeof locatorLabels)[number];

/** A claim's reference to a place in a source. */
export interface Citation {
  readonly source: SourceId;
  /** "187-202", or "Controversies and debates, ¶2" with the label `section`. Empty: the whole work. */
  readonly locator: string;
  readonly label: LocatorLabel;
  /** Words before the note: "see", "cf.". */
  readonly prefix: string;
  readonly suffix: string;
  /** Words of the source, as they stand there. */
  readonly quotation: string;
  /** The same words in the language of the map. Left out where there is none, as in documents and files from before it. */
  readonly translation?: string;
}

export function newCitation(source: SourceId, fields: Partial<Omit<Citation, "source">> = {}): Citation {
  return { source, locator: "", label: "page", prefix: "", suffix: "", quotation: "", ...fields };
}
