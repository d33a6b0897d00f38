import { probeHeight, probesOf, whenFontsAreThere } from "#export/font-probe.ts";
import { FontShelf } from "#export/fonts.ts";
import { drawing, type Laid } from "#export/map-svg.ts";
import { pictureIndex } from "#layout/cull.ts";
import type { Rect } from "#layout/picture.ts";
import { atOnce } from "#model/steps.ts";

/** Badges and strokes reach so far over what they belong to, in CSS pixels. */
const overhang = 24;

/**
 * Paints parts of a map, each from a document of its own: as small as it is, the browser reads it in no time. All this
 * is the page's to do, since no browser draws an SVG document in a worker.
 */
export class TilePainter {
  readonly #laid: Laid;
  readonly #scale: number;
  readonly #partIn: (rect: Rect) => Laid["picture"];
  readonly #fonts = new FontShelf();
  readonly #canvas = document.createElement("canvas");

  /** `scale` is how many pixels there are for each CSS pixel. */
  constructor(laid: Laid, scale: number) {
    this.#laid = laid;
    this.#scale = scale;
    this.#partIn = pictureIndex(laid.picture).partIn;
  }

  /** The pixels of a part, itself in pixels from the sheet's corner; `null` where there is nothing but paper. Rejects where the browser cannot draw it. */
  async paint({ x, y, width, height }: Rect): Promise<Uint8ClampedArray<ArrayBuffer> | null> {
    const { sheet, picture, heading } = this.#laid;
    const window = scaled({ x, y, width, height }, 1 / this.#scale, sheet);
    const part = this.#partIn(wider(window, overhang));
    const isHeading = heading.height > 0 && window.y < picture.bounds.y;
    if (isBlank(part) && !isHeading) return null;
    const shown = { ...window, height: window.height + probeHeight };
    const { letters, svg } = atOnce(drawing({ ...this.#laid, picture: part }, shown));
    const hasWords = isHeading || part.cards.size + part.brackets.length > 0;
    const faces = hasWords ? await this.#fonts.facesFor(letters) : [];
    const rules = faces.map(({ rule }) => rule).join("\n");
    const probes = probesOf(faces, { x: window.x, y: window.y + window.height });
    const image = await imageOf(new Blob([...svg(rules, probes)], { type: "image/svg+xml" }));
    await whenFontsAreThere(image, faces, window.height);
    this.#canvas.width = width;
    this.#canvas.height = height;
    const pen = this.#canvas.getContext("2d", { willReadFrequently: true });
    if (pen === null) throw new Error("This browser has no canvas.");
    pen.drawImage(image, 0, 0, window.width, window.height, 0, 0, width, height);
    return pen.getImageData(0, 0, width, height).data;
  }
}

function isBlank({ cards, brackets, trunks, drops, curves }: Laid["picture"]): boolean {
  return cards.size + brackets.length + trunks.length + drops.length + curves.length === 0;
}

function scaled({ x, y, width, height }: Rect, by: number, from: Rect): Rect {
  return { x: from.x + x * by, y: from.y + y * by, width: width * by, height: height * by };
}

function wider({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

async function imageOf(svg: Blob): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}
