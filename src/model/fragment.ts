import { bearingOn } from "#model/bearing.ts";
import type { Claim } from "#model/claim.ts";
import { branchOf } from "#model/counts.ts";
import type { Forest } from "#model/forest.ts";
import { type ClaimId, compareIds, type RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { byOrder, ordersBetween } from "#model/order.ts";
import { onClaim, onRelation, type Relation, type RelationKind, type Target } from "#model/relation.ts";
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

/**
 * A claim with all that is drawn below it, depth first, the relations among these and the sources that they cite.
 * What was said about the claim's own step, which stays behind, is said of the claim. Empty for a claim that the map
 * does not have.
 */
export function branchFragment(map: ArgumentMap, forest: Forest, claim: ClaimId): Fragment {
  const branch = branchOf(forest, claim);
  const step = forest.nodes.get(claim)?.relation ?? null;
  const relations = relationsInside(map, branch, claim, step);
  const isInside = new Set(relations.map(({ id }) => id));
  const claims = [...branch].map((id) => {
    const home = forest.nodes.get(id)?.relation ?? null;
    return withHome(map.claims.get(id)!, home !== null && isInside.has(home) ? home : null);
  });
  const cited = new Set(claims.flatMap(({ citations }) => citations.map(({ source }) => source)));
  return {
    roots: branch.size === 0 ? [] : [{ claim, kind: map.relations.get(step!)?.kind ?? null }],
    claims,
    relations: relations.map((relation) => whole(relation, isInside)),
    sources: [...map.sources.values()].filter(({ id }) => cited.has(id)),
  };
}

/** The same piece with ids of its own, so that it can stand beside where it was taken from. Sources keep theirs. */
export function withFreshIds(fragment: Fragment, mint: () => string): Fragment {
  const claimIds = new Map(fragment.claims.map(({ id }) => [id, mint() as ClaimId]));
  const relationIds = new Map(fragment.relations.map(({ id }) => [id, mint() as RelationId]));
  const claimId = (id: ClaimId) => claimIds.get(id) ?? id;
  const relationId = (id: RelationId) => relationIds.get(id) ?? id;
  const orNull = (id: RelationId | null) => (id === null ? null : (relationIds.get(id) ?? null));
  return {
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
    sources: fragment.sources,
  };
}

/** The relations that claims of the branch take onto each other, and onto each other's steps. */
function relationsInside(
  map: ArgumentMap,
  branch: ReadonlySet<ClaimId>,
  top: ClaimId,
  step: RelationId | null,
): readonly Relation[] {
  const onto = bearingOn(map);
  const found = new Map<RelationId, Relation>();
  for (const relation of step === null ? [] : aboutStep(onto, branch, top, step)) {
    found.set(relation.id, relation);
  }
  const waiting: Target[] = [...[...branch].map(onClaim), ...[...found.keys()].map(onRelation)];
  for (let target = waiting.pop(); target !== undefined; target = waiting.pop()) {
    for (const relation of onto(target)) {
      const premises = relation.premises.filter((premise) => branch.has(premise));
      if (premises.length === 0 || found.has(relation.id) || relation.id === step) continue;
      found.set(relation.id, { ...relation, premises });
      waiting.push(onRelation(relation.id));
    }
  }
  return [...found.values()].toSorted((a, b) => compareIds(a.id, b.id));
}

/** What claims of the branch say about the top claim's step, as said of that claim, after its other answers. */
function aboutStep(
  onto: (target: Target) => readonly Relation[],
  branch: ReadonlySet<ClaimId>,
  top: ClaimId,
  step: RelationId,
): readonly Relation[] {
  const others = onto(onClaim(top)).toSorted(byOrder);
  const about = onto(onRelation(step))
    .map((relation) => onlyPremises(relation, (premise) => premise !== top && branch.has(premise)))
    .filter(({ premises }) => premises.length > 0)
    .toSorted(byOrder);
  const orders = ordersBetween(others.at(-1)?.order ?? null, null, about.length);
  return about.map((relation, place) => moved(relation, onClaim(top), orders[place]!));
}

function onlyPremises(relation: Relation, keep: (premise: ClaimId) => boolean): Relation {
  return { ...relation, premises: relation.premises.filter(keep) };
}

function moved(relation: Relation, target: Target, order: string): Relation {
  return { ...relation, target, order };
}

function withHome(claim: Claim, home: RelationId | null): Claim {
  return claim.home === home ? claim : { ...claim, home };
}

/** A relation whose other half stays behind is no half of a contradiction any more. */
function whole(relation: Relation, isInside: ReadonlySet<RelationId>): Relation {
  return relation.mutual === null || isInside.has(relation.mutual) ? relation : { ...relation, mutual: null };
}
