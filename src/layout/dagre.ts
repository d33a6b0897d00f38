import { Graph, layout, type EdgeLabel, type GraphLabel, type NodeLabel } from "@dagrejs/dagre";
import { depthsOf, type BoxTable, type PlaceTable } from "#layout/boxes.ts";
import { rankGap, siblingGap } from "#layout/sizes.ts";

type BoxGraph = Graph<GraphLabel, NodeLabel, EdgeLabel>;

/**
 * Lays a forest of boxes out with dagre, and gives their middles. Siblings keep their order, each depth is one rank
 * with its near edges in line, and trees stand side by side.
 *
 * dagre's search for ranks and for an order is left out, since a forest has both: what remains is its
 * coordinate assignment (Brandes and Köpf 2001). `acyclicer: "greedy"` is there because it is the one that
 * does not recurse: a chain of thousands would overflow the stack.
 */
export function centresByDagre(boxes: BoxTable): PlaceTable {
  const count = boxes.parent.length;
  const centres = { x: new Float64Array(count), y: new Float64Array(count) };
  if (count === 0) return centres;
  const graph = graphOf(boxes);
  layout(graph, { customOrder: keepOrder, useDynamic: false });
  for (let box = 0; box < count; box++) {
    const { x = 0, y = 0 } = graph.node(String(box));
    centres.x[box] = x;
    centres.y[box] = y;
  }
  return centres;
}

function graphOf({ direction, parent, width, height }: BoxTable): BoxGraph {
  const graph: BoxGraph = new Graph<GraphLabel, NodeLabel, EdgeLabel>();
  const label: GraphLabel = {
    rankdir: direction === "down" ? "TB" : "LR",
    rankalign: "top",
    nodesep: siblingGap,
    ranksep: 2 * rankGap, // dagre halves it, to make ranks for edge labels in between
    acyclicer: "greedy",
  };
  const ranker = (ranked: BoxGraph) => rank(ranked, depthsOf(parent));
  graph.setGraph(Object.assign(label, { ranker })); // dagre calls a function; its types name only its own
  for (const [box, above] of parent.entries()) {
    graph.setNode(String(box), { width: width[box] ?? 0, height: height[box] ?? 0 });
    if (above >= 0) graph.setEdge(String(above), String(box), {});
  }
  return graph;
}

/**
 * Makes each depth a rank, with no ranks in between for edge labels. Edges then cross no rank and dagre gives
 * them no bends, but goes on to read one: a far one, since it refuses one in the middle of a box.
 */
function rank(graph: BoxGraph, depths: Int32Array): void {
  for (const id of graph.nodes()) graph.node(id).rank = depths[Number(id)] ?? 0;
  for (const edge of graph.edges()) graph.edge(edge).points = [{ x: -1e9, y: -1e9 }];
}

/** dagre keeps nodes as they came in, which is depth first: so each rank is already in the author's order. */
function keepOrder(graph: { nodes(): string[]; node(id: string): NodeLabel }): void {
  const placed = new Map<number, number>();
  for (const id of graph.nodes()) {
    const node = graph.node(id);
    const rank = node.rank ?? 0;
    node.order = placed.get(rank) ?? 0;
    placed.set(rank, node.order + 1);
  }
}
