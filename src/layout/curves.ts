import { bendsBetween, bendPath, pointOn, portsAt, portsOf, type Bend, type Port } from "#layout/bend.ts";
import { cardIndex, type CardIndex } from "#layout/cull.ts";
import { meetingPoints } from "#layout/drops.ts";
import { boundsOf, cornersOf } from "#layout/bounds.ts";
import type { Curve, Drop, Point, Rect } from "#layout/picture.ts";
import type { PlacedBox } from "#layout/placed.ts";
import type { LayoutRequest } from "#layout/request.ts";
import type { CrossLink } from "#model/forest.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";

/** A cross-link's line, with the bend that it was drawn from. */
export interface RoutedCurve extends Curve {
  readonly bend: Bend;
}

/** A sixteenth of a curve that runs under a card, or outside the forest, costs as much as this many pixels of way. */
const costOfStraying = 200;
const samples = Array.from({ length: 15 }, (_, at) => (at + 1) / 16);

interface Scene {
  readonly cards: ReadonlyMap<ClaimId, Rect>;
  readonly index: CardIndex;
  /** What the cards take up. */
  readonly frame: Rect;
  /** "See" chips, by relation and premise. */
  readonly chips: ReadonlyMap<RelationId, ReadonlyMap<ClaimId, Rect>>;
  readonly meetings: Map<RelationId, Point>;
}

/**
 * Curves for the cross-links whose both ends are shown. Where the relation's bracket is drawn, its "see" chip
 * is the end; else the target claim's card, or the line of the target relation, which may be a curve itself.
 */
export function curvesOf(
  { map, forest }: LayoutRequest,
  boxes: readonly PlacedBox[],
  cards: ReadonlyMap<ClaimId, Rect>,
  drops: readonly Drop[],
): readonly RoutedCurve[] {
  if (forest.crossLinks.length === 0) return [];
  const scene = {
    cards,
    index: cardIndex(cards),
    frame: boundsOf([...cards.values()].flatMap(cornersOf)),
    chips: chipsOf(boxes),
    meetings: new Map(meetingPoints(boxes, drops)),
  };
  const curves: RoutedCurve[] = [];
  let waiting = forest.crossLinks;
  for (let before = -1; before !== curves.length;) {
    before = curves.length;
    waiting = waiting.filter((link) => {
      const curve = curveFor(link, map, scene);
      if (curve === null) return true;
      curves.push(curve);
      if (!scene.meetings.has(link.relation)) scene.meetings.set(link.relation, pointOn(curve.bend, 0.5));
      return false;
    });
  }
  return curves;
}

function chipsOf(boxes: readonly PlacedBox[]): Scene["chips"] {
  return new Map(
    boxes.flatMap(({ plan, chips }) =>
      plan.inside.type === "bracket"
        ? [[plan.inside.step.relation, new Map(chips.map(({ claim, rect }) => [claim, rect]))] as const]
        : [],
    ),
  );
}

function curveFor(link: CrossLink, map: LayoutRequest["map"], scene: Scene): RoutedCurve | null {
  const relation = map.relations.get(link.relation);
  const start = scene.cards.get(link.premise);
  if (relation === undefined || start === undefined) return null;
  const { target } = relation;
  const chip = scene.chips.get(link.relation)?.get(link.premise);
  const end = chip ?? (target.type === "claim" ? scene.cards.get(target.id) : undefined);
  const meeting = target.type === "relation" ? scene.meetings.get(target.id) : undefined;
  const to = end ? portsOf(end) : meeting ? portsAt(meeting) : [];
  const bend = bestBend(portsOf(start), to, (point) => isAstray(point, scene));
  return (
    bend && { premise: link.premise, relation: relation.id, kind: relation.kind, path: bendPath(bend), bend }
  );
}

function isAstray(point: Point, { index, frame }: Scene): boolean {
  const { x, y } = point;
  const isInside = x >= frame.x && x <= frame.x + frame.width && y >= frame.y && y <= frame.y + frame.height;
  return !isInside || index.isCovered(point);
}

function bestBend(
  from: readonly Port[],
  to: readonly Port[],
  isPoor: (point: Point) => boolean,
): Bend | null {
  let best: Bend | null = null;
  let least = Infinity;
  const bends = from.flatMap((start) => to.flatMap((end) => bendsBetween(start, end)));
  for (const bend of bends.toSorted((a, b) => reachOf(a) - reachOf(b))) {
    if (reachOf(bend) >= least) break;
    const cost = costOf(bend, isPoor, least);
    if (cost >= least) continue;
    least = cost;
    best = bend;
  }
  return best;
}

/** The least that a bend can cost: no curve is shorter than the straight way. */
function reachOf([start, , , end]: Bend): number {
  return distanceBetween(start, end);
}

/** Its length, and what it costs to stray; no longer exact once it is above `limit`. */
function costOf(bend: Bend, isPoor: (point: Point) => boolean, limit: number): number {
  const between = samples.map((t) => pointOn(bend, t));
  const points = [bend[0], ...between, bend[3]];
  let cost = points.reduce((sum, point, at) => sum + distanceBetween(points[at - 1] ?? point, point), 0);
  for (const point of between) {
    if (cost >= limit) return cost;
    if (isPoor(point)) cost += costOfStraying;
  }
  return cost;
}

function distanceBetween(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}
