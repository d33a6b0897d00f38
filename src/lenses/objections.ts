import type { ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Relation, Target } from "#model/relation.ts";

/** A step that opposes a claim or a step of the map. */
export interface Objection {
  readonly relation: Relation;
  /** Its premises that the map has; never empty. */
  readonly premises: readonly ClaimId[];
  /** Whether something opposes one of its premises, or undercuts it. */
  readonly hasReply: boolean;
}

/** The objections of a map, in the tree and by cross-links alike. */
export interface Objections {
  readonly all: readonly Objection[];
  /** Claims that are opposed. An undercutter grants the claim, and contests the step alone. */
  readonly claims: ReadonlySet<ClaimId>;
  /** Steps that are undercut. */
  readonly relations: ReadonlySet<RelationId>;
}

const known = new WeakMap<ArgumentMap, Objections>();

/** Asked again for the same map, it is there. Claims that answer themselves are no objections. */
export function objectionsIn(map: ArgumentMap): Objections {
  const found = known.get(map) ?? findObjections(map);
  known.set(map, found);
  return found;
}

function findObjections(map: ArgumentMap): Objections {
  const claims = new Set<ClaimId>();
  const relations = new Set<RelationId>();
  const live: { readonly relation: Relation; readonly premises: readonly ClaimId[] }[] = [];
  for (const relation of map.relations.values()) {
    const { kind, target } = relation;
    const premises = kind === "opposes" ? premisesOf(map, relation) : [];
    if (premises.length === 0) continue;
    if (target.type === "claim") claims.add(target.id);
    else relations.add(target.id);
    live.push({ relation, premises });
  }
  const hasReply = (step: Relation, premises: readonly ClaimId[]) =>
    relations.has(step.id) || premises.some((premise) => claims.has(premise));
  const all = live.map(({ relation, premises }) => ({
    relation,
    premises,
    hasReply: hasReply(relation, premises),
  }));
  return { all, claims, relations };
}

/** The premises that the map has and that answer something other than themselves. Empty where the target is not there. */
function premisesOf(map: ArgumentMap, { premises, target }: Relation): readonly ClaimId[] {
  const isThere = target.type === "claim" ? map.claims.has(target.id) : map.relations.has(target.id);
  if (!isThere) return [];
  const found: ClaimId[] = [];
  for (const premise of premises)
    if (map.claims.has(premise) && !isPartOf(map, premise, target) && !found.includes(premise))
      found.push(premise);
  return found;
}

function isPartOf({ relations }: ArgumentMap, claim: ClaimId, { type, id }: Target): boolean {
  return type === "claim" ? id === claim : (relations.get(id)?.premises.includes(claim) ?? false);
}
