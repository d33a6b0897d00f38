import type { Claim } from "#model/claim.ts";
import type { ClaimId } from "#model/ids.ts";
import type { Relation, RelationKind } from "#model/relation.ts";
import type { Source } from "#model/source.ts";

/**
 * A piece of a map on its way through the clipboard, a file or a drag: branches that hang on nothing yet.
 * Relations inside it target claims and relations inside it. `kind` says how a root bore on what it
 * answered, `null` where that is unknown or it was a thesis.
 */
export interface Fragment {
  readonly roots: readonly { readonly claim: ClaimId; readonly kind: RelationKind | null }[];
  readonly claims: readonly Claim[];
  readonly relations: readonly Relation[];
  readonly sources: readonly Source[];
}
