import type { Fragment } from "#model/fragment.ts";
import { type ClaimId, compareIds, type RelationId } from "#model/ids.ts";
import { onClaim, onRelation } from "#model/relation.ts";

/** The same piece with ids of its own, so that it can stand beside where it was taken from. Sources, holders and schools keep theirs. */
export function withFreshIds(fragment: Fragment, mint: () => string): Fragment {
  const claimIds = new Map(fragment.claims.map(({ id }) => [id, mint() as ClaimId]));
  const relationIds = new Map(fragment.relations.map(({ id }) => [id, mint() as RelationId]));
  const claimId = (id: ClaimId) => claimIds.get(id) ?? id;
  const relationId = (id: RelationId) => relationIds.get(id) ?? id;
  const orNull = (id: RelationId | null) => (id === null ? null : (relationIds.get(id) ?? null));
  return {
    ...fragment,
    roots: fragment.roots.map(({ claim, kind }) => ({ claim: claimId(claim), kind })),
    claims: fragment.claims.map((claim) =>
      Object.assign({}, claim, { id: claimId(claim.id), home: orNull(claim.home) }),
    ),
    relations: fragment.relations.map(({ id, premises, target, mutual, kind, order }) => ({
      id: relationId(id),
      kind,
      premises: premises.map(claimId).toSorted(compareIds),
      target: target.type === "claim" ? onClaim(claimId(target.id)) : onRelation(relationId(target.id)),
      order,
      mutual: orNull(mutual),
    })),
  };
}
