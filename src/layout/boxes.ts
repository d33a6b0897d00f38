import { grid } from "#layout/sizes.ts";

/** Which way a forest grows: down, with a row for each rank, or to the right, with a column for each rank. */
export type Direction = "down" | "right";

/**
 * Boxes as the layout engines take them, depth first: a box stands before all below it, siblings in order.
 * `parent` -1 is a root. Lengths are finite and at least 0.
 */
export interface BoxTable {
  readonly direction: Direction;
  readonly parent: Int32Array<ArrayBuffer>;
  readonly width: Float64Array<ArrayBuffer>;
  readonly height: Float64Array<ArrayBuffer>;
}

/** One point for each box. */
export interface PlaceTable {
  readonly x: Float64Array<ArrayBuffer>;
  readonly y: Float64Array<ArrayBuffer>;
}

/** 0 for a root, and one more for each step below it. */
export function depthsOf(parent: Int32Array): Int32Array<ArrayBuffer> {
  const depths = new Int32Array(parent.length);
  for (let box = 0; box < parent.length; box++) {
    const above = parent[box]!;
    if (above >= 0) depths[box] = depths[above]! + 1;
  }
  return depths;
}

/** The top left corners on the grid that belong to the middles. Written over them. */
export function cornersOf({ width, height }: BoxTable, { x, y }: PlaceTable): PlaceTable {
  for (let box = 0; box < width.length; box++) {
    x[box] = onGrid(x[box]! - width[box]! / 2);
    y[box] = onGrid(y[box]! - height[box]! / 2);
  }
  return { x, y };
}

function onGrid(length: number): number {
  return Math.round(length / grid) * grid;
}
