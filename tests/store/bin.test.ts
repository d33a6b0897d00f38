import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { MapId } from "#model/ids.ts";
import { memoryStorage } from "#storage/memory.ts";
import type { Maps } from "#store/maps.ts";
import type { Storage } from "#store/ports.ts";
import { argumentMap } from "../notation.ts";
import { below, chance, seeded } from "../random-map.ts";
import { openMaps, ships } from "./shipping.ts";

const day = 86_400_000;
const noon = new Date(2026, 10, 27, 12).getTime();

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: noon }));
afterEach(() => void vi.useRealTimers());

/** The app is opened at a time. */
async function visit(storage: Storage, time: number): Promise<Maps> {
  vi.setSystemTime(time);
  const maps = await openMaps(storage);
  await maps.noteUse();
  return maps;
}

const idsIn = (maps: Maps) => maps.bin.value.map(({ entry }) => entry.id);
const daysLeft = (maps: Maps) => maps.bin.value.map((binned) => binned.daysLeft);

async function withDeleted(storage: Storage): Promise<MapId> {
  const maps = await visit(storage, noon);
  const id = await maps.add(argumentMap("A; +B > A"));
  await maps.remove(id);
  expect(daysLeft(maps)).toEqual([30]);
  return id;
}

describe("a deleted map", () => {
  test("stays for thirty days of use, and goes for good with its edits on the thirtieth", async () => {
    const storage = memoryStorage(null);
    const id = await withDeleted(storage);
    for (let days = 1; days < 30; days++) {
      const maps = await visit(storage, noon + days * 3 * day);
      expect(daysLeft(maps), `after ${days} days`).toEqual([30 - days]);
    }
    expect((await storage.log.load(id)).updates).toHaveLength(1);
    const maps = await visit(storage, noon + 90 * day);
    expect(maps.bin.value).toEqual([]);
    expect((await storage.log.load(id)).updates).toEqual([]);
    expect(await storage.library.list()).toEqual([]);
  });

  test("loses one day to a clock set ten years forward, and none to one set back again", async () => {
    const storage = memoryStorage(null);
    await withDeleted(storage);
    expect(daysLeft(await visit(storage, noon + 3650 * day))).toEqual([29]);
    expect(daysLeft(await visit(storage, noon))).toEqual([29]);
    expect(daysLeft(await visit(storage, noon + 3600))).toEqual([29]);
  });

  test("that is brought back and deleted again has all its days again", async () => {
    const storage = memoryStorage(null);
    const id = await withDeleted(storage);
    let maps = await visit(storage, noon + 20 * day);
    await maps.restore(id);
    maps = await visit(storage, noon + 60 * day);
    expect(maps.entries.value).not.toEqual([]);
    expect(maps.entries.value[0]).not.toHaveProperty("binnedOn");
    await maps.remove(id);
    expect(daysLeft(maps)).toEqual([30]);
  });

  test("from before days were counted begins to count when it is first seen", async () => {
    const storage = memoryStorage(null);
    const id = await withDeleted(storage);
    const [entry] = await storage.library.list();
    const { binnedOn: _, ...old } = entry!;
    await storage.library.put(old);
    for (const [ahead, left] of [
      [5, 30],
      [6, 29],
    ] as const)
      expect(daysLeft(await visit(storage, noon + ahead * day))).toEqual([left]);
    expect((await storage.log.load(id)).updates).toHaveLength(1);
  });

  test("stays whole when the days of use are lost or odd", async () => {
    const storage = memoryStorage(null);
    await withDeleted(storage);
    for (const odd of ["2026", null, 7, { length: 99 }, [1, 2, null]]) {
      await storage.settings.write("daysOfUse", odd);
      expect(daysLeft(await visit(storage, noon))).toEqual([30]);
    }
  });

  test("that comes with the app is only put away", async () => {
    const storage = memoryStorage(null);
    const shipped = ships(argumentMap("A; +B > A"));
    const first = await openMaps(storage, shipped);
    await first.remove(shipped.id);
    for (let days = 1; days <= 40; days++) {
      vi.setSystemTime(noon + days * day);
      await (await openMaps(storage, shipped)).noteUse();
    }
    expect((await openMaps(storage, shipped)).entries.value).toEqual([]);
  });
});

test("whatever the clock does, a map goes after thirty different days and not before, over 60 lives", async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = seeded(seed);
    const storage = memoryStorage(null);
    const id = await withDeleted(storage);
    const seen = new Set([new Date(noon).toDateString()]);
    let time = noon;
    for (let visits = 0; visits < 90; visits++) {
      if (chance(random, 0.1)) time += (below(random, 8000) - 4000) * day;
      else if (chance(random, 0.6)) time += below(random, 3) * day;
      else time += below(random, 7200) * 1000 - 3_600_000;
      seen.add(new Date(time).toDateString());
      const isThere = seen.size - 1 < 30;
      expect(idsIn(await visit(storage, time)), `seed ${seed}, ${seen.size} days`).toEqual(
        isThere ? [id] : [],
      );
      expect((await storage.log.load(id)).updates.length > 0).toBe(isThere);
    }
  }
});
