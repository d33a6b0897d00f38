import { placeBoxes } from "#layout/place.ts";
import type { Picture } from "#layout/picture.ts";
import { tableOf } from "#layout/placed.ts";
import { planOf } from "#layout/plan.ts";
import type { LayoutRequest } from "#layout/request.ts";
import { pictureOf } from "#layout/route.ts";

/** Lays a map out at once, on the thread that asks: for small pictures, exports and tests. */
export function layoutOnPage(request: LayoutRequest): Picture {
  const plan = planOf(request);
  return pictureOf(request, plan, placeBoxes(tableOf(plan)));
}
