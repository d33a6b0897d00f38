/** The PNG worker: takes a picture's size, then its tiles in their order, and answers each; then it is asked for the file. */
import { type PaintedTile, PngFile } from "#export/png-file.ts";
import type { Size } from "#layout/picture.ts";
import { takeOrders } from "#store/sign-of-life.ts";

export type PngOrder =
  | { readonly type: "begin"; readonly size: Size; readonly paper: readonly [number, number, number] }
  /** `pixels` as a canvas gives them; `null` where there is nothing but paper. */
  | {
      readonly type: "tile";
      readonly x: number;
      readonly width: number;
      readonly height: number;
      readonly pixels: Uint8ClampedArray<ArrayBuffer> | null;
    }
  | { readonly type: "end" };

export interface PngReply {
  /** `null` until the end. */
  readonly file: Blob | null;
}

let file: PngFile | null = null;
let width = 0;
let paper = Uint8Array.of(255, 255, 255, 255);
/** The tiles of the row that is not whole yet. */
let row: PaintedTile[] = [];

takeOrders(async (order: PngOrder) => {
  if (order.type === "begin") begin(order.size, order.paper);
  if (order.type === "tile") await take(order);
  const reply: PngReply = { file: order.type === "end" ? await (file?.finish() ?? null) : null };
  postMessage(reply);
});

function begin(size: Size, colour: readonly [number, number, number]): void {
  file = new PngFile(size);
  width = size.width;
  paper = Uint8Array.of(...colour, 255);
}

async function take(tile: Extract<PngOrder, { type: "tile" }>): Promise<void> {
  row.push({ ...tile, pixels: tile.pixels ?? blank(tile) });
  if (tile.x + tile.width < width) return;
  const whole = row;
  row = [];
  await file?.add(whole, tile.height);
}

/** Nothing but paper, the same for tiles of the same size. */
function blank({ width: wide, height }: Size): Uint8ClampedArray {
  const before = blanks.get(wide);
  if (before !== undefined && before.length >= 4 * wide * height) return before;
  const pixels = new Uint8ClampedArray(4 * wide * height);
  new Uint32Array(pixels.buffer).fill(new Uint32Array(paper.buffer)[0]!);
  blanks.set(wide, pixels);
  return pixels;
}

const blanks = new Map<number, Uint8ClampedArray>();
