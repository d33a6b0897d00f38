import type { Rect, Size } from "#layout/picture.ts";

/** A canvas that every browser has, and that a slow machine fills in less than a fifth of a second. */
const mostOfTile = 1_500_000;
const longestTile = 16_384;
/** Rows of a PNG are written whole: so many pixels wait for their row at most, four bytes each. */
const mostOfStrip = 32_000_000;
const highestTile = 1024;
/** Edges fall on whole CSS pixels at every scale. */
const step = 16;

/** The tiles of a picture of so many pixels: row by row, in a row from left to right, all of a row equally high. */
export function tilesOf({ width, height }: Size): readonly Rect[] {
  const high = Math.max(step, Math.min(highestTile, inSteps(mostOfStrip / width)));
  const wide = Math.min(longestTile, inSteps(mostOfTile / high));
  return startsOf(height, high).flatMap((y) =>
    startsOf(width, wide).map((x) => ({
      x,
      y,
      width: Math.min(wide, width - x),
      height: Math.min(high, height - y),
    })),
  );
}

function inSteps(length: number): number {
  return Math.floor(length / step) * step;
}

function startsOf(length: number, by: number): readonly number[] {
  return Array.from({ length: Math.ceil(length / by) }, (_, at) => at * by);
}
