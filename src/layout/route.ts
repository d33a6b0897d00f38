import { bracketsOf } from "#layout/brackets.ts";
import type { PlaceTable } from "#layout/boxes.ts";
import { curvesOf } from "#layout/curves.ts";
import { dropsOf } from "#layout/drops.ts";
import type { Picture, Point, Rect } from "#layout/picture.ts";
import { cardsOf, placed } from "#layout/placed.ts";
import type { PlannedBox } from "#layout/plan.ts";
import type { LayoutRequest } from "#layout/request.ts";
import { trunksOf } from "#layout/trunks.ts";

/** Draws the lines between boxes that have their places. */
export function pictureOf(request: LayoutRequest, plan: readonly PlannedBox[], places: PlaceTable): Picture {
  const boxes = placed(plan, places);
  const cards = cardsOf(boxes);
  const drops = dropsOf(boxes);
  const curves = curvesOf(request, boxes, cards, drops);
  const corners = [
    ...boxes.flatMap(({ rect }) => [rect, { x: rect.x + rect.width, y: rect.y + rect.height }]),
    ...drops.flatMap(({ badge, joint }) => joint ?? badge),
    ...curves.flatMap(({ bend }) => bend),
  ];
  return {
    bounds: boundsOf(corners),
    cards,
    brackets: bracketsOf(boxes),
    trunks: trunksOf(boxes, cards),
    drops,
    curves: curves.map(({ premise, relation, kind, path }) => ({ premise, relation, kind, path })),
  };
}

function boundsOf(points: readonly Point[]): Rect {
  if (points.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
