import { cornersOf, type BoxTable, type PlaceTable } from "#layout/boxes.ts";
import { centresByDagre } from "#layout/dagre.ts";
import { centresByKernel } from "#layout/kernel.ts";

/** Up to this many boxes dagre itself lays out. Beyond, the kernel gives the same places sooner. */
export const mostForDagre = 100;

/** Where boxes stand: their top left corners, on the grid. */
export function placeBoxes(boxes: BoxTable): PlaceTable {
  const isSmall = boxes.parent.length <= mostForDagre;
  return cornersOf(boxes, isSmall ? centresByDagre(boxes) : centresByKernel(boxes));
}
