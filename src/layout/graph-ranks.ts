import type { GraphLink, GraphParts } from "#layout/graph-links.ts";

/** Which row each node stands in, 0 the topmost, none empty; and the links that lead down through them. */
export interface Ranking {
  readonly ranks: readonly number[];
  readonly links: readonly RankedLink[];
}

/** A link from a row to a lower one; `isTurned` where that is against its sense, in a circle. */
export interface RankedLink extends GraphLink {
  readonly isTurned: boolean;
}

/** Each node stands right below the lowest of what it answers; what answers nothing here, right above its answers. */
export function ranked(parts: GraphParts): Ranking {
  const links = withoutCircles(parts);
  const order = downwards(parts.nodes.length, links);
  const into = grouped(parts.nodes.length, links, "lower");
  const outOf = grouped(parts.nodes.length, links, "upper");
  const ranks = parts.nodes.map(() => 0);
  const length = ({ upper, lower }: GraphLink) =>
    parts.nodes[upper]!.type === "meeting" || parts.nodes[lower]!.type === "meeting" ? 1 : 2;
  for (const node of order)
    ranks[node] = Math.max(0, ...into[node]!.map((link) => ranks[link.upper]! + length(link)));
  for (const node of order.toReversed())
    if (into[node]!.length === 0 && outOf[node]!.length > 0)
      ranks[node] = Math.min(...outOf[node]!.map((link) => ranks[link.lower]! - length(link)));
  const used = [...new Set(ranks)].toSorted((a, b) => a - b);
  return { ranks: ranks.map((rank) => used.indexOf(rank)), links };
}

/** Turns the links that close a circle, as one comes to them from the first nodes on. */
function withoutCircles({ nodes, links }: GraphParts): readonly RankedLink[] {
  const outOf = grouped(nodes.length, links, "upper");
  const state = nodes.map((): "new" | "open" | "done" => "new");
  const turned = new Set<GraphLink>();
  for (const root of nodes.keys()) {
    const way = state[root] === "new" ? [{ node: root, next: 0 }] : [];
    state[root] = way.length > 0 ? "open" : state[root]!;
    for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
      const link = outOf[here.node]![here.next++];
      if (link === undefined) state[way.pop()!.node] = "done";
      else if (state[link.lower] === "open") turned.add(link);
      else if (state[link.lower] === "new") {
        state[link.lower] = "open";
        way.push({ node: link.lower, next: 0 });
      }
    }
  }
  return links.map((link) =>
    turned.has(link)
      ? { ...link, upper: link.lower, lower: link.upper, isTurned: true }
      : { ...link, isTurned: false },
  );
}

/** All nodes, each after those above it. */
function downwards(count: number, links: readonly GraphLink[]): readonly number[] {
  const outOf = grouped(count, links, "upper");
  const waiting = grouped(count, links, "lower").map(({ length }) => length);
  const order = [...waiting.keys()].filter((node) => waiting[node] === 0);
  for (const node of order)
    for (const { lower } of outOf[node]!) if (--waiting[lower]! === 0) order.push(lower);
  return order;
}

function grouped<Link extends GraphLink>(
  count: number,
  links: readonly Link[],
  end: "upper" | "lower",
): readonly (readonly Link[])[] {
  const groups = Array.from({ length: count }, (): Link[] => []);
  for (const link of links) groups[link[end]]!.push(link);
  return groups;
}
