import { coverOfMany } from "#layout/cover-grid.ts";
import { cutCurve } from "#layout/cut-curve.ts";
import { pictureOf } from "#layout/drawn.ts";
import type { Picture } from "#layout/picture.ts";
import { placeBoxes } from "#layout/place.ts";
import { planOf } from "#layout/plan.ts";
import type { LayoutRequest } from "#layout/request.ts";
import { routed } from "#layout/route.ts";

/** Lays a map out at once, on the thread that asks: for small pictures on screen, and for exports. */
export function layoutOnPage(request: LayoutRequest): Picture {
  const plan = planOf(request);
  return pictureOf(plan, routed(plan.table, placeBoxes(plan.table.boxes), coverOfMany), cutCurve);
}
