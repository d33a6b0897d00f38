import { describe, expect, test } from "vitest";
import { openStorage } from "#storage/open-storage.ts";
import { isEnough, measure, USUAL } from "#storage/measure.ts";
import { crc32 } from "#store/crc.ts";
import { areSameDocument } from "#store/folding.ts";
import { makeSeed } from "#store/seed.ts";
import { piecesOf } from "#store/pieces.ts";
import type { MapEntry, UpdateRecord } from "#store/ports.ts";
import { largeMap } from "../large-map.ts";
import { entry, freshName, map, openBehind, record } from "./device.ts";
import { openTab } from "./tab.ts";
import { device } from "./visits.ts";

const client = 7;

/** The records of a map as a file gives them: so many, each of so many bytes. */
function recordsOf(count: number, bytes = 10): readonly UpdateRecord[] {
  return Array.from({ length: count }, (_, at) => ({
    ...record(client),
    bytes: new Uint8Array(bytes).fill(at),
  }));
}

/** Everything that the disk has of any map. */
async function kept() {
  const database = await openBehind();
  const stores = ["updates", "counts", "maps", "snapshots"] as const;
  return Promise.all(stores.map((store) => database.count(store)));
}

/** Calls back when a transaction that writes is there, before anything is asked of it. */
async function watchingWrites<Result>(
  seen: (transaction: IDBTransaction) => void,
  run: () => Promise<Result>,
): Promise<Result> {
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...parts) {
    const transaction = begin.apply(this, parts);
    if (transaction.mode === "readwrite") seen(transaction);
    return transaction;
  };
  try {
    return await run();
  } finally {
    IDBDatabase.prototype.transaction = begin;
  }
}

describe("a map that comes in as a whole", () => {
  test("is on the disk when it is said to be, in one strict transaction, and is told to the other tab", async () => {
    const name = freshName();
    const [storage, other] = [await openStorage({ name }), await openStorage({ name })];
    const told = new Promise<void>((resolve) => other.library.watch(resolve));
    const shares: number[] = [];
    const transactions: string[] = [];
    const isAdded = await watchingWrites(
      ({ durability }) => transactions.push(durability),
      () => storage.log.addMap(recordsOf(40), entry, { tell: (share) => shares.push(share) }),
    );
    expect(isAdded).toBe(true);
    expect(transactions).toEqual(["strict"]);
    expect(shares).toHaveLength(40);
    expect(shares.at(-1)).toBe(1);
    await told;
    const loaded = await other.log.load(map);
    expect(loaded).toMatchObject({ damaged: 0, missing: 0 });
    expect(loaded.updates).toEqual(recordsOf(40).map(({ bytes }) => bytes));
    expect(await other.library.list()).toEqual([entry]);
  });

  test("is handed over a record at a time: none before the one in front of it has arrived", async () => {
    const storage = await openStorage({ name: freshName() });
    const { add } = IDBObjectStore.prototype;
    const requests: IDBRequest[] = [];
    IDBObjectStore.prototype.add = function (...parts) {
      expect(requests.map(({ readyState }) => readyState)).not.toContain("pending");
      requests.push(add.apply(this, parts));
      return requests.at(-1) as IDBRequest<IDBValidKey>;
    };
    try {
      await storage.log.addMap(recordsOf(20, 300_000), entry);
    } finally {
      IDBObjectStore.prototype.add = add;
    }
    expect(requests).toHaveLength(20);
  });

  test.each([0, 1, 7, 12])("is not there when it is cancelled after %i of 12 records", async (count) => {
    const storage = await openStorage({ name: freshName() });
    const cancelling = new AbortController();
    let written = 0;
    const tell = () => {
      if (++written === count) cancelling.abort();
    };
    if (count === 0) cancelling.abort();
    const watched = { tell, signal: cancelling.signal };
    expect(await storage.log.addMap(recordsOf(12), entry, watched)).toBe(false);
    expect(written).toBe(count);
    expect(await kept()).toEqual([0, 0, 0, 0]);
    expect(await storage.log.addMap(recordsOf(12), entry)).toBe(true);
    expect((await storage.log.load(map)).updates).toHaveLength(12);
  });

  test("is not there when it is cancelled as it reaches the disk, and nothing else goes with it", async () => {
    const storage = await openStorage({ name: freshName() });
    const mine: MapEntry = { ...entry, id: "mine" as MapEntry["id"] };
    await storage.log.append([{ ...record(1, 1), map: mine.id }], mine);
    const cancelling = new AbortController();
    const isAdded = await watchingWrites(
      (transaction) => transaction.addEventListener("complete", () => cancelling.abort()),
      () => storage.log.addMap(recordsOf(12), entry, { signal: cancelling.signal }),
    );
    expect(isAdded).toBe(false);
    expect(await kept()).toEqual([1, 1, 1, 0]);
    expect(await storage.library.list()).toEqual([mine]);
  });

  test("is not there when the browser refuses one of its records, and a sentence says so", async () => {
    const storage = await openStorage({ name: freshName() });
    const bad = { ...recordsOf(1)[0]!, change: (() => undefined) as never };
    const records = [...recordsOf(5), bad, ...recordsOf(5)];
    await expect(storage.log.addMap(records, entry)).rejects.toThrow(
      "The browser's storage did not take this map (DataCloneError). Nothing was changed. Try again.",
    );
    expect(await kept()).toEqual([0, 0, 0, 0]);
    expect(await storage.log.addMap(recordsOf(5), entry)).toBe(true);
  });
});

describe("a large map that lies in many records", () => {
  const large = { ...largeMap(3000), id: map };
  const seed = makeSeed(large);
  const pieces = [...piecesOf(seed)].filter((piece) => piece !== null);
  const records = pieces.map((bytes) => ({ map, client, label: "new map", change: null, bytes }));

  test("is folded, and loaded from the fold, as any other", async () => {
    const tab = await openTab(freshName());
    await tab.storage.log.addMap(records, entry);
    expect(await tab.fold()).toBe("folded");
    const { updates, damaged, missing } = await tab.storage.log.load(map);
    expect({ damaged, missing, updates: updates.length }).toEqual({ damaged: 0, missing: 0, updates: 1 });
    expect(areSameDocument([updates, pieces, [seed]])).toBe(true);
  });

  test("goes into a backup and comes back from it", async () => {
    const { storage, keeping } = await device();
    await storage.log.addMap(records, entry);
    const backup = await keeping.backUp();
    expect(await keeping.restore(backup)).toMatchObject({ unchanged: 1 });
    const other = await device();
    expect(await other.keeping.restore(backup)).toMatchObject({ added: [map] });
    const { updates, damaged, missing } = await other.storage.log.load(map);
    expect({ damaged, missing }).toEqual({ damaged: 0, missing: 0 });
    expect(updates.map((bytes) => crc32(bytes))).toEqual(pieces.map((bytes) => crc32(bytes)));
  });

  test("is no reason to fold by its size alone, as it would be no shorter", () => {
    expect(pieces.length).toBeGreaterThan(3);
    expect(isEnough(measure(records), USUAL)).toBe(false);
    const edits = Array.from({ length: USUAL.updates }, () => record(1, 1));
    expect(isEnough(measure([...records, ...edits]), USUAL)).toBe(true);
  });
});
