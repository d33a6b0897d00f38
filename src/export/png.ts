import type { Refusal } from "#commands/command.ts";
import type { Rect } from "#layout/picture.ts";
import { exportWords } from "#words/export.ts";

/** What every browser's canvas can hold: Chromium's longest side, and a memory that a phone has too. */
const mostSide = 16_384;
const mostPixels = 64_000_000;

/** Why a PNG of this size, in CSS pixels, cannot be had at so many pixels for each; `null` when it can. */
export function tooLarge(size: Sheet, scale: number): string | null {
  const { width, height } = pixelsOf(size, scale);
  const fits = Math.max(width, height) <= mostSide && width * height <= mostPixels;
  return fits ? null : exportWords.tooLarge(width, height, mostSide, mostPixels);
}

/**
 * The SVG document, of this size in CSS pixels, as a PNG of `scale` pixels for each. Runs in a browser. Fonts that are
 * not embedded in the document are the reader's, since an image cannot see the page's.
 */
export async function svgToPng(svg: Blob, size: Sheet, scale: number): Promise<Blob | Refusal> {
  const refused = tooLarge(size, scale);
  if (refused !== null) return { refused };
  const { width, height } = pixelsOf(size, scale);
  const address = URL.createObjectURL(svg);
  try {
    return (await drawn(address, width, height)) ?? { refused: exportWords.notDrawn };
  } catch {
    return { refused: exportWords.notDrawn };
  } finally {
    URL.revokeObjectURL(address);
  }
}

type Sheet = Pick<Rect, "width" | "height">;

function pixelsOf({ width, height }: Sheet, scale: number): Sheet {
  return { width: Math.max(1, Math.ceil(width * scale)), height: Math.max(1, Math.ceil(height * scale)) };
}

async function drawn(address: string, width: number, height: number): Promise<Blob | null> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
}
