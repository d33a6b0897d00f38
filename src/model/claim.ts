import type { ClaimId, RelationId, SourceId } from "#model/ids.ts";
import type { ClaimImage } from "#model/image.ts";
import type { Attribution } from "#model/people.ts";
import type { Citation } from "#model/source.ts";

/** One statement that can be true or false, in a sentence or two. */
export interface Claim {
  readonly id: ClaimId;
  /** Plain text. Line breaks are kept; nothing in it is ever read as markup. */
  readonly text: string;
  /** A short name that the author gave it ("Secret Speech"); empty when there is none. Argdown's statement title. */
  readonly label: string;
  /** Markdown, empty when there is none. */
  readonly note: string;
  /** The relation under which the claim is drawn. `null`, or a relation that does not hold the claim, leaves the choice to the forest. */
  readonly home: RelationId | null;
  /** Fractional key among the theses, or among the co-premises of the home relation. Ties break by id. */
  readonly order: string;
  readonly citations: readonly Citation[];
  /** Who takes which stance on it, in the order of their ids; no id twice. */
  readonly attributions: readonly Attribution[];
  /** EDTF: the time that the claim is about, not that in which it was argued. Empty when it is not said. */
  readonly period: string;
  /** In the author's order; no id twice. */
  readonly images: readonly ClaimImage[];
}

const blank: Omit<Claim, "id"> = {
  text: "",
  label: "",
  note: "",
  home: null,
  order: "a0",
  citations: [],
  attributions: [],
  period: "",
  images: [],
};

/** The sources that a claim cites, those in which its holders say what they do, and those of its images; one may be there twice. */
export function sourcesCited({ citations, attributions, images }: Claim): readonly SourceId[] {
  return [...citations, ...[...attributions, ...images].map(({ citation }) => citation)].flatMap((citation) =>
    citation === null ? [] : [citation.source],
  );
}

/** A claim with nothing but its text: what a new one starts from. */
export function newClaim(id: ClaimId, fields: Partial<Omit<Claim, "id">> = {}): Claim {
  return { ...blank, id, ...fields };
}
