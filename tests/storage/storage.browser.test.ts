import { deleteDB, openDB } from "idb";
import { afterEach, describe, expect, test } from "vitest";
import type { MapId } from "#model/ids.ts";
import type { MapEntry, Storage, UpdateRecord } from "#store/ports.ts";
import { openStorage } from "#storage/open-storage.ts";
import type { Connection, Upgrade } from "#storage/schema.ts";
import { upgradeTo1 } from "#storage/upgrades/1.ts";

const map = "map" as MapId;
const entry: MapEntry = {
  id: map,
  title: "The thaw",
  question: "",
  claims: 1,
  editedAt: 5,
  shipped: null,
  deletedAt: null,
};

let databases = 0;
let name = "";
const connections: Connection[] = [];

/** A database of this test's own. */
function freshName(): string {
  return (name = `test ${Date.now()} ${++databases}`);
}

/** The database behind the storage's back. */
async function open(): Promise<Connection> {
  const connection = await openDB(name);
  connections.push(connection as never);
  return connection as never;
}

afterEach(async () => {
  for (const connection of connections.splice(0)) connection.close();
  await deleteDB(name);
});

function record(client: number, ...bytes: number[]): UpdateRecord {
  return { map, client, label: "add claim", bytes: new Uint8Array(bytes), change: null };
}

async function bytesOf({ log }: Storage, afterSeq?: number): Promise<number[][]> {
  const { updates } = await log.load(map, afterSeq);
  return updates.map((bytes) => Array.from(bytes));
}

describe("the log", () => {
  test("gives back what was appended, in order, to whoever opens it next", async () => {
    const storage = await openStorage({ name: freshName() });
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
    const { log } = await openStorage({ name: freshName() });
    const order: string[] = [];
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...parts) {
      const transaction = begin.apply(this, parts);
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
    const one = await openStorage({ name: freshName() });
    const other = await openStorage({ name });
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
    const database = await open();
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
    const database = await open();
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
    const database = await open();
    await database.delete("updates", seq);
    await database.delete("updates", seq - 2);
    expect(await storage.log.load(map)).toMatchObject({ damaged: 0, missing: 2 });
    const moved = (await database.get("updates", seq - 1))!;
    await database.put("updates", { ...moved, map: "elsewhere" as MapId });
    expect(await storage.log.load(map)).toMatchObject({ missing: 3 });
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

const addStore: Upgrade = (database) => {
  database.createObjectStore("added" as never);
};
const throwLate: Upgrade = async (database, transaction) => {
  database.createObjectStore("added" as never);
  await transaction.objectStore("maps").clear();
  throw new Error("half way");
};

async function oneMap(): Promise<void> {
  const { log } = await openStorage({ name: freshName() });
  await log.append([record(1, 1)], entry);
}

describe("an upgrade", () => {
  test("that throws half way leaves everything as it was, to be read", async () => {
    await oneMap();
    const storage = await openStorage({ name, upgrades: [upgradeTo1, throwLate] });
    expect(storage.readOnly).toContain("unchanged");
    expect(await bytesOf(storage)).toEqual([[1]]);
    expect(await storage.library.list()).toEqual([entry]);
    const database = await open();
    expect([database.version, database.objectStoreNames.contains("added" as never)]).toEqual([1, false]);
  });

  test("that throws on a new device leaves nothing, and memory stands in", async () => {
    const storage = await openStorage({ name: freshName(), upgrades: [throwLate] });
    expect(storage.keptNowhere).toContain("UpgradeFailed");
    await storage.log.append([record(1, 1)], entry);
    expect(await bytesOf(storage)).toEqual([[1]]);
  });

  test("makes an older tab give way, and its later edits wait and say why", async () => {
    await oneMap();
    const older = await openStorage({ name });
    const newer = await openStorage({ name, upgrades: [upgradeTo1, addStore] });
    expect(newer.readOnly).toBeNull();
    const reason = new Promise<string | null>((resolve) => older.log.watchTrouble(resolve));
    void older.log.append([record(2, 2)]);
    expect(await reason).toContain("newer version");
  });

  test("that another tab holds up is said within 1.5 s, and goes on when that tab lets go", async () => {
    await oneMap();
    const stubborn = await open();
    const said: (string | null)[] = [];
    const begun = performance.now();
    const storage = await openStorage({
      name,
      upgrades: [upgradeTo1, addStore],
      say(sentence) {
        said.push(sentence);
        if (sentence !== null) stubborn.close();
      },
    });
    expect(said[0]).toContain("Another tab");
    expect(said.at(-1)).toBeNull();
    expect(performance.now() - begun).toBeLessThan(1500);
    expect(await bytesOf(storage)).toEqual([[1]]);
  });

  test("by a newer version leaves the maps to be read by this one", async () => {
    await oneMap();
    await openStorage({ name, upgrades: [upgradeTo1, addStore] });
    const storage = await openStorage({ name });
    expect(storage.readOnly).toContain("newer version");
    expect(await bytesOf(storage)).toEqual([[1]]);
    expect(await storage.library.list()).toEqual([entry]);
    await storage.settings.write("theme", "dark");
    expect(await storage.settings.read()).toEqual({ theme: "dark" });
  });
});

describe("the catalogue and the settings", () => {
  test("are there at the next visit, and another tab hears of a new line", async () => {
    const one = await openStorage({ name: freshName() });
    const other = await openStorage({ name });
    const heard = new Promise<void>((resolve) => other.library.watch(resolve));
    await one.library.put(entry);
    await one.settings.write("theme", "dark");
    await heard;
    expect(await other.library.list()).toEqual([entry]);
    expect(await other.settings.read()).toEqual({ theme: "dark" });
  });
});

describe("without a database", () => {
  test("memory stands in and says that nothing is kept", async () => {
    const real = Object.getOwnPropertyDescriptor(IDBFactory.prototype, "open")!;
    Object.defineProperty(IDBFactory.prototype, "open", {
      ...real,
      value: () => {
        throw new DOMException("Denied.", "SecurityError");
      },
    });
    const storage = await openStorage({ name: freshName() });
    Object.defineProperty(IDBFactory.prototype, "open", real);
    expect(storage.keptNowhere).toContain("Nothing is kept");
    await storage.log.append([record(1, 1)], entry);
    expect(await bytesOf(storage)).toEqual([[1]]);
    expect(await storage.library.list()).toEqual([entry]);
  });
});
