import { depthsOf, type PlaceTable } from "#layout/boxes.ts";
import { forms, type PlanTable } from "#layout/plan-table.ts";
import type { RectTable } from "#layout/rects.ts";
import { railOutside } from "#layout/sizes.ts";

/** A plan in its place: everything in map coordinates. */
export interface PlacedPlan {
  readonly plan: PlanTable;
  readonly depth: Int32Array;
  readonly boxes: RectTable;
  readonly cards: RectTable;
  readonly chips: RectTable;
  /** By box: the x at which a trunk reaches it, its middle or the rail of a stack. */
  readonly ports: Float64Array;
}

export function placed(plan: PlanTable, places: PlaceTable): PlacedPlan {
  const { boxes, form } = plan;
  const count = boxes.parent.length;
  const rects = new Float64Array(4 * count);
  const ports = new Float64Array(count);
  for (let box = 0; box < count; box++) {
    const [x, width] = [places.x[box]!, boxes.width[box]!];
    rects[4 * box] = x;
    rects[4 * box + 1] = places.y[box]!;
    rects[4 * box + 2] = width;
    rects[4 * box + 3] = boxes.height[box]!;
    ports[box] = form[box] === forms.stack ? x - railOutside : x + width / 2;
  }
  return {
    plan,
    depth: depthsOf(boxes.parent),
    boxes: rects,
    cards: moved(plan.cards, plan.firstCard, places),
    chips: moved(plan.chips, plan.firstChip, places),
    ports,
  };
}

/** The parts of each box, moved to where the box is. */
function moved(parts: RectTable, firsts: Int32Array, { x, y }: PlaceTable): RectTable {
  const rects = parts.slice();
  for (let box = 0; box < x.length; box++) {
    for (let part = firsts[box]!; part < firsts[box + 1]!; part++) {
      rects[4 * part]! += x[box]!;
      rects[4 * part + 1]! += y[box]!;
    }
  }
  return rects;
}
