import type { LineTable } from "#layout/lines.ts";
import type { PlanTable } from "#layout/plan-table.ts";
import type { Routes } from "#layout/route.ts";

/** What the page asks of the worker. The tables are copied, so that they are still there if the worker dies. */
export interface LayoutOrder {
  readonly number: number;
  readonly plan: PlanTable;
}

/** What the worker answers, under the order's number. The tables' buffers move with the message. */
export interface LayoutReply {
  readonly number: number;
  readonly routes: Routes;
}

/** The memory that goes along with a reply instead of being copied. */
export function buffersOf({
  boxes,
  cards,
  chips,
  trunks,
  drops,
  brackets,
  curves,
}: Routes): readonly ArrayBuffer[] {
  const { lines, badges, joints, isStacked } = drops;
  const tables = [boxes, cards, chips, badges, joints, isStacked];
  return [...tables, ...[trunks, lines, brackets, curves].flatMap(partsOf)].map(({ buffer }) => buffer);
}

function partsOf({ of, paths, ends, extents }: LineTable) {
  return [of, paths, ends, extents];
}
