import { branchCounts, type Counts, knownCounts, rememberCounts, sumOf } from "#model/counts.ts";
import { differingKeys } from "#model/descent.ts";
import type { Forest, ForestNode } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import { layered } from "#model/layered.ts";

/** As `branchCounts`, for a forest that has come from `before`: only claims above what has changed are counted anew. */
export function branchCountsAfter(before: Forest, forest: Forest): ReadonlyMap<ClaimId, Counts> {
  const was = knownCounts(before);
  if (was !== undefined && knownCounts(forest) === undefined)
    rememberCounts(forest, countsAfter(before, was, forest));
  return branchCounts(forest);
}

function countsAfter(
  { nodes: before }: Forest,
  was: ReadonlyMap<ClaimId, Counts>,
  { nodes }: Forest,
): ReadonlyMap<ClaimId, Counts> {
  const changed = differingKeys(before, nodes);
  const due = new Map<ClaimId, ForestNode>();
  for (const claim of changed) {
    let node = nodes.get(claim);
    for (; node !== undefined && !due.has(node.claim); node = nodes.get(node.parent!))
      due.set(node.claim, node);
  }
  const counts = new Map<ClaimId, Counts>();
  for (const node of [...due.values()].toSorted((a, b) => b.depth - a.depth))
    counts.set(
      node.claim,
      sumOf(node, (claim) => counts.get(claim) ?? was.get(claim)),
    );
  const gone = changed.filter((claim) => !nodes.has(claim)).map((claim) => [claim, undefined] as const);
  return layered(was, [...gone, ...counts]);
}
