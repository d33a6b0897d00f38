import { NONE, type Numbered, numbering } from "#model/anchors.ts";
import { type Claim } from "#model/claim.ts";
import { differingKeys } from "#model/descent.ts";
import { type ClaimId, compareIds, type RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { byOrder } from "#model/order.ts";
import type { Relation, RelationKind } from "#model/relation.ts";
import { atOnce, STEP_CLAIMS, type Steps, within } from "#model/steps.ts";
import { spanningOf } from "#model/spanning.ts";

/** A (premise, relation) pair outside the tree: the claim is drawn elsewhere. */
export interface CrossLink {
  readonly premise: ClaimId;
  readonly relation: RelationId;
}

/** A relation that has at least one of its premises drawn under it. */
export interface Branching {
  readonly relation: RelationId;
  readonly kind: RelationKind;
  /** Claims drawn here, in the author's order. Several are co-premises in one bracket. */
  readonly premises: readonly ClaimId[];
  /** Premises that are drawn elsewhere ("see" chips), in id order. */
  readonly elsewhere: readonly ClaimId[];
}

/** Where a claim stands. */
export interface ForestNode {
  readonly claim: ClaimId;
  /** The relation under which it is drawn; `null` for a root. */
  readonly relation: RelationId | null;
  /** What it answers, as a person reads it; for an undercutter the attacked premise. `null` for a root. */
  readonly parent: ClaimId | null;
  /** The claim below which it is laid out: the parent, or for an undercutter the claim that the attacked step bears on. `null` for a root. */
  readonly anchor: ClaimId | null;
  /** 0 for a root; the depth among `parent`s. */
  readonly depth: number;
  /**
   * Relations on the claim itself, in the author's order; and relations on a step onto this claim that is not drawn,
   * because its premises are drawn elsewhere.
   */
  readonly answers: readonly Branching[];
  /** Relations on the step that this claim takes, undercutters as a rule, in the author's order. They stand with the step's first drawn premise. */
  readonly undercutters: readonly Branching[];
  /** Children among `parent`s in reading order: undercutters first, then answers. */
  readonly children: readonly ClaimId[];
}

/** The spanning forest that is drawn: every claim of the map exactly once, plus what it leaves out. */
export interface Forest {
  readonly roots: readonly ClaimId[];
  readonly nodes: ReadonlyMap<ClaimId, ForestNode>;
  readonly crossLinks: readonly CrossLink[];
  /** All claims, depth first. */
  readonly order: readonly ClaimId[];
}

const known = new WeakMap<ArgumentMap, Forest>();

/**
 * The forest of a map: total, for any relations whatever, and the same on every replica (see `spanning.ts` for which
 * relation a claim is drawn under). Asked again for the same map, it gives the same forest. Some milliseconds for
 * 10,000 claims.
 */
export function forestOf(map: ArgumentMap): Forest {
  return atOnce(drawingForest(map));
}

/** The forest of a map that was drawn already. */
export function knownForest(map: ArgumentMap): Forest | undefined {
  return known.get(map);
}

/** As `forestOf`, for a map that has come from `before`: where only words have changed since, it is the same forest. */
export function forestAsBefore(before: ArgumentMap, map: ArgumentMap): Forest {
  const drawn = known.get(before);
  if (drawn !== undefined && !known.has(map) && isDrawnAlike(before, map)) known.set(map, drawn);
  return forestOf(map);
}

/** Whether all that a forest is drawn from is the same. */
function isDrawnAlike(before: ArgumentMap, map: ArgumentMap): boolean {
  return (
    differingKeys(before.relations, map.relations).length === 0 &&
    differingKeys(before.claims, map.claims).every((id) => {
      const [was, is] = [before.claims.get(id), map.claims.get(id)];
      return was !== undefined && is !== undefined && was.home === is.home && was.order === is.order;
    })
  );
}

/** What `forestOf` gives for a map from now on: the forest is known from elsewhere. */
export function noteForest(map: ArgumentMap, forest: Forest): void {
  known.set(map, forest);
}

/** As `forestOf`, a pass over the map a step. */
export function* drawingForest(map: ArgumentMap): Steps<Forest> {
  const found = known.get(map) ?? (yield* drawForest(map));
  known.set(map, found);
  return found;
}

/** Claims and relations by number, with what is drawn where. Lists that would be empty are left out. */
interface Drawing extends Numbered {
  /** The relation that each claim is drawn under; `NONE` for a root. */
  readonly under: Int32Array;
  /** The claims that are drawn under each relation, in the author's order. */
  readonly drawn: Lists;
  /** The relations that stand with each claim, in the author's order. */
  readonly answers: Lists;
  readonly undercutters: Lists;
}

type Lists = readonly (readonly number[] | undefined)[];

const nothing: readonly never[] = [];

function* drawForest(map: ArgumentMap): Steps<Forest> {
  const numbers = yield* within(numbering(map), 0, 0.3);
  yield 0.3;
  const under = spanningOf(numbers);
  yield 0.4;
  const drawing = drawingOf(numbers, under);
  yield 0.5;
  const roots = [...drawing.claims.keys()].filter((claim) => drawing.under[claim] === NONE);
  sortNumbers(roots, drawing.claims);
  const nodes = yield* within(nodesOf(drawing, roots), 0.5, 0.9);
  yield 0.9;
  return {
    roots: roots.map((claim) => drawing.claims[claim]!.id),
    nodes,
    crossLinks: crossLinksOf(drawing),
    order: [...nodes.keys()],
  };
}

/** The claims of a forest, depth first. */
export function depthFirst(roots: readonly ClaimId[], nodes: Forest["nodes"]): readonly ClaimId[] {
  const order: ClaimId[] = [];
  const waiting = roots.toReversed();
  for (let claim = waiting.pop(); claim !== undefined; claim = waiting.pop()) {
    order.push(claim);
    const { children } = nodes.get(claim)!;
    for (let place = children.length - 1; place >= 0; place--) waiting.push(children[place]!);
  }
  return order;
}

function drawingOf(map: Numbered, under: Int32Array): Drawing {
  const { claims, relations } = map;
  const drawn = relations.map(noList);
  for (const [claim, relation] of under.entries()) if (relation !== NONE) append(drawn, relation, claim);
  for (const list of drawn) sortNumbers(list, claims);
  const answers = claims.map(noList);
  const undercutters = claims.map(noList);
  for (let relation = 0; relation < relations.length; relation++) {
    if (drawn[relation] === undefined) continue;
    const attacked = drawn[map.targetRelation[relation]!]?.[0];
    if (attacked === undefined) append(answers, map.anchor[relation]!, relation);
    else append(undercutters, attacked, relation);
  }
  for (const list of answers) sortNumbers(list, relations);
  for (const list of undercutters) sortNumbers(list, relations);
  return { ...map, under, drawn, answers, undercutters };
}

function* nodesOf(drawing: Drawing, roots: readonly number[]): Steps<ReadonlyMap<ClaimId, ForestNode>> {
  const nodes = new Map<ClaimId, ForestNode>();
  const waiting = roots.toReversed();
  const parents: (ForestNode | null)[] = roots.map(() => null);
  for (let claim = waiting.pop(); claim !== undefined; claim = waiting.pop()) {
    const children = childrenOf(drawing, claim);
    const node = nodeOf(drawing, claim, parents.pop() ?? null, children);
    nodes.set(node.claim, node);
    if (nodes.size % STEP_CLAIMS === 0) yield nodes.size / drawing.claims.length;
    for (let place = children.length - 1; place >= 0; place--) {
      waiting.push(children[place]!);
      parents.push(node);
    }
  }
  return nodes;
}

function childrenOf({ drawn, answers, undercutters }: Drawing, claim: number): readonly number[] {
  const children: number[] = [];
  for (const relation of undercutters[claim] ?? nothing) children.push(...drawn[relation]!);
  for (const relation of answers[claim] ?? nothing) children.push(...drawn[relation]!);
  return children;
}

function nodeOf(
  drawing: Drawing,
  claim: number,
  parent: ForestNode | null,
  children: readonly number[],
): ForestNode {
  const { claims, relations, under, anchor } = drawing;
  const relation = under[claim]!;
  return {
    claim: claims[claim]!.id,
    relation: relation === NONE ? null : relations[relation]!.id,
    parent: parent?.claim ?? null,
    anchor: relation === NONE ? null : claims[anchor[relation]!]!.id,
    depth: parent === null ? 0 : parent.depth + 1,
    answers: branchingsOf(drawing, drawing.answers[claim]),
    undercutters: branchingsOf(drawing, drawing.undercutters[claim]),
    children: children.length === 0 ? nothing : children.map((child) => claims[child]!.id),
  };
}

function branchingsOf(drawing: Drawing, steps: readonly number[] | undefined): readonly Branching[] {
  return steps === undefined ? nothing : steps.map((step) => branchingOf(drawing, step));
}

function branchingOf({ claims, relations, premises, drawn, under }: Drawing, number: number): Branching {
  const { id, kind } = relations[number]!;
  const here = drawn[number]!;
  const isWhole = here.length === premises[number]!.length;
  const elsewhere = isWhole ? nothing : premises[number]!.filter((claim) => under[claim] !== number);
  return {
    relation: id,
    kind,
    premises: here.map((claim) => claims[claim]!.id),
    elsewhere: isWhole ? nothing : elsewhere.map((claim) => claims[claim]!.id).toSorted(compareIds),
  };
}

/** All pairs of a claim and a relation onto something that is there, but for those that are drawn; by relation, then by claim. */
function crossLinksOf(drawing: Drawing): readonly CrossLink[] {
  const { claims, relations, premises, targetClaim, targetRelation, under } = drawing;
  const links: CrossLink[] = [];
  for (const [number, { id }] of relations.entries()) {
    if (targetClaim[number] === NONE && targetRelation[number] === NONE) continue;
    for (const claim of premises[number]!) {
      if (under[claim] !== number) links.push({ premise: claims[claim]!.id, relation: id });
    }
  }
  return links.toSorted(compareLinks);
}

export function compareLinks(a: CrossLink, b: CrossLink): number {
  return compareIds(a.relation, b.relation) || compareIds(a.premise, b.premise);
}

function noList(): number[] | undefined {
  return undefined;
}

function append(lists: (number[] | undefined)[], place: number, number: number): void {
  (lists[place] ??= []).push(number);
}

/** Sorts in place, by the author's order of what the numbers stand for. */
function sortNumbers(numbers: number[] | undefined, records: readonly (Claim | Relation)[]): void {
  if (numbers !== undefined && numbers.length > 1) {
    numbers.sort((a, b) => byOrder(records[a]!, records[b]!));
  }
}
