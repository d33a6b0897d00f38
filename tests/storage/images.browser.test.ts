import { expect, test } from "vitest";
import type { ImageHash, MapId } from "#model/ids.ts";
import { openStorage } from "#storage/open-storage.ts";
import { upgradeTo1 } from "#storage/upgrades/1.ts";
import type { Safekeeping, Storage } from "#store/ports.ts";
import { MapImages } from "#store/map-images.ts";
import { startWorker } from "#elements/workers.ts";
import { sampleBytes, sampleImage, sampleImages } from "../sample-images.ts";
import { entry, freshName, map, openBehind, record } from "./device.ts";

const [first, second, third] = sampleImages;
const other = "other" as MapId;

function bytesOf(...hashes: readonly ImageHash[]) {
  return new Map(hashes.map((hash) => [hash, sampleBytes.get(hash)!]));
}

async function device(name = freshName()): Promise<{ storage: Storage; keeping: Safekeeping; name: string }> {
  const storage = await openStorage({ name, startWriter: () => startWorker("files") });
  return { storage, keeping: storage.safekeeping!, name };
}

/** The second copy is up with the library: a page that goes has it written at once. */
async function copied(keeping: Safekeeping, after: number): Promise<void> {
  dispatchEvent(new Event("pagehide"));
  await expect.poll(async () => (await keeping.state()).copiedAt, { timeout: 20_000 }).toBeGreaterThan(after);
}

test("a database of the first version keeps its maps, and takes images from then on", async () => {
  const name = freshName();
  const before = await openStorage({ name, upgrades: [upgradeTo1] });
  await before.log.append([record(1, 1)], entry);
  const behind = await openBehind(name);
  expect([...behind.objectStoreNames]).not.toContain("images");
  behind.close();
  const { storage } = await device(name);
  expect(await storage.library.list()).toEqual([entry]);
  expect((await storage.log.load(map)).updates).toHaveLength(1);
  const images = await storage.openImages();
  await images.keep(map, bytesOf(first!.hash));
  expect(await images.read(first!.hash)).toEqual(first!.bytes);
  expect(await images.read(second!.hash)).toBeNull();
});

test("an image stays for all maps that have shown it, and goes with the last that is removed for good", async () => {
  const { storage, keeping } = await device();
  const binned = { ...entry, deletedAt: 7, binnedOn: 3 };
  await storage.log.append([record(1, 1)], binned);
  await storage.log.append([{ ...record(1, 1), map: other }], { ...binned, id: other });
  const images = await storage.openImages();
  await images.keep(map, bytesOf(first!.hash, second!.hash));
  await images.share(other, [first!.hash, third!.hash]);
  expect((await keeping.state()).images).toEqual({ count: 2, bytes: first!.size + second!.size });
  const sizes = new Map<MapId, number>();
  for await (const { map: id, bytes } of keeping.sizes()) sizes.set(id, bytes);
  expect([sizes.get(map), sizes.get(other)]).toEqual([1 + first!.size + second!.size, 1 + first!.size]);
  await storage.library.removeForGood(binned);
  expect(await images.read(first!.hash)).toEqual(first!.bytes);
  expect(await images.read(second!.hash)).toBeNull();
  await storage.library.removeForGood({ ...binned, id: other });
  expect(await images.read(first!.hash)).toBeNull();
});

test("bytes that are not what their hash says are not shown, and are mended by the next that come", async () => {
  const { storage } = await device();
  const open = new MapImages(map, () => storage.openImages());
  await open.keep(bytesOf(first!.hash));
  const image = sampleImage("i", 0);
  expect(await open.read(image)).toEqual(first!.bytes);
  const behind = await openBehind();
  await behind.put("images", { hash: first!.hash, bytes: second!.bytes });
  expect(await open.read(image)).toBeNull();
  await open.keep(bytesOf(first!.hash));
  expect(await open.read(image)).toEqual(first!.bytes);
  expect(await open.read({ ...image, type: "image/jpeg" })).toBeNull();
});

test("a backup carries images, and says so by its version", async () => {
  const { storage, keeping } = await device();
  await storage.log.append([record(1, 1)], entry);
  const images = await storage.openImages();
  await images.keep(map, bytesOf(first!.hash, second!.hash));
  const backup = await keeping.backUp();
  const away = await device();
  expect(await away.keeping.restore(backup)).toMatchObject({ added: [map] });
  expect(await (await away.storage.openImages()).read(second!.hash)).toEqual(second!.bytes);
  expect((await away.keeping.state()).images.count).toBe(2);
  expect(await away.keeping.restore(backup)).toMatchObject({ merged: [], unchanged: 1 });
});

test("the second copy takes each image once, goes on after one that was cut off, and brings all back", async () => {
  const { storage, keeping, name } = await device();
  const images = await storage.openImages();
  await images.keep(map, bytesOf(first!.hash));
  await storage.log.append([record(1, 1)], entry);
  await copied(keeping, 0);
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name);
  const size = async () => (await (await folder.getFileHandle("images")).getFile()).size;
  const one = await size();
  const writable = await (await folder.getFileHandle("images")).createWritable({ keepExistingData: true });
  await writable.write({ type: "write", position: one, data: new Uint8Array(40) });
  await writable.close();
  await images.keep(map, bytesOf(second!.hash));
  const before = Date.now();
  await storage.log.append([record(1, 2)], entry);
  await copied(keeping, before);
  expect(await size()).toBe(one + 24 + 64 + second!.size);
  const behind = await openBehind(name);
  for (const store of ["images", "imageUses", "maps", "updates", "counts"] as const)
    await behind.clear(store);
  expect(await keeping.restoreCopy("second")).toMatchObject({ added: [map] });
  expect(await images.read(first!.hash)).toEqual(first!.bytes);
  expect(await images.read(second!.hash)).toEqual(second!.bytes);
});
