import type { Forest } from "#model/forest.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { byOrder } from "#model/order.ts";
import type { Relation, RelationKind, Target } from "#model/relation.ts";

/** A step that a claim takes. */
export interface Answering {
  readonly relation: RelationId;
  readonly kind: RelationKind;
  /** The claim that it answers, or the two ends of the step that it answers. */
  readonly target:
    | { readonly claim: ClaimId }
    | { readonly from: ClaimId | null; readonly to: ClaimId | null };
  /** The claims that it works together with. */
  readonly together: readonly ClaimId[];
  /** Whether the claim is drawn under this step; the others are cross-links. */
  readonly isHome: boolean;
}

/** A claim that answers the one in question. */
export interface Answer {
  readonly claim: ClaimId;
  readonly kind: RelationKind;
  /** Whether it is drawn under something else. */
  readonly elsewhere: boolean;
}

/** All that a claim answers, and all that answers it, in the author's order. */
export interface ClaimRelations {
  readonly answering: readonly Answering[];
  readonly reasons: readonly Answer[];
  readonly objections: readonly Answer[];
  /** What answers the steps that it takes, not the claim itself. */
  readonly onStep: readonly Answer[];
}

/** Steps to what the map does not have are left out. */
export function relationsOf(map: ArgumentMap, forest: Forest, claim: ClaimId): ClaimRelations {
  const all = [...map.relations.values()].toSorted(byOrder);
  const taken = all.filter(({ premises }) => premises.includes(claim));
  const home = forest.nodes.get(claim)?.relation ?? null;
  const steps = new Set<string>(taken.map(({ id }) => id));
  const onClaim = answersIn(map, forest, all, ({ type, id }) => type === "claim" && id === claim);
  return {
    answering: taken
      .filter(({ target }) => isThere(map, target))
      .map((relation) => answeringBy(map, relation, claim, home))
      .toSorted((a, b) => Number(b.isHome) - Number(a.isHome)),
    reasons: onClaim.filter(({ kind }) => kind === "supports"),
    objections: onClaim.filter(({ kind }) => kind === "opposes"),
    onStep: answersIn(map, forest, all, ({ type, id }) => type === "relation" && steps.has(id)),
  };
}

function answeringBy(
  map: ArgumentMap,
  { id, kind, premises, target }: Relation,
  claim: ClaimId,
  home: RelationId | null,
): Answering {
  const together = premises.filter((premise) => premise !== claim && map.claims.has(premise));
  return { relation: id, kind, together, isHome: id === home, target: endsOf(map, target) };
}

function endsOf(map: ArgumentMap, target: Target): Answering["target"] {
  if (target.type === "claim") return { claim: target.id };
  const step = map.relations.get(target.id);
  const to = step?.target.type === "claim" && map.claims.has(step.target.id) ? step.target.id : null;
  return { from: step?.premises.find((premise) => map.claims.has(premise)) ?? null, to };
}

function answersIn(
  map: ArgumentMap,
  forest: Forest,
  relations: readonly Relation[],
  isTarget: (target: Target) => boolean,
): readonly Answer[] {
  return relations
    .filter(({ target }) => isTarget(target))
    .flatMap(({ id, kind, premises }) =>
      premises
        .filter((premise) => map.claims.has(premise))
        .map((premise) => ({ claim: premise, kind, elsewhere: forest.nodes.get(premise)?.relation !== id })),
    );
}

function isThere(map: ArgumentMap, target: Target): boolean {
  return target.type === "claim" ? map.claims.has(target.id) : map.relations.has(target.id);
}
