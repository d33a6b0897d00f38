import { describe, expect, test } from "vitest";
import { type PaintedTile, PngFile } from "#export/png-file.ts";
import { pngSize } from "#export/png-size.ts";
import { tilesOf } from "#export/tiles.ts";
import { below, type Random, seeded } from "../random-map.ts";
import { readPng } from "./png-reading.ts";

/** Any colour a few times over, as in pictures. */
function randomPixels(random: Random, count: number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(4 * count);
  let colour = [0, 0, 0, 255];
  for (let at = 0; at < count; at++) {
    if (random() < 0.2) colour = [below(random, 256), below(random, 256), below(random, 256), 255];
    pixels.set(colour, 4 * at);
  }
  return pixels;
}

/** Tiles of any widths, side by side. */
function randomTiles(random: Random, width: number, rows: number): readonly PaintedTile[] {
  const tiles: PaintedTile[] = [];
  for (let x = 0; x < width;) {
    const wide = 1 + below(random, width - x);
    tiles.push({ x, width: wide, pixels: randomPixels(random, wide * rows) });
    x += wide;
  }
  return tiles;
}

/** One row of tiles in red, green and blue. */
function rowOf(tiles: readonly PaintedTile[], row: number): readonly number[] {
  return tiles.flatMap(({ width, pixels }) =>
    [...pixels.subarray(4 * width * row, 4 * width * (row + 1))].filter((_, at) => at % 4 < 3),
  );
}

test("what is read of a PNG is what was put into it, over random pictures and tiles", async () => {
  for (let seed = 0; seed < 60; seed++) {
    const random = seeded(seed);
    const [width, strips] = [1 + below(random, 90), 1 + below(random, 4)];
    const rows = Array.from({ length: strips }, () => 1 + below(random, 20));
    const height = rows.reduce((sum, each) => sum + each, 0);
    const file = new PngFile({ width, height });
    const put: (readonly number[])[] = [];
    for (const high of rows) {
      const tiles = randomTiles(random, width, high);
      for (let row = 0; row < high; row++) put.push(rowOf(tiles, row));
      await file.add(tiles, high);
    }
    const read = await readPng(await file.finish());
    expect([read.width, read.height, read.chunks], `seed ${seed}`).toEqual([
      width,
      height,
      ["IHDR", "IDAT", "IEND"],
    ]);
    const found: number[][] = [];
    for await (const row of read.rows()) found.push([...row]);
    expect(found, `seed ${seed}`).toEqual(put);
  }
});

test("tiles cover a picture once, none larger than a canvas, over random sizes", () => {
  for (let seed = 0; seed < 300; seed++) {
    const random = seeded(seed);
    const [width, height] = [1 + below(random, 10 ** (1 + below(random, 6))), 1 + below(random, 20_000)];
    const tiles = tilesOf({ width, height });
    const hint = `seed ${seed}: ${width} × ${height}`;
    let [x, y] = [0, 0];
    for (const tile of tiles) {
      const isNext = tile.x === x && tile.y === y && x % 16 === 0 && y % 16 === 0;
      const isPaintable = tile.width > 0 && tile.width <= 16_384 && tile.width * tile.height <= 1_500_000;
      if (!isNext || !isPaintable) throw new Error(`${hint}: ${JSON.stringify(tile)} at ${x}, ${y}`);
      x = tile.x + tile.width === width ? 0 : tile.x + tile.width;
      if (x === 0) y += tile.height;
    }
    expect([x, y], hint).toEqual([0, height]);
  }
});

describe("how large a PNG is", () => {
  test.each([
    ["a slide", 1200, 800, 2],
    ["as on screen, where that is large", 40_000, 10_000, 1],
    ["at half size, where that is very large", 1_503_928, 3718, 0.5],
  ])("%s", (_, width, height, scale) => {
    const size = { width: width * scale, height: height * scale };
    expect(pngSize({ width, height })).toEqual({ scale, size });
  });

  test("too large is refused in words, before anything is drawn", () => {
    expect(pngSize({ width: 2_026_528, height: 482 })).toEqual({
      refused:
        "Even at half size this picture would be 1,013,264 × 241 pixels. A PNG can have at most 1,000,000 on a side and " +
        "1,500,000,000 in all: fold some branches, or save it as SVG.",
    });
  });
});
