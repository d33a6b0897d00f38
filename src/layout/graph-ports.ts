import type { GraphParts } from "#layout/graph-links.ts";
import type { GraphPlaces, PlacedLink } from "#layout/graph-places.ts";
import type { Point, Rect } from "#layout/picture.ts";
import { badgeSize } from "#layout/sizes.ts";

/** Where a link leaves its upper end and reaches its lower one. */
export interface LinkEnds {
  readonly from: Point;
  readonly to: Point;
}

/** Between the ends of lines along a card's edge, and from there to its corners. */
const portGap = badgeSize + 12;
const portMargin = 24;

/**
 * Where lines meet the cards: what answers a card leaves from the middle of its lower edge; the lines that reach a card
 * stand side by side along its upper edge, in the order in which they come. In a circle a premise is above: its
 * line leaves beside the others.
 */
export function endsOf({ nodes }: GraphParts, { rects, links }: GraphPlaces): readonly LinkEnds[] {
  const arriving = rects.map((): PlacedLink[] => []);
  const turned = rects.map((): PlacedLink[] => []);
  for (const link of links) {
    arriving[link.lower]!.push(link);
    if (link.isTurned && nodes[link.upper]!.type === "card") turned[link.upper]!.push(link);
  }
  const comesFrom = ({ passes, upper }: PlacedLink) => passes.at(-1) ?? middle(rects[upper]!);
  for (const list of arriving) list.sort((a, b) => comesFrom(a) - comesFrom(b));
  return links.map((link) => {
    const [above, below] = [rects[link.upper]!, rects[link.lower]!];
    const beside = turned[link.upper]!;
    const aside = beside.includes(link)
      ? spread(above, beside.indexOf(link) + 1, 2 * beside.length + 1, beside.length)
      : 0;
    const place = arriving[link.lower]!.indexOf(link);
    const across = spread(below, place, arriving[link.lower]!.length, (arriving[link.lower]!.length - 1) / 2);
    return {
      from: { x: middle(above) + aside, y: above.y + above.height },
      to: { x: middle(below) + across, y: below.y },
    };
  });
}

/** How far from the middle of an edge the end at `place` of `count` stands, the one at `centre` standing in the middle. */
function spread({ width }: Rect, place: number, count: number, centre: number): number {
  if (count < 2) return 0;
  const gap = Math.min(portGap, Math.max(0, width - 2 * portMargin) / (count - 1));
  return (place - centre) * gap;
}

function middle({ x, width }: Rect): number {
  return x + width / 2;
}
