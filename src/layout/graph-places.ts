import {
  Graph,
  layout,
  type EdgeLabel,
  type GraphLabel,
  type LayoutOptions,
  type NodeLabel,
} from "@dagrejs/dagre";
import type { GraphParts } from "#layout/graph-links.ts";
import type { RankedLink, Ranking } from "#layout/graph-ranks.ts";
import type { Rect } from "#layout/picture.ts";
import { rankGap, siblingGap } from "#layout/sizes.ts";

type LinkGraph = Graph<GraphLabel, NodeLabel, EdgeLabel>;

/** A link with the places, in each row between its ends, where it has room to pass. */
export interface PlacedLink extends RankedLink {
  readonly passes: readonly number[];
}

export interface GraphPlaces {
  readonly rects: readonly Rect[];
  readonly links: readonly PlacedLink[];
  /** The upper and the lower edge of each row. */
  readonly rows: readonly { readonly top: number; readonly bottom: number }[];
}

/** So many places in rows dagre makes room for; its time grows fast with them. What is left passes behind cards. */
export const mostPasses = 400;
/** And so many links. */
export const mostLinks = 240;

/** Lays the nodes out with dagre, whose order keeps the author's where no two lines cross in it. */
export function placed({ nodes }: GraphParts, { ranks, links }: Ranking): GraphPlaces {
  const graph: LinkGraph = new Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true });
  const label: GraphLabel = {
    rankdir: "TB",
    rankalign: "top",
    nodesep: siblingGap,
    edgesep: siblingGap,
    ranksep: 2 * rankGap, // dagre halves it, to make ranks for edge labels in between
  };
  graph.setGraph(Object.assign(label, { ranker: (ranking: LinkGraph) => rank(ranking, ranks) })); // see dagre.ts
  for (const [node, { size }] of nodes.entries()) graph.setNode(String(node), { ...size });
  const roomy = withRoom(links, ranks);
  for (const [name, { upper, lower }] of links.entries())
    if (roomy.has(name)) graph.setEdge(String(upper), String(lower), {}, String(name));
  layout(graph, { customOrder: inOrder, useDynamic: false });
  const rects = nodes.map(({ size: { width, height } }, node) => {
    const { x = 0, y = 0 } = graph.node(String(node));
    return { x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height };
  });
  const passesOf = (link: RankedLink, name: number) =>
    roomy.has(name) && ranks[link.lower]! - ranks[link.upper]! > 1
      ? graph.edge(String(link.upper), String(link.lower), String(name)).points!.slice(1, -1)
      : [];
  return {
    rects,
    links: links.map((link, name) => ({
      ...link,
      passes: passesOf(link, name).map(({ x }) => Math.round(x)),
    })),
    rows: rowsOf(rects, ranks),
  };
}

/** The names of the links that dagre is given: the shortest first. */
function withRoom(links: readonly RankedLink[], ranks: readonly number[]): ReadonlySet<number> {
  const span = (name: number) => ranks[links[name]!.lower]! - ranks[links[name]!.upper]! - 1;
  const roomy = new Set<number>();
  let passes = 0;
  for (const name of [...links.keys()].toSorted((a, b) => span(a) - span(b) || a - b)) {
    passes += span(name);
    if (passes > mostPasses || roomy.size >= mostLinks) break;
    roomy.add(name);
  }
  return roomy;
}

/** dagre reads a bend of a link that passes no row, and refuses one in the middle of a box: so it gets a far one. */
function rank(graph: LinkGraph, ranks: readonly number[]): void {
  for (const id of graph.nodes()) graph.node(id).rank = ranks[Number(id)] ?? 0;
  for (const edge of graph.edges()) graph.edge(edge).points = [{ x: -1e9, y: -1e9 }];
}

/** The order in which nodes are come to, depth first; where lines cross in it, the one that dagre finds. */
function inOrder(graph: LinkGraph, order: (graph: LinkGraph, options?: LayoutOptions) => void): void {
  order(graph, { disableOptimalOrderHeuristic: true });
  if (hasCrossing(graph)) order(graph);
}

function hasCrossing(graph: LinkGraph): boolean {
  const place = (id: string) => graph.node(id).order ?? 0;
  const lines = graph
    .edges()
    .map(({ v, w }) => ({ rank: graph.node(v).rank ?? 0, from: place(v), to: place(w) }));
  const sorted = lines.toSorted((a, b) => a.rank - b.rank || a.from - b.from || a.to - b.to);
  let [rank, farthest] = [-1, -1];
  for (const line of sorted) {
    if (line.rank !== rank) [rank, farthest] = [line.rank, -1];
    if (line.to < farthest) return true;
    farthest = line.to;
  }
  return false;
}

function rowsOf(rects: readonly Rect[], ranks: readonly number[]): GraphPlaces["rows"] {
  const rows: { top: number; bottom: number }[] = [];
  for (const [node, { y, height }] of rects.entries()) {
    const row = (rows[ranks[node]!] ??= { top: y, bottom: y });
    row.top = Math.min(row.top, y);
    row.bottom = Math.max(row.bottom, y + height);
  }
  return rows;
}
