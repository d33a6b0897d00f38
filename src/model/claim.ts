import type { ClaimId, RelationId } from "#model/ids.ts";
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
}

/** A claim with nothing but its text: what a new one starts from. */
export function newClaim(id: ClaimId, fields: Partial<Omit<Claim, "id">> = {}): Claim {
  return { id, text: "", label: "", note: "", home: null, order: "a0", citations: [], ...fields };
}
