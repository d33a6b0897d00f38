import { branchOf } from "#model/counts.ts";
import type { Forest, ForestNode } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";

/**
 * A branch alone, as a forest whose one root is its head. The head keeps the relation by which it answers what is
 * left out; what attacks that step stands among its answers. Throws where the forest has no such claim.
 */
export function branchForest(forest: Forest, head: ClaimId): Forest {
  const top = forest.nodes.get(head);
  if (top === undefined) throw new Error(`The forest has no claim "${head}" to be the head of a branch.`);
  const order = [...branchOf(forest, head)];
  const nodes = new Map(order.map((claim) => [claim, lifted(forest.nodes.get(claim)!, top.depth)]));
  const answers = [...top.undercutters, ...top.answers];
  nodes.set(head, { ...top, parent: null, depth: 0, answers, undercutters: [] });
  return { roots: [head], nodes, crossLinks: forest.crossLinks, order };
}

function lifted(node: ForestNode, by: number): ForestNode {
  return { ...node, depth: node.depth - by };
}
