import { bearingOn } from "#model/bearing.ts";
import { type Claim, sourcesCited } from "#model/claim.ts";
import { branchOf } from "#model/counts.ts";
import { isSame } from "#model/equality.ts";
import type { Forest } from "#model/forest.ts";
import { type ClaimId, compareIds, type RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { byOrder, orderBetween } from "#model/order.ts";
import type { Holder, School } from "#model/people.ts";
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
  readonly holders: readonly Holder[];
  readonly schools: readonly School[];
}

/**
 * A claim with all that is drawn below it, depth first, the relations among these, the sources that they cite, who
 * holds what in them, and the schools of these.
 * What was said about a step that stays behind, such as the claim's own, is said of the claim that it stands with. Empty for a claim that the map
 * does not have.
 */
export function branchFragment(map: ArgumentMap, forest: Forest, claim: ClaimId): Fragment {
  const branch = branchOf(forest, claim);
  const step = forest.nodes.get(claim)?.relation ?? null;
  const kind = step === null ? null : (map.relations.get(step)?.kind ?? null);
  const relations = relationsInside(map, forest, branch, claim);
  const isInside = new Set(relations.map(({ id }) => id));
  const claims = [...branch].map((id) => {
    const home = forest.nodes.get(id)?.relation ?? null;
    return withHome(map.claims.get(id)!, home !== null && isInside.has(home) ? home : null);
  });
  const cited = new Set(claims.flatMap(sourcesCited));
  const held = new Set(claims.flatMap(({ attributions }) => attributions.map(({ holder }) => holder)));
  const holders = [...map.holders.values()].filter(({ id }) => held.has(id));
  const joined = new Set(holders.flatMap(({ memberships }) => memberships.map(({ school }) => school)));
  return {
    roots: branch.size === 0 ? [] : [{ claim, kind }],
    claims,
    relations: relations.map((relation) => whole(relation, isInside)),
    sources: [...map.sources.values()].filter(({ id }) => cited.has(id)),
    holders,
    schools: [...map.schools.values()].filter(({ id }) => joined.has(id)),
  };
}

/** The relations that claims of the branch take onto each other, and onto each other's steps, by id. */
function relationsInside(
  map: ArgumentMap,
  forest: Forest,
  branch: ReadonlySet<ClaimId>,
  top: ClaimId,
): readonly Relation[] {
  const left = forest.nodes.get(top)?.relation ?? null;
  const onto = bearingOn(map);
  const found = new Map<RelationId, Relation>();
  const follow = (targets: readonly Target[]) => {
    const waiting = [...targets];
    for (let target = waiting.pop(); target !== undefined; target = waiting.pop()) {
      for (const relation of onto(target)) {
        const inside = onlyPremises(relation, (premise) => branch.has(premise));
        if (inside.premises.length === 0 || found.has(relation.id) || relation.id === left) continue;
        found.set(relation.id, inside);
        waiting.push(onRelation(relation.id));
      }
    }
  };
  follow([...branch].map(onClaim));
  for (const id of branch) {
    const { relation, parent } = forest.nodes.get(id)!;
    if (id === top || relation === null || parent === null || found.has(relation)) continue;
    const inside = onlyPremises(map.relations.get(relation)!, (it) => branch.has(it) && it !== parent);
    found.set(relation, saidOf(parent, inside, found));
    follow([onRelation(relation)]);
  }
  return [...found.values()].toSorted((a, b) => compareIds(a.id, b.id));
}

function onlyPremises(relation: Relation, keep: (premise: ClaimId) => boolean): Relation {
  return { ...relation, premises: relation.premises.filter(keep) };
}

/** What bore on a step that stays behind, as said of a claim, after all else that is. */
function saidOf(claim: ClaimId, relation: Relation, found: ReadonlyMap<RelationId, Relation>): Relation {
  const target = onClaim(claim);
  const last = [...found.values()]
    .filter((other) => isSame(other.target, target))
    .toSorted(byOrder)
    .at(-1);
  return { ...relation, target, order: orderBetween(last?.order ?? null, null) };
}

function withHome(claim: Claim, home: RelationId | null): Claim {
  return claim.home === home ? claim : { ...claim, home };
}

/** A relation whose other half stays behind is no half of a contradiction any more. */
function whole(relation: Relation, isInside: ReadonlySet<RelationId>): Relation {
  return relation.mutual === null || isInside.has(relation.mutual) ? relation : { ...relation, mutual: null };
}
