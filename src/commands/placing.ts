import { namingNow, type Revision } from "#commands/revising.ts";
import { type Records, Shelf } from "#commands/shelf.ts";
import type { Claim } from "#model/claim.ts";
import type { Forest } from "#model/forest.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import { relationsNaming } from "#model/mentions.ts";
import { byOrder, hasRoomBetween, orderBetween, ordersBetween } from "#model/order.ts";
import type { Relation, Target } from "#model/relation.ts";

/** Where among its siblings something is put: right after one of them, first (`null`), or last (left out, or not there). */
export type After<Id> = Id | null | undefined;

/** A map, or a revision of one. */
export interface HasClaims {
  readonly claims: Records<ClaimId, Claim>;
}

interface HasRelations {
  readonly relations: Revision["relations"] | ReadonlyMap<RelationId, Relation>;
}

interface Ordered {
  readonly id: string;
  readonly order: string;
}

/** The key for what is put among siblings, and the siblings that need another key to make room for it. */
interface Room<Item> {
  readonly order: string;
  readonly moved: readonly Item[];
}

/**
 * Makes room among siblings, which stand in their order, before the one at `place`. As a rule no sibling is touched.
 * Where two share a key, as after a merge, or a file brought a key that is none, all of them get new ones.
 */
export function makeRoom<Item extends Ordered>(siblings: readonly Item[], place: number): Room<Item> {
  const before = siblings[place - 1]?.order ?? null;
  const after = siblings[place]?.order ?? null;
  if (hasRoomBetween(before, after)) return { order: orderBetween(before, after), moved: [] };
  const keys = ordersBetween(null, null, siblings.length + 1);
  const moved = siblings.map((item, number) => withOrder(item, keys[number < place ? number : number + 1]!));
  return { order: keys[place]!, moved };
}

function withOrder<Item extends Ordered>(item: Item, order: string): Item {
  return { ...item, order };
}

/** The order key of a relation that is put among those that bear on a target. */
export function orderOnto(revision: Revision, target: Target, after: After<RelationId>): string {
  return orderAmongRelations(revision, relationsOnto(revision, target), after);
}

export function orderAmongRelations(
  { relations }: Revision,
  siblings: readonly Relation[],
  after: After<RelationId>,
): string {
  const { order, moved } = makeRoom(siblings, placeAfter(siblings, after));
  for (const relation of moved) relations.set(relation.id, relation);
  return order;
}

/** The order key of a claim that is put among theses, or among the premises in one bracket. */
export function orderAmongClaims(
  { claims }: Revision,
  siblings: readonly Claim[],
  after: After<ClaimId>,
): string {
  const { order, moved } = makeRoom(siblings, placeAfter(siblings, after));
  for (const claim of moved) claims.set(claim.id, claim);
  return order;
}

/** The relations that bear on a target, in the author's order. */
export function relationsOnto({ relations }: HasRelations, target: Target): Relation[] {
  const { type, id } = target;
  const naming = relations instanceof Shelf ? namingNow(relations, id) : relationsNaming(relations, id);
  return naming.filter(({ target }) => target.type === type && target.id === id).toSorted(byOrder);
}

/** The theses of the map as it is drawn, in the author's order. */
export function thesesOf({ claims }: HasClaims, forest: Forest): Claim[] {
  return forest.roots
    .map((id) => claims.get(id))
    .filter((claim) => claim !== undefined)
    .toSorted(byOrder);
}

/** The premises that are drawn under a relation, in the author's order. */
export function drawnPremises({ claims }: HasClaims, forest: Forest, relation: Relation): Claim[] {
  return relation.premises
    .map((id) => claims.get(id))
    .filter((claim) => claim !== undefined)
    .filter(({ id }) => forest.nodes.get(id)?.relation === relation.id)
    .toSorted(byOrder);
}

/** Before which of its siblings something is put. */
export function placeAfter(siblings: readonly Ordered[], after: After<string>): number {
  if (after === null) return 0;
  const place = siblings.findIndex(({ id }) => id === after);
  return place === -1 ? siblings.length : place + 1;
}
