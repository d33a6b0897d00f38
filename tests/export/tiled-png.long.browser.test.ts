import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import { beforeAll, describe, expect, test } from "vitest";
import { probeHeight, probesOf, whenFontsAreThere } from "#export/font-probe.ts";
import { FontShelf } from "#export/fonts.ts";
import { drawing, type Laid, layingOut } from "#export/map-svg.ts";
import { tiledPng } from "#export/tiled-png.ts";
import { tilesOf } from "#export/tiles.ts";
import { fontOf, styles } from "#export/type.ts";
import type { Rect, Size } from "#layout/picture.ts";
import { forestOf } from "#model/forest.ts";
import type { ArgumentMap } from "#model/map.ts";
import { atOnce } from "#model/steps.ts";
import { largeMap } from "../large-map.ts";
import { argumentMap } from "../notation.ts";
import { randomMap, seeded } from "../random-map.ts";
import { type Death, mortal } from "../store/mortal-workers.ts";
import { canvasMeasure } from "./measuring.ts";
import { readPng } from "./png-reading.ts";

function laidOut(map: ArgumentMap, theme: "light" | "dark" = "light"): Laid {
  const look = { theme, measure: canvasMeasure(), citationOf: () => "", arguersOf: () => "" };
  return atOnce(layingOut(map, forestOf(map), new Set(), look));
}

function ourWorker(): Worker {
  return new Worker(new URL("../../src/export/png.worker.ts", import.meta.url), { type: "module" });
}

function sizeAt({ sheet }: Laid, scale: number) {
  return { scale, size: { width: Math.ceil(sheet.width * scale), height: Math.ceil(sheet.height * scale) } };
}

function tiled(laid: Laid, scale: number, makeWorker = ourWorker): Promise<Blob> {
  return tiledPng(laid, sizeAt(laid, scale), { makeWorker });
}

/** The whole map on one canvas. */
async function onOneCanvas(laid: Laid, scale: number): Promise<ImageData> {
  const { sheet } = laid;
  const { letters, svg } = atOnce(drawing(laid, { ...sheet, height: sheet.height + probeHeight }));
  const faces = await new FontShelf().facesFor(letters);
  const probes = probesOf(faces, { x: sheet.x, y: sheet.y + sheet.height });
  const document = svg(faces.map(({ rule }) => rule).join(""), probes) as string[];
  const image = new Image();
  image.src = URL.createObjectURL(new Blob(document, { type: "image/svg+xml" }));
  await image.decode();
  await whenFontsAreThere(image, faces, sheet.height);
  return pixelsOf(image, laid.sheet, sizeAt(laid, scale).size);
}

/** So much of an image, from its corner, in so many pixels. */
function pixelsOf(image: CanvasImageSource, part: Size, { width, height }: Size): ImageData {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext("2d", { willReadFrequently: true })!;
  pen.drawImage(image, 0, 0, part.width, part.height, 0, 0, width, height);
  return pen.getImageData(0, 0, width, height);
}

/** How many pixels are not the same, and by how much at most. */
function difference(a: ImageData, b: ImageData) {
  let [pixels, most] = [0, 0];
  for (let at = 0; at < a.data.length; at += 4) {
    const by = Math.max(...[0, 1, 2, 3].map((each) => Math.abs(a.data[at + each]! - b.data[at + each]!)));
    if (by > 0) pixels += 1;
    most = Math.max(most, by);
  }
  return { pixels, most };
}

/** What is measured before the page has its fonts breaks elsewhere. */
beforeAll(async () => {
  await Promise.all(Object.values(styles).map((style) => document.fonts.load(fontOf(style))));
});

describe("a PNG in tiles", () => {
  test.each([
    ["three claims", argumentMap("A; +B > A; -C > A"), 1, "light", 0],
    ["a tree", tree(30), 1, "light", 4],
    ["a tree, sharp and dark", tree(12), 2, "dark", 4],
    // Chromium smooths the edges of a long curve otherwise where only a part of it is drawn: all along each cross-link.
    ["a random map with cross-links", randomMap(seeded(3), 40), 1, "light", 64],
  ] as const)(
    "has the pixels that one canvas has, but for the last bits at edges: %s",
    async (_, map, scale, theme, atMost) => {
      const laid = laidOut(map, theme);
      // The browser's own decoder reads it.
      const image = await createImageBitmap(await tiled(laid, scale));
      const { size } = sizeAt(laid, scale);
      expect({ width: image.width, height: image.height }).toEqual(size);
      const { pixels, most } = difference(pixelsOf(image, size, size), await onOneCanvas(laid, scale));
      const tiles = tilesOf(size).length;
      // oxlint-disable-next-line no-console -- the figure is the point
      console.info(
        `${size.width} × ${size.height}, ${tiles} tiles: ${pixels} pixels differ, by ${most} of 255 at most`,
      );
      expect(most).toBeLessThanOrEqual(atMost);
      expect(pixels / size.width / size.height).toBeLessThan(atMost > 4 ? 0.01 : 0.001);
    },
  );

  test("of 2,000 claims is whole, and each card is in its place", { timeout: 180_000 }, async () => {
    const laid = laidOut(largeMap(2000));
    const scale = 1 / 8;
    const { size } = sizeAt(laid, scale);
    const png = await readPng(await tiled(laid, scale));
    expect([png.width, png.height]).toEqual([size.width, size.height]);
    const middles = middlesOf(laid, scale);
    let row = 0;
    let missing = 0;
    for await (const pixels of png.rows()) {
      for (const x of middles.get(row) ?? [])
        if (String(pixels.subarray(3 * x, 3 * x + 3)) === "251,249,244") missing += 1;
      row += 1;
    }
    expect([row, missing]).toEqual([size.height, 0]);
    // oxlint-disable-next-line no-console -- the figure is the point
    console.info(`2,000 claims: ${size.width} × ${size.height} pixels in ${tilesOf(size).length} tiles`);
  });

  test.each<Death>(["throws", "is killed without a word", "is no script"])(
    "is painted again when its worker %s, and fails when that happens twice",
    async (death) => {
      const laid = laidOut(argumentMap("A; +B > A"));
      const once = mortal(ourWorker, death, 1);
      const [whole, again] = [await tiled(laid, 1), await tiled(laid, 1, once.makeWorker)];
      expect(await again.bytes()).toEqual(await whole.bytes());
      expect(once.started).toHaveLength(2);
      const always = mortal(ourWorker, death, Infinity);
      await expect(tiled(laid, 1, always.makeWorker)).rejects.toThrow("The PNG worker died.");
      expect(always.started).toHaveLength(2);
    },
  );

  test("says how far it is, and ends when it is cancelled", async () => {
    const laid = laidOut(randomMap(seeded(5), 150));
    const told: number[] = [];
    await tiledPng(laid, sizeAt(laid, 1), { makeWorker: ourWorker, tell: (share) => told.push(share) });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    const ending = new AbortController();
    const { makeWorker, started } = mortal(ourWorker, "throws", 0);
    const tell = () => ending.abort(new Error("Cancelled."));
    await expect(
      tiledPng(laid, sizeAt(laid, 1), { makeWorker, tell, signal: ending.signal }),
    ).rejects.toThrow("Cancelled.");
    expect(started).toHaveLength(1);
  });
});

/** A tree of so many claims, with sentences of several lengths. */
function tree(count: number): ArgumentMap {
  const numbers = Array.from({ length: count - 1 }, (_, at) => at + 1);
  const map = argumentMap(
    ["0", ...numbers.map((at) => `${at % 3 ? "+" : "-"}${at} > ${Math.floor((at - 1) / 3)}`)].join(";"),
  );
  const sentence = "Archives and letters, kept or lost, say what councils “meant”. ";
  const claims = [...map.claims].map(
    ([id, claim]) => [id, { ...claim, text: sentence.repeat(1 + (Number(id) % 3)) }] as const,
  );
  return { ...map, claims: new Map(claims) };
}

/** For each row of pixels, where the middles of cards are in it. */
function middlesOf({ picture, sheet }: Laid, scale: number): ReadonlyMap<number, readonly number[]> {
  const middles = new Map<number, number[]>();
  const middle = ({ x, y, width, height }: Rect) =>
    [x - sheet.x + width - 12, y - sheet.y + height / 2].map((each) => Math.floor(each * scale)) as [
      number,
      number,
    ];
  for (const [x, y] of [...picture.cards.values()].map(middle))
    middles.set(y, [...(middles.get(y) ?? []), x]);
  return middles;
}
