import type { Forest, ForestNode } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { RelationKind } from "#model/relation.ts";
import { atOnce, STEP_CLAIMS, type Steps } from "#model/steps.ts";

/** How many claims support, and how many oppose what they stand under. */
export interface Counts {
  readonly reasons: number;
  readonly objections: number;
}

/** What stands right under a claim. Of the co-premises in one bracket each counts. */
export function directCounts({ answers, undercutters }: ForestNode): Counts {
  const counts = { reasons: 0, objections: 0 };
  for (const steps of [undercutters, answers])
    for (const { kind, premises } of steps) counts[nameOf(kind)] += premises.length;
  return counts;
}

const known = new WeakMap<Forest, ReadonlyMap<ClaimId, Counts>>();

/** What stands under each claim, its whole branch counted. Asked again for the same forest, it gives the same counts. */
export function branchCounts(forest: Forest): ReadonlyMap<ClaimId, Counts> {
  return atOnce(countingBranches(forest));
}

/** What `branchCounts` gives for a forest from now on. */
export function noteCounts(forest: Forest, counts: ReadonlyMap<ClaimId, Counts>): void {
  known.set(forest, counts);
}

/** As `branchCounts`, so many claims a step. */
export function* countingBranches(forest: Forest): Steps<ReadonlyMap<ClaimId, Counts>> {
  const found = known.get(forest) ?? (yield* countBranches(forest));
  known.set(forest, found);
  return found;
}

/** One pass over the forest, from its leaves. */
function* countBranches({ order, nodes }: Forest): Steps<ReadonlyMap<ClaimId, Counts>> {
  const counts = new Map<ClaimId, Counts>();
  for (let left = order.length; left > 0; left--) {
    const node = nodes.get(order[left - 1]!)!;
    counts.set(
      node.claim,
      sumOf(node, (claim) => counts.get(claim)),
    );
    if (left % STEP_CLAIMS === 0) yield 1 - left / order.length;
  }
  return counts;
}

/** The counts of a forest, if they were counted already. */
export function knownCounts(forest: Forest): ReadonlyMap<ClaimId, Counts> | undefined {
  return known.get(forest);
}

/** Keeps counts as what `branchCounts` gives for a forest. */
export function rememberCounts(forest: Forest, counts: ReadonlyMap<ClaimId, Counts>): void {
  known.set(forest, counts);
}

/** What stands under one claim, by what stands under those right below it. */
export function sumOf(node: ForestNode, countsOf: (claim: ClaimId) => Counts | undefined): Counts {
  const sum = { ...directCounts(node) };
  for (const child of node.children) {
    const below = countsOf(child);
    sum.reasons += below?.reasons ?? 0;
    sum.objections += below?.objections ?? 0;
  }
  return sum;
}

/** The way from a claim up to its thesis: the nearest first, the claim itself left out. Empty for a thesis. */
export function ancestors(forest: Forest, claim: ClaimId): readonly ClaimId[] {
  const way: ClaimId[] = [];
  let parent = forest.nodes.get(claim)?.parent ?? null;
  while (parent !== null) {
    way.push(parent);
    parent = forest.nodes.get(parent)?.parent ?? null;
  }
  return way;
}

/** A claim and all that is drawn below it, depth first. Empty for a claim that the map does not have. */
export function branchOf(forest: Forest, claim: ClaimId): ReadonlySet<ClaimId> {
  const branch = new Set<ClaimId>();
  const waiting = forest.nodes.has(claim) ? [claim] : [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    branch.add(next);
    waiting.push(...(forest.nodes.get(next)?.children ?? []).toReversed());
  }
  return branch;
}

function nameOf(kind: RelationKind): "reasons" | "objections" {
  return kind === "supports" ? "reasons" : "objections";
}
