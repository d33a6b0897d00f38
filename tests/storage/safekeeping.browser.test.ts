import { openDB } from "idb";
import { describe, expect, test } from "vitest";
import type { MapId } from "#model/ids.ts";
import { keptSnapshot } from "#storage/records.ts";
import type { Connection } from "#storage/schema.ts";
import { Maps } from "#store/maps.ts";
import { argumentMap, claimId } from "../notation.ts";
import { say } from "../store/edits.ts";
import { written } from "../store/written.ts";
import { bytesOf, entry, map, openBehind, record } from "./device.ts";
import { copied, device } from "./visits.ts";

const thaw = { ...argumentMap("A; +B > A; -C > A"), id: "thaw" as MapId };

describe("a backup", () => {
  test("of a map that was edited since merges: both edits are there, and again changes nothing", async () => {
    const { storage, keeping } = await device();
    const maps = await Maps.open({ ...storage, shipped: [] });
    await maps.add(thaw);
    const open = (await maps.openMap(thaw.id))!;
    open.run(say, { claim: "D", text: "In the backup" });
    await open.flush();
    const backup = await keeping.backUp();
    open.run(say, { claim: "A", text: "Edited since" });
    open.run(say, { claim: "E", text: "Added since" });
    await open.flush();
    const now = written(open.map.value);
    expect(await keeping.restore(backup)).toEqual({ added: [], merged: [], unchanged: 1 });
    await open.catchUp();
    expect(written(open.map.value)).toBe(now);

    const other = await device();
    const others = await Maps.open({ ...other.storage, shipped: [] });
    expect(await other.keeping.restore(backup)).toEqual({ added: [thaw.id], merged: [], unchanged: 0 });
    await expect.poll(() => others.entries.value.length).toBe(1);
    const there = (await others.openMap(thaw.id))!;
    there.run(say, { claim: "F", text: "On the other device" });
    await there.flush();
    expect(await other.keeping.restore(await keeping.backUp())).toMatchObject({ merged: [thaw.id] });
    await expect
      .poll(() => [...there.map.value.claims.keys()].toSorted())
      .toEqual(["A", "B", "C", "D", "E", "F"]);
    expect(there.map.value.claims.get(claimId("A"))?.text).toBe("Edited since");
    expect(await other.keeping.restore(await keeping.backUp())).toMatchObject({ merged: [], unchanged: 1 });
    await maps.close();
    await others.close();
  });

  test("does not take a map out of the bin that is there, and brings back one that is gone", async () => {
    const { storage, keeping } = await device();
    await storage.log.append([record(1, 1)], entry);
    const backup = await keeping.backUp();
    await storage.library.put({ ...entry, deletedAt: 9 });
    await storage.log.append([record(2, 2)]);
    await keeping.restore(backup);
    expect(await storage.library.list()).toMatchObject([{ deletedAt: 9 }]);
    const database = await openBehind();
    await database.clear("maps");
    await database.clear("updates");
    await database.clear("counts");
    expect(await keeping.restore(backup)).toMatchObject({ added: [map] });
    expect(await storage.library.list()).toEqual([entry]);
  });

  test("with folded records counts nothing as missing, and is known again after another folding", async () => {
    const { storage, keeping } = await device();
    const seq = await storage.log.append([record(1, 1), record(1, 2), record(1, 3)], entry);
    const database = await openBehind();
    const snapshot = { map, upto: seq - 1, through: [[1, 2]] as const, bytes: new Uint8Array([12]) };
    await database.put("snapshots", keptSnapshot(snapshot));
    for (const old of [seq - 2, seq - 1]) await database.delete("updates", old);
    const backup = await keeping.backUp();
    expect(await keeping.restore(backup)).toMatchObject({ unchanged: 1 });
    const other = await device();
    await other.keeping.restore(backup);
    expect(await bytesOf(other.storage)).toEqual([[12], [3]]);
    expect(await other.storage.log.load(map)).toMatchObject({ damaged: 0, missing: 0 });
    expect(await other.keeping.restore(backup)).toMatchObject({ merged: [], unchanged: 1 });
  });

  test("puts a whole record where the device has a damaged one", async () => {
    const { storage, keeping } = await device();
    const seq = await storage.log.append([record(1, 1), record(1, 2)], entry);
    const backup = await keeping.backUp();
    const database = await openBehind();
    await database.put("updates", { ...(await database.get("updates", seq))!, bytes: new Uint8Array([7]) });
    expect(await bytesOf(storage)).toEqual([[1]]);
    expect(await keeping.restore(backup)).toMatchObject({ merged: [map] });
    expect(await bytesOf(storage)).toEqual([[1], [2]]);
    expect(await keeping.state()).toMatchObject({ damaged: 1 });
  });

  test("that is no backup, or is cut off, is told apart before anything is written", async () => {
    const { storage, keeping } = await device();
    await storage.log.append([record(1, 1)], entry);
    const backup = await keeping.backUp();
    expect(await keeping.inspect(backup, "b")).toMatchObject({ maps: 1, expected: 1, isWhole: true });
    expect(await keeping.inspect(backup.slice(0, backup.size - 3), "b")).toMatchObject({
      maps: 1,
      isWhole: false,
    });
    expect(await keeping.inspect(backup.slice(0, 40), "b")).toEqual({
      refused: expect.stringContaining("no map in it is whole"),
    });
    expect(await keeping.inspect(new Blob(["x"]), "b")).toEqual({
      refused: expect.stringContaining("is not a backup"),
    });
  });
});

describe("forgetting everything", () => {
  test("leaves nothing, tells the other tabs, and nothing is written afterwards", async () => {
    const { storage, keeping, name } = await device();
    const other = await device(name);
    const heard = new Promise<void>((resolve) => other.keeping.watchForgotten(resolve));
    await storage.log.append([record(1, 1)], entry);
    await copied(keeping);
    localStorage.setItem("counterpoint.theme", "dark");
    localStorage.setItem("another app's", "stays");
    await keeping.forget();
    await heard;
    void other.storage.log.append([record(2, 2)], entry);
    expect((await indexedDB.databases()).map((each) => each.name)).not.toContain(name);
    expect(Object.keys(localStorage)).toEqual(["another app's"]);
    const root = await navigator.storage.getDirectory();
    await expect(root.getDirectoryHandle(name)).rejects.toThrow();
    const behind = (await openDB(name)) as unknown as Connection;
    expect([...behind.objectStoreNames], "no one has made it again").toEqual([]);
    behind.close();
  });
});

test("the browser is asked to keep everything with the first edit, once", async () => {
  const asked = { count: 0 };
  const real = Object.getOwnPropertyDescriptor(StorageManager.prototype, "persist")!;
  Object.defineProperty(StorageManager.prototype, "persist", {
    ...real,
    value: async () => (asked.count++, false),
  });
  const { storage, name, keeping } = await device();
  await keeping.findLoss();
  expect(asked.count, "not on load").toBe(0);
  await storage.log.append([record(1, 1)], entry);
  const database = await openBehind();
  await expect.poll(() => database.get("settings", "device.promise")).toMatchObject({ isPromised: false });
  const again = await device(name);
  await again.storage.log.append([record(2, 1)], entry);
  await copied(again.keeping);
  expect(asked.count).toBe(1);
  Object.defineProperty(StorageManager.prototype, "persist", real);
});
