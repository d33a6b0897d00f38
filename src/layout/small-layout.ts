import { cornersOf } from "#layout/boxes.ts";
import { coverOfFew } from "#layout/cover.ts";
import { centresByDagre } from "#layout/dagre.ts";
import { pictureOf } from "#layout/drawn.ts";
import type { Picture } from "#layout/picture.ts";
import { planOf } from "#layout/plan.ts";
import type { LayoutRequest } from "#layout/request.ts";
import { routed } from "#layout/route.ts";

/** Lays a map out at once by dagre alone: small ones, so that the first screen comes without the kernel. */
export function layoutSmall(request: LayoutRequest): Picture {
  const plan = planOf(request);
  const { boxes } = plan.table;
  return pictureOf(plan, routed(plan.table, cornersOf(boxes, centresByDagre(boxes)), coverOfFew));
}
