import type { Forest, ForestNode } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { RelationKind } from "#model/relation.ts";

/** How many claims support, and how many oppose what they stand under. */
export interface Counts {
  readonly reasons: number;
  readonly objections: number;
}

/** What stands right under a claim. Of the co-premises in one bracket each counts. */
export function directCounts({ answers, undercutters }: ForestNode): Counts {
  const counts = { reasons: 0, objections: 0 };
  for (const { kind, premises } of [...undercutters, ...answers]) counts[nameOf(kind)] += premises.length;
  return counts;
}

/** What stands under each claim, its whole branch counted, in one pass over the forest. */
export function branchCounts(forest: Forest): ReadonlyMap<ClaimId, Counts> {
  const counts = new Map<ClaimId, Counts>();
  for (const claim of forest.order.toReversed()) {
    const node = forest.nodes.get(claim);
    if (node === undefined) continue;
    const sum = { ...directCounts(node) };
    for (const child of node.children) {
      const below = counts.get(child);
      sum.reasons += below?.reasons ?? 0;
      sum.objections += below?.objections ?? 0;
    }
    counts.set(claim, sum);
  }
  return counts;
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
