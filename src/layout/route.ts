import { boundsOf } from "#layout/bounds.ts";
import type { PlaceTable } from "#layout/boxes.ts";
import { bracketsOf } from "#layout/brackets.ts";
import type { CoverOf } from "#layout/cover.ts";
import { curvesOf } from "#layout/curves.ts";
import { dropsOf, type DropTable } from "#layout/drops.ts";
import type { LineTable } from "#layout/lines.ts";
import type { PlanTable } from "#layout/plan-table.ts";
import type { Rect } from "#layout/picture.ts";
import { placed, type PlacedPlan } from "#layout/placed.ts";
import type { RectTable } from "#layout/rects.ts";
import { trunksOf } from "#layout/trunks.ts";

/** Where everything of a plan is, and the lines between, in numbers and paths. */
export interface Routes {
  readonly bounds: Rect;
  readonly boxes: RectTable;
  readonly cards: RectTable;
  readonly chips: RectTable;
  readonly trunks: LineTable;
  readonly drops: DropTable;
  readonly brackets: LineTable;
  readonly curves: LineTable;
}

/** Draws the lines between boxes that have their places. `coverOf` serves the cross-links, which keep clear of cards. */
export function routed(plan: PlanTable, places: PlaceTable, coverOf: CoverOf): Routes {
  const scene = placed(plan, places);
  const { boxes, cards, chips } = scene;
  const drops = dropsOf(scene);
  const curves = curvesOf(scene, drops, coverOf);
  return {
    bounds: boundsOf(boxes, portsOf(scene), curves.extents),
    boxes,
    cards,
    chips,
    trunks: trunksOf(scene),
    drops,
    brackets: bracketsOf(scene),
    curves,
  };
}

/** Rails of stacks stand outside of their boxes. */
function portsOf({ ports, boxes }: PlacedPlan): RectTable {
  const rects = new Float64Array(4 * ports.length);
  for (let box = 0; box < ports.length; box++) {
    rects[4 * box] = ports[box]!;
    rects[4 * box + 1] = boxes[4 * box + 1]!;
  }
  return rects;
}
