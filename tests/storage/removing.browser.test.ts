import { expect, test } from "vitest";
import type { MapId } from "#model/ids.ts";
import { openStorage } from "#storage/open-storage.ts";
import { entry, freshName, map, openBehind, record } from "./device.ts";

const binned = { ...entry, deletedAt: 7, binnedOn: 3 };
const other = { ...record(1, 9), map: "other" as MapId };

test("a map in the bin is removed for good with all its edits, and no other map; the quarantine stays", async () => {
  const { log, library } = await openStorage({ name: freshName() });
  await log.append([record(1, 1), record(2, 2), other], binned);
  const behind = await openBehind();
  await behind.put("snapshots", { map, upto: 2, through: [[1, 1]], bytes: new Uint8Array([1]), crc: 0 });
  await log.load(map);
  await library.removeForGood(binned);
  expect(await log.load(map)).toMatchObject({ updates: [], damaged: 0, missing: 0 });
  expect((await log.load(other.map)).updates).toHaveLength(1);
  expect(await library.list()).toEqual([]);
  for (const [store, left] of [
    ["updates", 1],
    ["counts", 1],
    ["snapshots", 0],
    ["quarantine", 1],
  ] as const)
    expect(await behind.count(store), store).toBe(left);
});

test.each([
  ["taken out", entry],
  ["taken out and deleted again", { ...binned, binnedOn: 4 }],
])("one that another tab has %s meanwhile stays", async (_, meanwhile) => {
  const { log, library } = await openStorage({ name: freshName() });
  await log.append([record(1, 1)], binned);
  await library.put(meanwhile);
  await library.removeForGood(binned);
  expect((await log.load(map)).updates).toHaveLength(1);
  expect(await library.list()).toEqual([meanwhile]);
});
