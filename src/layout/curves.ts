import { bendBetween, bendPath, pointOn, portsAt, portsOf, type Bend, type Port } from "#layout/bend.ts";
import { cardIndex, type CardIndex } from "#layout/cull.ts";
import { meetingPoints } from "#layout/drops.ts";
import type { Curve, Drop, Point, Rect } from "#layout/picture.ts";
import type { PlacedBox } from "#layout/placed.ts";
import type { LayoutRequest } from "#layout/request.ts";
import type { CrossLink } from "#model/forest.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";

/** A cross-link's line, with the bend that it was drawn from. */
export interface RoutedCurve extends Curve {
  readonly bend: Bend;
}

/** Running under a card costs a curve as much as this many pixels of its way. */
const costOfCovering = 120;
const samples = Array.from({ length: 15 }, (_, at) => (at + 1) / 16);

interface Scene {
  readonly cards: ReadonlyMap<ClaimId, Rect>;
  readonly index: CardIndex;
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
  const bend = bestBend(portsOf(start), to, (point) => scene.index.isCovered(point));
  return (
    bend && { premise: link.premise, relation: relation.id, kind: relation.kind, path: bendPath(bend), bend }
  );
}

function bestBend(
  from: readonly Port[],
  to: readonly Port[],
  isCovered: (point: Point) => boolean,
): Bend | null {
  let best: Bend | null = null;
  let least = Infinity;
  for (const bend of from.flatMap((start) => to.map((end) => bendBetween(start, end)))) {
    const cost = costOf(bend, isCovered);
    if (cost >= least) continue;
    least = cost;
    best = bend;
  }
  return best;
}

function costOf(bend: Bend, isCovered: (point: Point) => boolean): number {
  const points = [0, ...samples, 1].map((t) => pointOn(bend, t));
  const length = points.reduce((sum, point, at) => {
    const before = points[at - 1] ?? point;
    return sum + Math.hypot(point.x - before.x, point.y - before.y);
  }, 0);
  return length + costOfCovering * points.slice(1, -1).filter(isCovered).length;
}
