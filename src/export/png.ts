import type { Refusal } from "#commands/command.ts";
import { exportWords } from "#words/export.ts";

/** What every browser's canvas can hold: Chromium's longest side, and a memory that a phone has too. */
const mostSide = 16_384;
const mostPixels = 64_000_000;

/**
 * The SVG document as a PNG of `scale` pixels for each of its own. Runs in a browser. Fonts that are not
 * embedded in the document are the reader's, since an image cannot see the page's.
 */
export async function svgToPng(svg: string, scale: number): Promise<Blob | Refusal> {
  const { width, height } = sizeOf(svg, scale);
  if (Math.max(width, height) > mostSide || width * height > mostPixels) {
    return { refused: exportWords.tooLarge(width, height, mostSide, mostPixels) };
  }
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    return (await drawn(address, width, height)) ?? { refused: exportWords.notDrawn };
  } catch {
    return { refused: exportWords.notDrawn };
  } finally {
    URL.revokeObjectURL(address);
  }
}

function sizeOf(svg: string, scale: number) {
  const length = (name: string) => Number(new RegExp(`<svg[^>]* ${name}="([\\d.]+)"`).exec(svg)?.[1] ?? 0);
  const pixels = (name: string) => Math.max(1, Math.ceil(length(name) * scale));
  return { width: pixels("width"), height: pixels("height") };
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
