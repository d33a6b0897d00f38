import { bracketsOf } from "#layout/brackets.ts";
import type { PlaceTable } from "#layout/boxes.ts";
import { curvesOf } from "#layout/curves.ts";
import { dropsOf } from "#layout/drops.ts";
import { boundsOf, cornersOf } from "#layout/bounds.ts";
import type { Picture } from "#layout/picture.ts";
import { cardsOf, placed, portOf } from "#layout/placed.ts";
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
    ...boxes.flatMap((box) => [...cornersOf(box.rect), { x: portOf(box), y: box.rect.y }]),
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
