import { html } from "lit";
import { afterEach, expect, test, vi } from "vitest";
import { prepare } from "#elements/images/preparing.ts";
import "#elements/images/image-item.ts";
import "#elements/images/stored-image.ts";
import { formatOf } from "#interchange/image-format.ts";
import type { MapId } from "#model/ids.ts";
import { type ClaimImage, MAX_IMAGE_BYTES } from "#model/image.ts";
import { memoryStorage } from "#storage/memory.ts";
import { MapImages } from "#store/map-images.ts";
import { imageWords as words } from "#words/images.ts";
import { faults, show } from "../dialogs/workspace.ts";
import { sampleBytes, sampleImage, sampleImages } from "../../sample-images.ts";

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

test.each(["light", "dark"] as const)("axe finds nothing at images that are described, %s", async (theme) => {
  const images = new MapImages("map" as MapId, memoryStorage(null).openImages);
  await images.keep(sampleBytes);
  const item = (at: number, fields: Partial<ClaimImage>) =>
    html`<image-item
      .images=${async () => images}
      .image=${sampleImage(`i${at}`, at, fields)}
      .first=${at === 0}
      .editing=${at === 0}
    ></image-item>`;
  show(
    html`<main>
      <h1>Map</h1>
      <h2>Details</h2>
      <h3>Images</h3>
      ${item(0, { caption: "Decree", credit: "City archive" })} ${item(1, { alternative: "A cartoon" })}
    </main>`,
  );
  await expect.poll(() => document.querySelectorAll("image-item").length).toBe(2);
  expect(await faults(theme)).toEqual([]);
});

/** A picture that the browser draws; `noise` makes it as large as it can be. */
async function drawn(width: number, height: number, type: string, noise = false): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext("2d")!;
  const pixels = pen.createImageData(width, height);
  let state = 7;
  for (let at = 0; at < pixels.data.length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    pixels.data[at] = at % 4 === 3 ? 255 : noise ? state >>> 24 : 200;
  }
  pen.putImageData(pixels, 0, 0);
  return canvas.convertToBlob({ type });
}

/** The smallest GIF: one pixel. */
const gif = Uint8Array.from(atob("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw=="), (sign) =>
  sign.charCodeAt(0),
);

async function prepared(file: Blob, name = "scan.png") {
  const outcome = await prepare(file, name);
  if ("refused" in outcome) throw new Error(outcome.refused);
  return outcome;
}

test("a picture that fits is kept byte for byte, whatever its name says", async () => {
  const [first] = sampleImages;
  const { said, bytes, changes } = await prepared(new Blob([first!.bytes], { type: "image/gif" }), "a.gif");
  expect({ said, bytes, changes }).toEqual({
    said: { hash: first!.hash, type: "image/png", size: first!.size, width: 1, height: 1 },
    bytes: first!.bytes,
    changes: [],
  });
});

test("a large scan is made smaller, stays what it was where it can, and that is said", async () => {
  const { said, changes } = await prepared(await drawn(4800, 1200, "image/png"));
  expect(said).toMatchObject({ type: "image/png", width: 2400, height: 600 });
  expect(changes).toEqual([words.scaled("4800 × 1200", "2400 × 600", 2400)]);
});

test("too many bytes are written anew, as a JPEG within the limit", async () => {
  const noise = await drawn(1400, 1000, "image/png", true);
  expect(noise.size).toBeGreaterThan(MAX_IMAGE_BYTES);
  const { said, bytes, changes } = await prepared(noise);
  expect(said).toMatchObject({ type: "image/jpeg", width: 1400, height: 1000 });
  expect(formatOf(bytes)).toMatchObject({ type: "image/jpeg", width: 1400, height: 1000 });
  expect(bytes.length).toBeLessThan(MAX_IMAGE_BYTES);
  expect(changes).toEqual([words.recoded(noise.size, bytes.length)]);
});

test("of a GIF the first picture is kept, as a PNG", async () => {
  const { said, changes } = await prepared(new Blob([gif]));
  expect(said).toMatchObject({ type: "image/png", width: 1, height: 1 });
  expect(changes).toEqual([words.gif]);
});

/** A PNG that says that it has so many pixels, and holds none. */
function bomb(width: number, height: number): Blob {
  const bytes = sampleImages[0]!.bytes.slice();
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return new Blob([bytes]);
}

test.each<[string, () => Blob, string]>([
  ["nothing", () => new Blob([]), words.empty("x")],
  ["an SVG", () => new Blob(["<?xml version='1.0'?><svg/>"]), words.svg("x")],
  ["a text", () => new Blob(["Secret Speech"]), words.other("x", words.found.text)],
  ["a picture cut off", () => new Blob([sampleImages[1]!.bytes.slice(0, 40)]), words.undecodable("x", "PNG")],
  ["a bomb", () => bomb(60_000, 60_000), words.tooManyPixels("x", 60_000, 60_000, 80_000_000)],
  [
    "a giant",
    () => new Blob([new Uint8Array(41 * 1_048_576)]),
    words.tooLarge("x", 41 * 1_048_576, 40 * 1_048_576),
  ],
])("%s is refused in a sentence", async (_, make, refused) => {
  expect(await prepare(make(), "x")).toEqual({ refused });
});

test("a stored image is shown under an address of its own, which ends with it; one that is missing says so", async () => {
  const { openImages } = memoryStorage(null);
  const images = new MapImages("map" as MapId, openImages);
  await images.keep(new Map([...sampleBytes].slice(0, 1)));
  const revoked = vi.spyOn(URL, "revokeObjectURL");
  const shown = document.body.appendChild(document.createElement("stored-image"));
  Object.assign(shown, {
    images: async () => images,
    image: sampleImage("i", 0, { alternative: "A decree" }),
  });
  const picture = () => shown.renderRoot.querySelector("img");
  await expect.poll(() => picture()?.alt).toBe("A decree");
  expect(picture()!.src).toMatch(/^blob:/);
  const { src } = picture()!;
  shown.image = sampleImage("j", 1);
  await expect.poll(() => shown.renderRoot.textContent).toContain(words.missing);
  expect(revoked).toHaveBeenCalledWith(src);
});
