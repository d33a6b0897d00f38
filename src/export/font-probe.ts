import type { Face } from "#export/fonts.ts";
import { element, type Xml } from "#export/xml.ts";
import type { Rect } from "#layout/picture.ts";

const size = 24;
const place = 40;

/** How high the strip is in which a document shows that its fonts are there, in CSS pixels. */
export const probeHeight = 2 * place;

/** After so many milliseconds a document is taken as it is. Fonts come in a few, on a busy machine in some seconds. */
const patience = 10_000;

/**
 * A letter of each font twice, one below the other: before another font where all letters are equally wide, and before
 * one with serifs. Both can be seen and look alike once the font is there. `x`, `y` are the corner of the strip.
 */
export function probesOf(faces: readonly Face[], { x, y }: Pick<Rect, "x" | "y">): readonly Xml[] {
  const ground = element("rect", { x, y, width: faces.length * place, height: probeHeight, fill: "#fff" });
  const letters = faces.flatMap(({ family, letter }, at) =>
    ["monospace", "serif"].map((other, row) =>
      element(
        "text",
        {
          x: x + at * place + 4,
          y: y + row * place + size + 2,
          "font-family": `"${family}", ${other}`,
          "font-size": size,
          fill: "#000",
        },
        letter.repeat(3),
      ),
    ),
  );
  return [ground, ...letters];
}

/**
 * Resolves when an image shows its own fonts. Browsers say that an image is decoded before the fonts in it are, and draw
 * no words until then, or in other fonts. `top` is where the strip begins in the image.
 */
export async function whenFontsAreThere(
  image: HTMLImageElement,
  faces: readonly Face[],
  top: number,
): Promise<void> {
  const width = faces.length * place;
  if (width === 0) return;
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height: probeHeight });
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (pen === null) return;
  for (const began = performance.now(); performance.now() < began + patience;) {
    pen.drawImage(image, 0, top, width, probeHeight, 0, 0, width, probeHeight);
    const canSee = faces.every((_, at) => {
      const [above, below] = [0, place].map((y) => pen.getImageData(at * place, y, place, place).data);
      return above!.some((part) => part < 255) && above!.every((part, each) => part === below![each]);
    });
    if (canSee) return;
    await new Promise((resolve) => setTimeout(resolve, 1000 / 60));
  }
}
