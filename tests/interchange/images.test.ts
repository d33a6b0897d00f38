import { expect, test } from "vitest";
import { formatOf } from "#interchange/image-format.ts";
import { readMapFile } from "#interchange/map-file.ts";
import { writeNative } from "#interchange/native-write.ts";
import { readArgdown } from "#interchange/argdown-read.ts";
import { writeArgdown } from "#interchange/argdown-write.ts";
import type { ClaimId } from "#model/ids.ts";
import { imagesOf } from "#model/image.ts";
import type { ArgumentMap } from "#model/map.ts";
import { imageWords as words } from "#words/images.ts";
import { argumentMap } from "../notation.ts";
import { randomMap, seeded } from "../random-map.ts";
import { sampleBytes, sampleImage, sampleImages } from "../sample-images.ts";

const [first, second] = sampleImages;

/** A thesis with two images, the second without words. */
function pictured(): ArgumentMap {
  const map = argumentMap("A; +B > A");
  const images = [
    sampleImage("i1", 0, { alternative: "The decree, first page", caption: "Decree" }),
    sampleImage("i2", 1, { order: "a1" }),
  ];
  const id = "A" as ClaimId;
  return { ...map, claims: new Map(map.claims).set(id, { ...map.claims.get(id)!, images }) };
}

function edited(edit: (file: { images: Record<string, unknown> }) => void): Promise<unknown> {
  const file = JSON.parse(writeNative(pictured(), null, sampleBytes)) as { images: Record<string, unknown> };
  edit(file);
  return readMapFile("a.argmap.json", JSON.stringify(file));
}

test("150 maps are written, read and written again the same, with the bytes of their images", async () => {
  for (let seed = 1; seed <= 150; seed++) {
    const map = randomMap(seeded(seed));
    const text = writeNative(map, null, sampleBytes);
    const read = await readMapFile("a.argmap.json", text);
    if ("refused" in read) throw new Error(`Seed ${seed}: ${read.refused}`);
    const shown = imagesOf(map.claims.values());
    expect(new Set(read.images?.keys()), `seed ${seed}`).toEqual(new Set(shown.keys()));
    expect(writeNative(read.map, null, read.images), `seed ${seed}`).toBe(text);
  }
});

test.each<[string, (images: Record<string, unknown>) => void, string]>([
  ["other bytes", (images) => (images[first!.hash] = images[second!.hash]), words.inFile.damaged("Decree")],
  ["no base64", (images) => (images[first!.hash] = "%%%"), words.inFile.damaged("Decree")],
  ["a script", (images) => (images[first!.hash] = btoa("<svg onload='x'>")), words.inFile.damaged("Decree")],
  ["too much", (images) => (images[first!.hash] = "A".repeat(5_000_000)), words.inFile.damaged("Decree")],
  ["a number", (images) => (images[first!.hash] = 7), words.inFile.damaged("Decree")],
  ["nothing", (images) => delete images[first!.hash], words.inFile.missing(1)],
])("an image of which the file has %s is left out and named; the rest is read", async (_, edit, warning) => {
  const outcome = await edited(({ images }) => edit(images));
  expect(outcome).toEqual({
    map: pictured(),
    warnings: [warning],
    images: new Map([[second!.hash, second!.bytes]]),
  });
});

test("images that are no list, and a prototype's, are nothing", async () => {
  expect(await edited((file) => Object.assign(file, { images: "all" }))).toEqual({
    map: pictured(),
    warnings: [words.inFile.notListed, words.inFile.missing(2)],
  });
});

test("a hash that is none is a fault of the file", async () => {
  const text = writeNative(pictured()).replace(first!.hash, "abc");
  expect(await readMapFile("a.argmap.json", text)).toEqual({
    refused: expect.stringContaining("64 hexadecimal digits") as string,
  });
});

test("Argdown names images, and leaves out one without a hash or of another type", () => {
  const text = writeArgdown(pictured());
  expect(text).toContain('alternative: "The decree, first page"');
  expect(readArgdown(text)).toEqual({ map: pictured(), warnings: [] });
  const odd = readArgdown(text.replace(first!.hash, "abc").replaceAll("image/png", "image/svg+xml"));
  expect(odd).toMatchObject({ warnings: [expect.stringContaining("64 hexadecimal"), expect.anything()] });
});

function ascii(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 11, 8, 0x01, 0x02, 0x03, 0x04, 1, 0, 0, 0];
const vp8x = ascii(`RIFF....WEBPVP8X\n\0\0\0\x02\0\0\0\x7f\x02\0\xdf\x01\0....`);

test.each<[string, Uint8Array<ArrayBuffer>, unknown]>([
  ["a PNG", second!.bytes, { type: "image/png", width: 2, height: 1, isMoving: false }],
  ["a JPEG", Uint8Array.from(jpeg), { type: "image/jpeg", width: 0x304, height: 0x102, isMoving: false }],
  ["a WebP that moves", vp8x, { type: "image/webp", width: 640, height: 480, isMoving: true }],
  ["a GIF", ascii("GIF89a\x0a\0\x05\0"), { type: "image/gif", width: 10, height: 5, isMoving: true }],
  ["an SVG", ascii('<?xml version="1.0"?><svg xmlns="">'), "svg"],
  ["an AVIF", ascii("\0\0\0\x1cftypavif"), "avif"],
  ["a PDF", ascii("%PDF-1.7"), "pdf"],
  ["a text", ascii("hello"), "text"],
  ["nothing", ascii(""), "unknown"],
  [
    "a PNG's mark and no more",
    ascii("\x89PNG\r\n\x1a\n"),
    { type: "image/png", width: 0, height: 0, isMoving: false },
  ],
  [
    "a JPEG's mark and no more",
    Uint8Array.from([0xff, 0xd8, 0xff]),
    { type: "image/jpeg", width: 0, height: 0, isMoving: false },
  ],
])("%s is known by its bytes", (_, bytes, format) => {
  expect(formatOf(bytes)).toEqual(format);
});
