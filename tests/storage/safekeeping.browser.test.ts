import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deleteDB, openDB } from "idb";
import type { MapId } from "#model/ids.ts";
import { copyAll, describeArchive } from "#storage/copies.ts";
import { Database } from "#storage/database.ts";
import { openStorage } from "#storage/open-storage.ts";
import { keptSnapshot } from "#storage/records.ts";
import type { Connection } from "#storage/schema.ts";
import { SecondCopy } from "#storage/second-copy.ts";
import { upgradeTo1 } from "#storage/upgrades/1.ts";
import { Maps } from "#store/maps.ts";
import type { Safekeeping, Storage } from "#store/ports.ts";
import { argumentMap, claimId } from "../notation.ts";
import { say } from "../store/edits.ts";
import { written } from "../store/written.ts";
import { bytesOf, entry, freshName, map, openBehind, record } from "./device.ts";

const thaw = { ...argumentMap("A; +B > A; -C > A"), id: "thaw" as MapId };
const folders: string[] = [];

beforeEach(() => localStorage.clear());
afterEach(async () => {
  localStorage.clear();
  const root = await navigator.storage.getDirectory();
  for (const folder of folders.splice(0))
    await root.removeEntry(folder, { recursive: true }).catch(() => undefined);
});

async function device(name = freshName()): Promise<{ storage: Storage; keeping: Safekeeping; name: string }> {
  folders.push(name);
  const storage = await openStorage({ name });
  return { storage, keeping: storage.safekeeping!, name };
}

/** Deletes the database as the browser does when its files are damaged: nothing else goes with it. */
async function throwAway(name: string): Promise<void> {
  await deleteDB(name);
}

/** The page is hidden, as when the person leaves it. */
function leave(): void {
  Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
  Reflect.deleteProperty(document, "visibilityState");
}

async function copied(keeping: Safekeeping): Promise<void> {
  leave();
  await expect.poll(async () => (await keeping.state()).copiedAt).toEqual(expect.any(Number));
}

describe("the second copy", () => {
  test("brings back every byte after the browser has thrown the database away", async () => {
    const { storage, keeping, name } = await device();
    await storage.log.append([record(1, 1), record(1, 2), record(2, 3)], entry);
    await storage.settings.write("theme", "dark");
    await copied(keeping);
    await throwAway(name);
    const later = await device(name);
    const loss = await later.keeping.findLoss();
    expect(loss).toMatchObject({ maps: 1, copy: { maps: 1, expected: 1, isWhole: true } });
    expect(await later.keeping.restoreCopy("second")).toEqual({ added: [map], merged: [], unchanged: 0 });
    expect(await bytesOf(later.storage)).toEqual([[1], [2], [3]]);
    expect(await later.storage.log.load(map)).toMatchObject({ damaged: 0, missing: 0 });
    expect(await later.storage.library.list()).toEqual([entry]);
    expect(await later.storage.settings.read()).toMatchObject({ theme: "dark" });
    expect(await later.keeping.restoreCopy("second")).toEqual({ added: [], merged: [], unchanged: 1 });
    expect(await bytesOf(later.storage)).toEqual([[1], [2], [3]]);
    expect(await later.keeping.findLoss()).toBeNull();
  });

  test("is written in turns", async () => {
    const { storage, keeping, name } = await device();
    const turns = async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name);
      const names: string[] = [];
      for await (const each of folder.keys()) names.push(each);
      return names.toSorted();
    };
    await storage.log.append([record(1, 1)], entry);
    await copied(keeping);
    expect(await turns()).toEqual(["copy-2"]);
    await storage.log.append([record(1, 2)], entry);
    leave();
    await expect.poll(turns, { timeout: 10_000 }).toEqual(["copy-1", "copy-2"]);
  });

  test.each(["torn", "damaged"])("that is %s leaves it to the other one", async (how) => {
    const { storage, keeping, name } = await device();
    await storage.log.append([record(1, 1)], entry);
    await copied(keeping);
    const first = Number((await keeping.state()).copiedAt);
    await storage.log.append([record(1, 2)], entry);
    leave();
    await expect.poll(async () => (await keeping.state()).copiedAt).toBeGreaterThan(first);
    await hurt(name, "copy-1", how === "torn");
    await throwAway(name);
    const later = await device(name);
    expect(await later.keeping.findLoss()).toMatchObject({ copy: { maps: 1, isWhole: true } });
    await later.keeping.restoreCopy("second");
    expect((await bytesOf(later.storage))[0], "what the older copy has").toEqual([1]);
    if (how === "torn") expect(await bytesOf(later.storage)).toEqual([[1]]);
  });

  test("is written only when something has changed, and over the one that is torn", async () => {
    const { storage, name } = await device();
    const database = new Database({
      name,
      upgrades: [upgradeTo1],
      say: () => undefined,
      gaveWay: () => undefined,
    });
    const copy = new SecondCopy(name);
    await storage.log.append([record(1, 1)], entry);
    await copyAll(database);
    await copyAll(database);
    expect((await copy.latest())?.generation).toBe(1);
    await storage.library.put({ ...entry, title: "Another" });
    await copyAll(database);
    expect((await copy.latest())?.generation).toBe(2);
    await hurt(name, "copy-1", true);
    expect((await copy.latest())?.generation, "the whole one serves").toBe(1);
    await copyAll(database);
    const whole = await Promise.all((await copy.files()).map(describeArchive));
    expect(whole).toMatchObject([{ isWhole: true }, { isWhole: true }]);
    database.shut();
  });

  test("is not written over when the database is lost under a running tab, and the next visit offers it", async () => {
    const { storage, keeping, name } = await device();
    await storage.log.append([record(1, 1)], entry);
    await storage.log.append([{ ...record(2, 2), map: "other" as MapId }], {
      ...entry,
      id: "other" as MapId,
    });
    await copied(keeping);
    await throwAway(name);
    await storage.log.append([record(1, 3)], entry);
    leave();
    await expect.poll(() => Object.values(localStorage).join("")).toContain('"isLost":true');
    const later = await device(name);
    expect(await later.keeping.findLoss()).toMatchObject({ maps: 2, copy: { maps: 2 } });
    await later.keeping.restoreCopy("second");
    expect((await bytesOf(later.storage)).toSorted()).toEqual([[1], [3]]);
    expect(await later.storage.library.list()).toHaveLength(2);
    expect(await later.keeping.findLoss()).toBeNull();
  });

  test("that the person does not want back now stays to be had later", async () => {
    const { storage, keeping, name } = await device();
    await storage.log.append([record(1, 1)], entry);
    await copied(keeping);
    await throwAway(name);
    const later = await device(name);
    await later.keeping.findLoss();
    await later.keeping.goOnWithout();
    expect(await later.keeping.findLoss()).toBeNull();
    await later.storage.log.append([{ ...record(5, 5), map: "new" as MapId }], {
      ...entry,
      id: "new" as MapId,
    });
    await copied(later.keeping);
    expect(await later.keeping.state()).toMatchObject({ maps: 1, setAside: { maps: 1, isWhole: true } });
    expect(await later.keeping.restoreCopy("aside")).toMatchObject({ added: [map] });
    expect(await later.keeping.state()).toMatchObject({ maps: 2, setAside: null });
  });
});

async function hurt(name: string, file: string, isTorn: boolean): Promise<void> {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name);
  const handle = await folder.getFileHandle(file);
  const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
  const stream = await handle.createWritable();
  if (!isTorn) bytes.fill(0x5a, bytes.length >> 1, (bytes.length >> 1) + 16);
  await stream.write(isTorn ? bytes.slice(0, bytes.length >> 1) : bytes);
  await stream.close();
}

describe("a loss", () => {
  test("is not found by a new visitor, nor where the maps are", async () => {
    const { storage, keeping } = await device();
    expect(await keeping.findLoss()).toBeNull();
    await storage.log.append([record(1, 1)], entry);
    expect(await keeping.findLoss()).toBeNull();
  });

  test("is known by the mark alone, which the first kept map leaves", async () => {
    const { storage, name } = await device();
    await storage.log.append([record(1, 1)], entry);
    await expect.poll(() => Object.values(localStorage).join("")).toContain('"maps":1');
    await throwAway(name);
    expect(await (await device(name)).keeping.findLoss()).toEqual({ maps: 1, copy: null });
  });
});

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
