import type { Frame, OnScreen } from "#elements/map/far-frame.ts";
import { strengths } from "#elements/map/far-tones.ts";

/** Draws blocks of a few pixels, however many they are, into the pixels themselves. */
export class Dots {
  #image: ImageData | null = null;

  draw(frame: Frame, { places, count }: OnScreen): void {
    const { context, view, ratio, table } = frame;
    const { width, height } = context.canvas;
    if (this.#image?.width !== width || this.#image.height !== height)
      this.#image = context.createImageData(width, height);
    const pixels = new Uint32Array(this.#image.data.buffer);
    const colourOf = colouring(frame);
    const scale = view.scale * ratio;
    const { edges } = table;
    pixels.fill(0);
    let [first, last] = [height, 0];
    for (let found = 0; found < count; found++) {
      const at = 4 * places[found]!;
      const left = Math.max(0, Math.floor((edges[at]! - view.x) * scale));
      const top = Math.max(0, Math.floor((edges[at + 1]! - view.y) * scale));
      const right = Math.min(width, Math.max(left + 1, Math.floor((edges[at + 2]! - view.x) * scale)));
      const bottom = Math.min(height, Math.max(top + 1, Math.floor((edges[at + 3]! - view.y) * scale)));
      const colour = colourOf(at / 4);
      for (let y = top; y < bottom; y++) pixels.fill(colour, y * width + left, y * width + right);
      if (top < first) first = top;
      if (bottom > last) last = bottom;
    }
    if (last > first) context.putImageData(this.#image, 0, 0, 0, first, width, last - first);
  }
}

/** The pixel of each place of the table: its kind's or its group's, fainter where it steps back. */
function colouring({ context, look, table, tones }: Frame): (at: number) => number {
  const kinds = [look.ink, look.support, look.oppose].map((colour) => pixelOf(context, colour));
  if (tones === null) return (at) => kinds[table.kind[at]!]!;
  const { fade, paint, paints, isPainted } = tones;
  const groups = paints.map(([first]) =>
    pixelOf(context, first === undefined ? look.line : look[first.colour]),
  );
  const paper = pixelOf(context, look.paper);
  const faded = (pixel: number) => Uint32Array.from(strengths, (strength) => mixed(pixel, paper, strength));
  const shades = (isPainted ? groups : kinds).map(faded);
  const of = isPainted ? paint : table.kind;
  return (at) => shades[of[at]!]![fade[at]!]!;
}

function mixed(pixel: number, ground: number, share: number): number {
  const [a, b] = [pixel, ground].map((each) => new Uint8Array(Uint32Array.of(each).buffer));
  const bytes = Uint8Array.from(a!, (byte, at) => Math.round(byte * share + b![at]! * (1 - share)));
  return new Uint32Array(bytes.buffer)[0]!;
}

const known = new Map<string, number>();

/** An opaque colour as one pixel's four bytes. */
function pixelOf(context: CanvasRenderingContext2D, colour: string): number {
  const found = known.get(colour);
  if (found !== undefined) return found;
  context.fillStyle = colour;
  const written = Number.parseInt(context.fillStyle.slice(1), 16);
  const bytes = new Uint8Array([written >> 16, (written >> 8) & 255, written & 255, 255]);
  const pixel = new Uint32Array(bytes.buffer)[0]!;
  known.set(colour, pixel);
  return pixel;
}
