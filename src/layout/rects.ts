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

/** Left, top, right and bottom edge of each rect, one after the other. */
export function edgesOf(rects: readonly Rect[]): Float64Array {
  const edges = new Float64Array(4 * rects.length);
  let end = 0;
  for (const { x, y, width, height } of rects) {
    edges[end++] = x;
    edges[end++] = y;
    edges[end++] = x + width;
    edges[end++] = y + height;
  }
  return edges;
}

/** The places of those that touch `rect`, in their order. */
export function touching(edges: Float64Array, { x, y, width, height }: Rect): readonly number[] {
  const [right, bottom] = [x + width, y + height];
  const found: number[] = [];
  for (let at = 0; at < edges.length; at += 4) {
    if (edges[at]! > right || edges[at + 2]! < x) continue;
    if (edges[at + 1]! <= bottom && edges[at + 3]! >= y) found.push(at / 4);
  }
  return found;
}

/** As `edgesOf`, of rects in a table. */
export function edgesIn(rects: RectTable): Float64Array {
  const edges = new Float64Array(rects);
  for (let at = 0; at < edges.length; at += 4) {
    edges[at + 2]! += edges[at]!;
    edges[at + 3]! += edges[at + 1]!;
  }
  return edges;
}
