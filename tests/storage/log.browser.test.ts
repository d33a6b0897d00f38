import { describe, expect, test } from "vitest";
import type { MapId } from "#model/ids.ts";
import { openStorage } from "#storage/open-storage.ts";
import { keptSnapshot } from "#storage/records.ts";
import { bytesOf, entry, freshName, map, openBehind, record } from "./device.ts";

describe("the log", () => {
  test("gives back what was appended, in order, to whoever opens it next", async () => {
    const name = freshName();
    const storage = await openStorage({ name });
    expect(storage.keptNowhere).toBeNull();
    const first = await storage.log.append([record(1, 1), record(1, 2)], entry);
    const second = await storage.log.append([record(1, 3)]);
    expect(second).toBeGreaterThan(first);
    const again = await openStorage({ name });
    expect(await bytesOf(again)).toEqual([[1], [2], [3]]);
    expect(await again.log.load(map)).toMatchObject({ lastSeq: second, damaged: 0, missing: 0 });
    expect(await bytesOf(again, first)).toEqual([[3]]);
    expect(await again.library.list()).toEqual([entry]);
  });

  test("writes strictly, and says written only when the transaction has completed", async () => {
    const name = freshName();
    const { log } = await openStorage({ name });
    const order: string[] = [];
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...parts) {
      const transaction = begin.apply(this, parts);
      // Libraries of earlier tests have quiet moments now.
      if (this.name !== name) return transaction;
      order.push(`begin ${transaction.mode} ${transaction.durability}`);
      transaction.addEventListener("complete", () => order.push("complete"));
      return transaction;
    };
    try {
      const written = log.append([record(1, 1)], entry).then(() => order.push("written"));
      expect(order, "begun in the same task").toEqual(["begin readwrite strict"]);
      await written;
      expect(order).toEqual(["begin readwrite strict", "complete", "written"]);
    } finally {
      IDBDatabase.prototype.transaction = begin;
    }
  });

  test("sends what waits in one transaction", async () => {
    const { log } = await openStorage({ name: freshName() });
    const seqs = await Promise.all([1, 2, 3, 4].map((byte) => log.append([record(1, byte)])));
    expect(seqs[1], "the second to the fourth went together").toBe(seqs[3]);
    expect((await log.load(map)).updates).toHaveLength(4);
  });

  test("keeps maps apart", async () => {
    const { log } = await openStorage({ name: freshName() });
    await log.append([record(1, 1), { ...record(1, 2), map: "other" as MapId }]);
    expect(await log.load("other" as MapId)).toMatchObject({ damaged: 0, missing: 0 });
    expect((await log.load(map)).updates).toHaveLength(1);
    expect(await log.load("unknown" as MapId)).toMatchObject({ updates: [], lastSeq: 0, missing: 0 });
  });

  test("tells the other tab, and itself nothing", async () => {
    const name = freshName();
    const [one, other] = [await openStorage({ name }), await openStorage({ name })];
    const heard: (MapId | null)[] = [];
    one.log.watch(() => heard.push("not me" as MapId));
    const hint = new Promise<void>((resolve) =>
      other.log.watch((which) => {
        heard.push(which);
        resolve();
      }),
    );
    await one.log.append([record(1, 1)]);
    await hint;
    expect(heard).toEqual([map]);
    expect(await bytesOf(other)).toEqual([[1]]);
  });
});

describe("damage", () => {
  test("to a record puts it into quarantine, and the rest loads", async () => {
    const storage = await openStorage({ name: freshName() });
    const seq = await storage.log.append([record(1, 1), record(1, 2), record(1, 3)]);
    const database = await openBehind();
    const bad = (await database.get("updates", seq - 1))!;
    await database.put("updates", { ...bad, bytes: new Uint8Array([9]) });
    for (let visit = 1; visit <= 2; visit++) {
      expect(await bytesOf(storage)).toEqual([[1], [3]]);
      expect(await storage.log.load(map)).toMatchObject({ damaged: 1, missing: 0 });
    }
    const kept = await database.getAll("quarantine");
    expect(kept).toMatchObject([
      { place: `updates ${seq - 1}`, map, record: { bytes: new Uint8Array([9]) } },
    ]);
  });

  test("of any kind to a record is noticed", async () => {
    const storage = await openStorage({ name: freshName() });
    const seq = await storage.log.append([record(1, 1)]);
    const database = await openBehind();
    const good = (await database.get("updates", seq))!;
    for (const part of [
      { bytes: null },
      { client: 2 },
      { number: 7 },
      { crc: 0 },
      { label: "" },
      { bytes: "x" },
    ]) {
      await database.put("updates", { ...good, ...part } as never);
      const { updates, damaged } = await storage.log.load(map);
      expect({ updates, damaged }, JSON.stringify(part)).toEqual({ updates: [], damaged: 1 });
    }
  });

  test("that takes records away is counted", async () => {
    const storage = await openStorage({ name: freshName() });
    const seq = await storage.log.append([record(1, 1), record(1, 2), record(2, 3), record(2, 4)]);
    const database = await openBehind();
    await database.delete("updates", seq);
    await database.delete("updates", seq - 2);
    expect(await storage.log.load(map)).toMatchObject({ damaged: 0, missing: 2 });
    const moved = (await database.get("updates", seq - 1))!;
    await database.put("updates", { ...moved, map: "elsewhere" as MapId });
    expect(await storage.log.load(map)).toMatchObject({ missing: 3 });
  });
});

/** Puts the first two of three records into a snapshot, as folding will. */
async function folded() {
  const storage = await openStorage({ name: freshName() });
  const seq = await storage.log.append([record(1, 1), record(1, 2), record(1, 3)]);
  const database = await openBehind();
  const snapshot = { map, upto: seq - 1, through: [[1, 2]] as const, bytes: new Uint8Array([12]) };
  await database.put("snapshots", keptSnapshot(snapshot));
  for (const old of [seq - 2, seq - 1]) await database.delete("updates", old);
  return { storage, database, snapshot, seq };
}

describe("a snapshot", () => {
  test("stands for the records that are in it", async () => {
    const { storage, seq } = await folded();
    expect(await bytesOf(storage)).toEqual([[12], [3]]);
    expect(await storage.log.load(map)).toMatchObject({ lastSeq: seq, damaged: 0, missing: 0 });
  });

  test("comes to a tab that has not read as far, and not to one that has", async () => {
    const { storage, seq } = await folded();
    expect(await bytesOf(storage, seq - 2)).toEqual([[12], [3]]);
    expect(await bytesOf(storage, seq - 1)).toEqual([[3]]);
  });

  test("that is damaged goes into quarantine, and what was only in it counts as missing", async () => {
    const { storage, database, snapshot } = await folded();
    await database.put("snapshots", { ...snapshot, crc: 0 });
    expect(await storage.log.load(map)).toMatchObject({ damaged: 1, missing: 2 });
    expect(await database.getAllKeys("quarantine")).toEqual([`snapshots map ${snapshot.upto}`]);
  });
});

describe("a connection that ends", () => {
  test("under edits loses none, and none twice", async () => {
    const storage = await openStorage({ name: freshName() });
    const closing = closeOftenFromBelow();
    const writes: Promise<number>[] = [];
    for (let byte = 0; byte < 60; byte++) {
      writes.push(storage.log.append([record(1, byte)]));
      if (byte % 7 === 3) {
        closing.closeAll();
        await writes.at(-1);
      }
    }
    await Promise.all(writes);
    closing.stop();
    expect(closing.closed, "connections were really closed").toBeGreaterThan(5);
    expect(await bytesOf(storage)).toEqual(Array.from({ length: 60 }, (_, byte) => [byte]));
  });

  test("takes a transaction with it that says nothing of its own end: it is sent again", async () => {
    const storage = await openStorage({ name: freshName() });
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...parts) {
      IDBDatabase.prototype.transaction = begin;
      const transaction = begin.apply(this, parts);
      transaction.addEventListener("complete", (event) => event.stopImmediatePropagation());
      this.dispatchEvent(new Event("close"));
      return transaction;
    };
    const writes = [1, 2].map((byte) => storage.log.append([record(1, byte)]));
    await Promise.all(writes);
    expect(await storage.log.load(map)).toMatchObject({ damaged: 0, missing: 0 });
    expect((await bytesOf(storage)).map(String).filter((byte) => byte !== "1")).toEqual(["2"]);
  });

  test("and is not opened again, because the browser answers no more: edits go by the side door, and that is said", async () => {
    const name = freshName();
    const said: (string | null)[] = [];
    const storage = await openStorage({ name, say: (sentence) => said.push(sentence) });
    await storage.log.append([record(1, 0)]);
    const door = silentDoor();
    try {
      (await connectionsSeen(() => storage.log.append([record(1, 1)]))).forEach((connection) => {
        connection.close();
        connection.dispatchEvent(new Event("close"));
      });
      await Promise.all([2, 3].map((byte) => storage.log.append([record(1, byte)])));
      await storage.log.append([record(1, 4)]);
      expect(door.asked, "it was asked again and again").toBeGreaterThan(2);
      expect(said.at(-1)).toContain("does not answer this page");
    } finally {
      door.open();
    }
    await expect.poll(() => said.at(-1), { timeout: 10_000 }).toBeNull();
    expect(await bytesOf(storage)).toEqual([[0], [1], [2], [3], [4]]);
    expect(await bytesOf(await openStorage({ name }))).toHaveLength(5);
    expect(document.querySelector("iframe"), "no door is left open").toBeNull();
  });

  test("while a transaction runs is told, if opening again fails, and writing resumes by itself", async () => {
    const storage = await openStorage({ name: freshName() });
    const troubles: (string | null)[] = [];
    const resumed = new Promise<void>((resolve) =>
      storage.log.watchTrouble((reason) => {
        troubles.push(reason);
        if (reason === null) resolve();
      }),
    );
    const begin = IDBDatabase.prototype.transaction;
    let refusals = 1;
    IDBDatabase.prototype.transaction = function (...parts) {
      if (parts[1] === "readwrite" && refusals-- > 0)
        throw new DOMException("No room.", "QuotaExceededError");
      return begin.apply(this, parts);
    };
    const written = storage.log.append([record(1, 1)]);
    const after = storage.log.append([record(1, 2)]);
    await resumed;
    IDBDatabase.prototype.transaction = begin;
    await Promise.all([written, after]);
    expect(troubles).toEqual([expect.stringContaining("no room left"), null]);
    expect(await bytesOf(storage)).toEqual([[1], [2]]);
  });
});

/** The connections on which transactions begin meanwhile. */
async function connectionsSeen(work: () => Promise<unknown>): Promise<ReadonlySet<IDBDatabase>> {
  const begin = IDBDatabase.prototype.transaction;
  const seen = new Set<IDBDatabase>();
  IDBDatabase.prototype.transaction = function (...parts) {
    seen.add(this);
    return begin.apply(this, parts);
  };
  await work();
  IDBDatabase.prototype.transaction = begin;
  return seen;
}

/** The browser answers no request of this window to open a database, until the door is opened. */
function silentDoor() {
  const real = Object.getOwnPropertyDescriptor(IDBFactory.prototype, "open")!;
  const open = IDBFactory.prototype.open;
  const result = {
    asked: 0,
    open: () => void Object.defineProperty(IDBFactory.prototype, "open", real),
  };
  IDBFactory.prototype.open = function (...parts) {
    result.asked++;
    const request = open.apply(this, parts);
    request.addEventListener("success", (event) => {
      event.stopImmediatePropagation();
      request.result.close();
    });
    return request;
  };
  return result;
}

/** Keeps hold of the connections that are opened, to end them as a browser does: without a word to the page. */
function closeOftenFromBelow() {
  const begin = IDBDatabase.prototype.transaction;
  const seen = new Set<IDBDatabase>();
  const result = {
    closed: 0,
    closeAll(): void {
      for (const database of seen) {
        database.close();
        result.closed++;
      }
      seen.clear();
    },
    stop(): void {
      IDBDatabase.prototype.transaction = begin;
    },
  };
  IDBDatabase.prototype.transaction = function (...parts) {
    seen.add(this);
    return begin.apply(this, parts);
  };
  return result;
}
