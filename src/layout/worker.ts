import type { BoxTable, PlaceTable } from "#layout/boxes.ts";

/** What the page asks of the worker. The tables' buffers move with the message. */
export interface LayoutOrder {
  readonly number: number;
  readonly boxes: BoxTable;
}

/** What the worker answers, under the order's number. */
export interface LayoutReply {
  readonly number: number;
  readonly places: PlaceTable;
}

/** The memory that goes along with a message instead of being copied. */
export function buffersOf(table: BoxTable | PlaceTable): ArrayBuffer[] {
  return "parent" in table
    ? [table.parent.buffer, table.width.buffer, table.height.buffer]
    : [table.x.buffer, table.y.buffer];
}
