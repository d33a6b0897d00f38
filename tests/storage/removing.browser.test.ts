import { describe, expect, test } from "vitest";
import type { MapId } from "#model/ids.ts";
import { keptUpdate } from "#storage/records.ts";
import { openStorage } from "#storage/open-storage.ts";
import type { Storage } from "#store/ports.ts";
import { Maps } from "#store/maps.ts";
import { argumentMap, claimId } from "../notation.ts";
import { say } from "../store/edits.ts";
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

/** A database whose map was removed for good, with the tab in which it was open and the one that removed it. */
async function removed(): Promise<{ readonly one: Storage; readonly other: Storage }> {
  const name = freshName();
  const [one, other] = [await openStorage({ name }), await openStorage({ name })];
  await one.log.append([record(1, 1)], binned);
  await other.library.removeForGood(binned);
  return { one, other };
}

describe("what a tab writes to a map that another has removed for good", () => {
  test("is told, and does not stay; other maps' records in the same transaction do", async () => {
    const { one } = await removed();
    const both = [
      one.log.append([record(1, 2)], entry),
      one.log.append([other], { ...entry, id: other.map }),
    ];
    expect(await Promise.all(both)).toEqual([0, expect.any(Number)]);
    expect(await one.log.load(map)).toMatchObject({ updates: [], missing: 0 });
    expect((await one.log.load(other.map)).updates).toHaveLength(1);
    expect((await one.library.list()).map(({ id }) => id)).toEqual([other.map]);
  });

  test("and did not live to take back is no line of the library, and goes when the house is kept", async () => {
    const { one } = await removed();
    const behind = await openBehind();
    await behind.put("updates", { ...keptUpdate(record(1, 2), 2), seq: 9 });
    await behind.put("maps", entry);
    expect(await one.library.list()).toEqual([]);
    await one.library.clearRemoved();
    expect([await behind.count("maps"), await behind.count("updates")]).toEqual([0, 0]);
  });

  test("stays when the map begins anew", async () => {
    const { one, other } = await removed();
    expect(await other.log.append([record(2, 3)], entry, true)).toBeGreaterThan(0);
    expect(await one.log.append([record(1, 2)], entry)).toBeGreaterThan(0);
    expect((await one.log.load(map)).updates).toHaveLength(2);
    expect(await one.library.list()).toEqual([entry]);
  });

  test("stays when a backup has brought the map back", async () => {
    const name = freshName();
    const one = await openStorage({ name });
    await one.log.append([record(1, 1)], binned);
    const backup = await one.safekeeping!.backUp();
    await one.library.removeForGood(binned);
    await one.safekeeping!.restore(backup);
    expect(await one.log.append([record(1, 2)], entry)).toBeGreaterThan(0);
    expect((await one.log.load(map)).updates).toHaveLength(2);
  });
});

test("a tab hears at once that another has removed the map that it shows", async () => {
  const name = freshName();
  const [one, other] = [await openStorage({ name }), await openStorage({ name })];
  const maps = await Maps.open({ ...one, shipped: [] });
  const open = (await maps.openMap(await maps.add(argumentMap("A; +B > A"))))!;
  const rest = await Maps.open({ ...other, shipped: [] });
  await rest.remove(open.id);
  await other.library.removeForGood(rest.bin.value[0]!.entry);
  await expect.poll(() => open.isRemoved.value).toBe(true);
  open.run(say, { claim: "A", text: "Late" });
  await open.flush();
  expect(open.saving.value.state).toBe("failed");
  const id = await maps.keepRemoved(open);
  const again = (await rest.openMap(id)) ?? (await (await Maps.open({ ...other, shipped: [] })).openMap(id));
  expect(again?.map.value.claims.get(claimId("A"))?.text).toBe("Late");
  await Promise.all([maps.close(), rest.close()]);
});
