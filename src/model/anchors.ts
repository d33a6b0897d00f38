import type { Claim } from "#model/claim.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Relation } from "#model/relation.ts";
import { atOnce, type Steps } from "#model/steps.ts";

/** Stands for no claim and no relation. */
export const NONE = -1;

/**
 * A map with its claims and relations by number, for algorithms over all of them. Numbers follow the containers,
 * so whatever depends on them must not show: ties break by id.
 */
export interface Numbered {
  readonly claims: readonly Claim[];
  readonly relations: readonly Relation[];
  /** The claims of the map among each relation's premises, each once. */
  readonly premises: readonly (readonly number[])[];
  /** The claim and the relation that each relation bears on: one of them, or both `NONE` where the target is not there. */
  readonly targetClaim: Int32Array;
  readonly targetRelation: Int32Array;
  /**
   * The claim that each relation bears on in the end: its target, or the anchor of the relation that is its target.
   * `NONE` where the way there is cut off or goes round.
   */
  readonly anchor: Int32Array;
  /** The home of each claim where the claim can be drawn there, else `NONE`. */
  readonly home: Int32Array;
}

export function numbered(map: ArgumentMap): Numbered {
  return atOnce(numbering(map));
}

/** As `numbered`, a pass over the map a step. */
export function* numbering(map: ArgumentMap): Steps<Numbered> {
  const claims = [...map.claims.values()];
  const relations = [...map.relations.values()];
  const claimNumbers = new Map(claims.map(({ id }, number) => [id, number]));
  const relationNumbers = new Map(relations.map(({ id }, number) => [id, number]));
  yield 0.3;
  const premises = relations.map((relation) => premisesOf(relation, claimNumbers));
  yield 0.6;
  const targetClaim = Int32Array.from(relations, ({ target }) =>
    target.type === "claim" ? (claimNumbers.get(target.id) ?? NONE) : NONE,
  );
  const targetRelation = Int32Array.from(relations, ({ target }) =>
    target.type === "relation" ? (relationNumbers.get(target.id) ?? NONE) : NONE,
  );
  yield 0.8;
  const anchor = anchorsOf(targetClaim, targetRelation);
  const home = homesOf(claims, relations, premises, anchor);
  return { claims, relations, premises, targetClaim, targetRelation, anchor, home };
}

/** Whether a claim that is a premise of the relation can be drawn there: the relation leads to a claim other than itself. */
export function canHold(relation: number, claim: number, anchor: Int32Array): boolean {
  return relation !== NONE && anchor[relation] !== NONE && anchor[relation] !== claim;
}

function premisesOf({ premises }: Relation, numbers: ReadonlyMap<ClaimId, number>): readonly number[] {
  const found = premises.map((premise) => numbers.get(premise)).filter((number) => number !== undefined);
  return found.length > 1 ? [...new Set(found)] : found;
}

function homesOf(
  claims: readonly Claim[],
  relations: readonly Relation[],
  premises: readonly (readonly number[])[],
  anchor: Int32Array,
): Int32Array {
  const homes = new Int32Array(claims.length).fill(NONE);
  for (const [relation, { id }] of relations.entries()) {
    for (const claim of premises[relation]!) {
      if (claims[claim]!.home === id && canHold(relation, claim, anchor)) homes[claim] = relation;
    }
  }
  return homes;
}

const UNKNOWN = -2;

function anchorsOf(targetClaim: Int32Array, targetRelation: Int32Array): Int32Array {
  const anchor = new Int32Array(targetClaim.length).fill(UNKNOWN);
  for (let start = 0; start < anchor.length; start++) {
    const way: number[] = [];
    let end = start;
    while (end !== NONE && anchor[end] === UNKNOWN) {
      anchor[end] = NONE; // what comes back to here goes round
      way.push(end);
      end = targetRelation[end]!;
    }
    const found = end === NONE ? targetClaim[way.at(-1)!]! : anchor[end]!;
    for (const relation of way) anchor[relation] = found;
  }
  return anchor;
}

/** What says where a relation leads: a map, or what a command has made of one so far. */
export interface Anchoring {
  readonly claims: Pick<ArgumentMap["claims"], "has">;
  readonly relations: Pick<ArgumentMap["relations"], "get">;
}

/** The claim that one relation bears on in the end, or `null`: `anchor` for a single relation. */
export function anchorOf(map: Anchoring, relation: RelationId): ClaimId | null {
  const passed = new Set<RelationId>();
  let at = map.relations.get(relation);
  while (at !== undefined && at.target.type === "relation" && !passed.has(at.id)) {
    passed.add(at.id);
    at = map.relations.get(at.target.id);
  }
  return at?.target.type === "claim" && map.claims.has(at.target.id) ? at.target.id : null;
}
