import type { Refusal } from "#commands/command.ts";
import type { Size } from "#layout/picture.ts";
import { exportWords } from "#words/export.ts";

/** What libpng takes by itself, with which most programs read PNGs. */
const mostSide = 1_000_000;
/**
 * How many pixels there may be for each CSS pixel at 100%, and in all: sharp on a projector, as on screen, and where
 * words can just be read. The larger a picture is, the fewer programs open it.
 */
const sizes = [
  { scale: 2, most: 250_000_000 },
  { scale: 1, most: 500_000_000 },
  { scale: 0.5, most: 1_500_000_000 },
] as const;

export interface PngSize {
  /** How many pixels there are for each CSS pixel. */
  readonly scale: number;
  /** In pixels. */
  readonly size: Size;
}

/** How large a PNG of a sheet is, whose size is in CSS pixels; or why there can be none. */
export function pngSize(sheet: Size): PngSize | Refusal {
  for (const { scale, most } of sizes) {
    const size = pixelsOf(sheet, scale);
    if (Math.max(size.width, size.height) <= mostSide && size.width * size.height <= most)
      return { scale, size };
  }
  const { scale, most } = sizes[2];
  const { width, height } = pixelsOf(sheet, scale);
  return { refused: exportWords.tooLarge(width, height, mostSide, most) };
}

function pixelsOf({ width, height }: Size, scale: number): Size {
  return { width: Math.max(1, Math.ceil(width * scale)), height: Math.max(1, Math.ceil(height * scale)) };
}
