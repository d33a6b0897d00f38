import { afterEach, describe, expect, test, vi } from "vitest";
import type { MapId } from "#model/ids.ts";
import { UPGRADES } from "#storage/open-storage.ts";
import type { ArchivedMap } from "#storage/archive.ts";
import { type ArchiveContents, headOf } from "#storage/archive-file.ts";
import { copyAll, describeArchive } from "#storage/copies.ts";
import { Database } from "#storage/database.ts";
import { privateFile } from "#storage/private-files.ts";
import { SecondCopy } from "#storage/second-copy.ts";
import { bytesOf, entry, map, record } from "./device.ts";
import { copied, device, leave, startWriter, throwAway } from "./visits.ts";

afterEach(() => vi.useRealTimers());

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
      const files = await Promise.all(["copy-1", "copy-2"].map((each) => privateFile(folder, each)));
      return files.map((file) => (file?.size ?? 0) > 0);
    };
    await storage.log.append([record(1, 1)], entry);
    await copied(keeping);
    expect(await turns()).toEqual([false, true]);
    await storage.log.append([record(1, 2)], entry);
    leave();
    await expect.poll(turns, { timeout: 10_000 }).toEqual([true, true]);
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
    const database = openDatabase(name);
    const copy = new SecondCopy(name);
    await storage.log.append([record(1, 1)], entry);
    await copyAll(database, startWriter);
    await copyAll(database, startWriter);
    expect((await copy.latest())?.generation).toBe(1);
    await storage.library.put({ ...entry, title: "Another" });
    await copyAll(database, startWriter);
    expect((await copy.latest())?.generation).toBe(2);
    await hurt(name, "copy-1", true);
    expect((await copy.latest())?.generation, "the whole one serves").toBe(1);
    await copyAll(database, startWriter);
    const whole = await Promise.all((await copy.files()).map(describeArchive));
    expect(whole).toMatchObject([{ isWhole: true }, { isWhole: true }]);
    database.shut();
  });

  test("is written over the damaged one of the two, though that is the later", async () => {
    const { storage, name } = await device();
    const database = openDatabase(name);
    const copy = new SecondCopy(name, startWriter);
    await storage.log.append([record(1, 1)], entry);
    await copyAll(database, startWriter);
    await storage.log.append([record(1, 2)], entry);
    await copyAll(database, startWriter);
    await hurt(name, "copy-1", false);
    await storage.log.append([record(1, 3)], entry);
    await copyAll(database, startWriter);
    const found = await Promise.all(
      (await copy.files()).map(async (file) => (await headOf(file))?.generation),
    );
    expect(found, "the older one was left alone").toEqual([3, 1]);
    database.shut();
  });

  test("that is cut short while it is written leaves the other one alone, and so does the next that is cut short", async () => {
    const { storage, name } = await device();
    const database = openDatabase(name);
    const copy = new SecondCopy(name, startWriter);
    for (const byte of [1, 2]) {
      await storage.log.append([record(1, byte)], entry);
      await copyAll(database, startWriter);
    }
    for (let time = 0; time < 3; time++) {
      const cutShort = copy.write(`another ${time}`, (generation) => Promise.resolve(cut(generation)));
      await expect(cutShort).rejects.toThrow("The disk is full");
      expect((await copy.latest())?.generation).toBe(2);
      const whole = await Promise.all((await copy.files()).map(describeArchive));
      expect(whole).toMatchObject([{ maps: 1, isWhole: true }, { isWhole: false }]);
    }
    database.shut();
  });

  test.each([
    ["dies", "setTimeout(() => { throw new Error('gone'); })"],
    ["falls silent", ""],
  ])("whose worker %s in the midst is given up, and written at the next try", async (_how, instead) => {
    const { storage, name } = await device();
    const database = openDatabase(name);
    await storage.log.append([record(1, 1)], entry);
    await copyAll(database, startWriter);
    await storage.log.append([record(1, 2)], entry);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const given = copyAll(database, () => failingWorker(instead)).then(
      () => "written",
      (error: Error) => error.name,
    );
    let outcome: string | null = null;
    void given.then((how) => (outcome = how));
    const later = () => vi.advanceTimersByTime(1000) && outcome !== null;
    await vi.waitUntil(later, { timeout: 20_000, interval: 20 });
    vi.useRealTimers();
    expect(outcome).toBe("LostWorker");
    await copyAll(database, startWriter);
    expect((await new SecondCopy(name).latest())?.generation).toBe(2);
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
    for (let byte = 3; byte < 8; byte++) {
      await storage.log.append([record(1, byte)], entry);
      leave();
      await keeping.state();
      await navigator.locks.request(`${name} second copy`, () => undefined);
    }
    await expect.poll(() => Object.values(localStorage).join("")).toContain('"isLost":true');
    const later = await device(name);
    expect(await later.keeping.findLoss()).toMatchObject({ maps: 2, copy: { maps: 2 } });
    await later.keeping.restoreCopy("second");
    expect((await bytesOf(later.storage)).flat().toSorted((a, b) => a - b)).toEqual([1, 3, 4, 5, 6, 7]);
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

function openDatabase(name: string): Database {
  return new Database({ name, upgrades: UPGRADES, say: () => undefined, askReload: () => undefined });
}

/** An archive that ends in the middle, as where there is no room for the rest. */
function cut(generation: number): ArchiveContents {
  const head = { version: 1, generation, writtenAt: 1, maps: 1, stamp: "another" };
  return { head, settings: {}, quarantine: [], maps: oneMapAndNoMore() };
}

async function* oneMapAndNoMore(): AsyncGenerator<ArchivedMap> {
  yield { map, entry, counts: [], snapshots: [], updates: [] };
  throw new Error("The disk is full");
}

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
    expect(await (await device(name)).keeping.findLoss()).toEqual({ maps: 1, here: 0, copy: null });
  });
});

/** A worker that opens files, and when it should write one does something else, without an answer. */
function failingWorker(instead: string): Worker {
  const script = `addEventListener("message", ({ data }) => {
    if (data.type === "open") postMessage({ failed: null });
    else { ${instead} }
  });`;
  return new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
}
