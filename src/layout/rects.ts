import type { Point, Rect } from "#layout/picture.ts";

/** Rects in one array: x, y, width and height of each, one after the other. */
export type RectTable = Float64Array<ArrayBuffer>;

export function rectAt(rects: RectTable, at: number): Rect {
  return {
    x: rects[4 * at]!,
    y: rects[4 * at + 1]!,
    width: rects[4 * at + 2]!,
    height: rects[4 * at + 3]!,
  };
}

/** Points in one array: x and y of each, one after the other. */
export type PointTable = Float64Array<ArrayBuffer>;

export function pointAt(points: PointTable, at: number): Point {
  return { x: points[2 * at]!, y: points[2 * at + 1]! };
}
