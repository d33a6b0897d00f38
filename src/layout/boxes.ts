/** Boxes as the layout engine takes them, parents before children and siblings in order; `parent` -1 is a root. */
export interface BoxTable {
  readonly parent: Int32Array<ArrayBuffer>;
  readonly width: Float64Array<ArrayBuffer>;
  readonly height: Float64Array<ArrayBuffer>;
}

/** Where they stand: top left corners, on the grid. */
export interface PlaceTable {
  readonly x: Float64Array<ArrayBuffer>;
  readonly y: Float64Array<ArrayBuffer>;
}

/** 0 for a root, and one more for each step below it. */
export function depthsOf(parent: Int32Array): Int32Array<ArrayBuffer> {
  const depths = new Int32Array(parent.length);
  for (const [box, above] of parent.entries()) {
    if (above >= 0) depths[box] = (depths[above] ?? 0) + 1;
  }
  return depths;
}
