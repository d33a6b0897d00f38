import { describe, expect, test } from "vitest";
import { upgradeTo1 } from "#storage/upgrades/1.ts";
import { type Connection, STORES, type Upgrade } from "#storage/schema.ts";
import { openStorage, UPGRADES } from "#storage/open-storage.ts";
import { bytesOf, entry, freshName, openBehind, record } from "./device.ts";

const addStore: Upgrade = (database) => {
  database.createObjectStore("added" as never);
};
/** The name of a database with one map in it. */
async function oneMap(): Promise<string> {
  const name = freshName();
  const { log } = await openStorage({ name });
  await log.append([record(1, 1)], entry);
  // The first edit asks the browser to keep what is here, and the answer is written down.
  const database = await openBehind(name);
  await expect.poll(() => database.getAllKeys("settings")).toContain("device.promise");
  database.close();
  return name;
}

/** What an upgrade may do, one step after another. */
const steps: readonly Upgrade[] = [
  (database) => void database.createObjectStore("added" as never),
  (_database, transaction) =>
    void transaction.objectStore("updates").createIndex("byLabel" as never, "label"),
  async (_database, transaction) => {
    const store = transaction.objectStore("updates");
    for (const update of await store.getAll()) await store.put({ ...update, label: "rewritten" });
  },
  async (_database, transaction) => transaction.objectStore("counts").clear(),
  async (_database, transaction) => void (await transaction.objectStore("maps").put({ ...entry, title: "" })),
  (_database, transaction) => transaction.objectStore("updates").deleteIndex("byMap"),
  (database) => database.deleteObjectStore("quarantine"),
];

function failsAfter(done: number, fail: Upgrade): Upgrade {
  return async (database, transaction) => {
    for (const step of steps.slice(0, done)) await step(database, transaction);
    await fail(database, transaction);
  };
}

const failures: readonly (readonly [string, Upgrade])[] = [
  [
    "throws",
    () => {
      throw new Error("half way");
    },
  ],
  [
    "is refused by the disk",
    async (_database, transaction) => void (await transaction.objectStore("maps").add(entry)),
  ],
];

/** Everything that there is in a database, its form included. */
async function everythingIn(name: string) {
  const database = await openBehind(name);
  const names = [...database.objectStoreNames];
  const { version } = database;
  const transaction = database.transaction(names);
  const contents = await Promise.all(
    names.map(async (store) => {
      const { keyPath, autoIncrement, indexNames } = transaction.objectStore(store);
      const [keys, values] = await Promise.all([
        transaction.objectStore(store).getAllKeys(),
        transaction.objectStore(store).getAll(),
      ]);
      return { store, keyPath, autoIncrement, indexes: [...indexNames], keys, values };
    }),
  );
  database.close();
  return { version, contents };
}

/** Keeps the connections of a storage from ending, by transactions that go on until they are let go. */
function holdOn() {
  const begin = IDBDatabase.prototype.transaction;
  let isHeld = true;
  const keep = (store: IDBObjectStore) => {
    store.count().addEventListener("success", () => isHeld && keep(store));
  };
  IDBDatabase.prototype.transaction = function (...parts) {
    keep(begin.call(this, "settings").objectStore("settings"));
    return begin.apply(this, parts);
  };
  return {
    letGo(): void {
      isHeld = false;
    },
    stop(): void {
      IDBDatabase.prototype.transaction = begin;
    },
  };
}

describe("an upgrade that fails", () => {
  const cases = failures.flatMap(([how, fail]) =>
    Array.from({ length: steps.length + 1 }, (_, done) => [done, how, fail] as const),
  );
  // The disk refuses what is there already, which the fifth step and those after it leave so too.
  test.each(cases)("after %i steps because it %s leaves every byte as it was", async (done, _how, fail) => {
    const name = await oneMap();
    const before = await everythingIn(name);
    const storage = await openStorage({ name, upgrades: [...UPGRADES, failsAfter(done, fail)] });
    expect(storage.readOnly).toContain("unchanged");
    expect(await everythingIn(name)).toEqual(before);
    expect(await bytesOf(storage)).toEqual([[1]]);
    const again = await openStorage({ name });
    expect(await again.log.append([record(1, 2)]), "goes on counting").toBe(2);
  });

  test.each(STORES.map((_store, at) => at))("on a new device after %i stores leaves nothing", async (at) => {
    const name = freshName();
    let left = at;
    const fail: Upgrade = (database, transaction) => {
      const createObjectStore = (...parts: Parameters<Connection["createObjectStore"]>) => {
        if (left-- === 0) throw new Error("half way");
        return database.createObjectStore(...parts);
      };
      return upgradeTo1({ createObjectStore } as Connection, transaction);
    };
    const storage = await openStorage({ name, upgrades: [fail] });
    expect(storage.keptNowhere).toContain("UpgradeFailed");
    expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name);
  });
});

describe("an upgrade", () => {
  test("that throws on a new device leaves nothing, and memory stands in", async () => {
    const storage = await openStorage({ name: freshName(), upgrades: [failsAfter(1, failures[0]![1])] });
    expect(storage.keptNowhere).toContain("UpgradeFailed");
    await storage.log.append([record(1, 1)], entry);
    expect(await bytesOf(storage)).toEqual([[1]]);
  });

  test("makes an older tab give way, and its later edits wait and say why", async () => {
    const name = await oneMap();
    const older = await openStorage({ name });
    const newer = await openStorage({ name, upgrades: [...UPGRADES, addStore] });
    expect(newer.readOnly).toBeNull();
    const reason = new Promise<string | null>((resolve) => older.log.watchTrouble(resolve));
    void older.log.append([record(2, 2)]);
    expect(await reason).toContain("newer version");
  });

  test("is told to an older tab at once, before it has anything to save", async () => {
    const name = await oneMap();
    const told: string[] = [];
    await openStorage({ name, askReload: (sentence) => told.push(sentence) });
    await openStorage({ name, upgrades: [...UPGRADES, addStore] });
    expect(told).toEqual([expect.stringContaining("Reload this page")]);
  });

  test("that an older tab cannot make way for is told in both within 1.5 s, and goes on when it can", async () => {
    const name = await oneMap();
    const told: [string, string | null, number][] = [];
    const begun = performance.now();
    const hears = (who: string) => (sentence: string | null) =>
      told.push([who, sentence, performance.now() - begun]);
    const older = await openStorage({ name, askReload: hears("older") });
    const hold = holdOn();
    await older.library.list();
    hold.stop();
    const opening = openStorage({ name, upgrades: [...UPGRADES, addStore], say: hears("newer") });
    await expect.poll(() => told.length, { timeout: 5000 }).toBe(2);
    hold.letGo();
    const newer = await opening;
    expect(told).toEqual([
      ["older", expect.stringContaining("newer version"), expect.any(Number)],
      ["newer", expect.stringMatching(/another tab/i), expect.any(Number)],
      ["newer", null, expect.any(Number)],
    ]);
    expect(Math.max(...told.slice(0, 2).map(([, , at]) => at))).toBeLessThan(1500);
    expect(await bytesOf(newer)).toEqual([[1]]);
  });

  test("that another tab holds up is said within 1.5 s, and goes on when that tab lets go", async () => {
    const name = await oneMap();
    const stubborn = await openBehind();
    const said: (string | null)[] = [];
    const begun = performance.now();
    const storage = await openStorage({
      name,
      upgrades: [...UPGRADES, addStore],
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
    const name = await oneMap();
    await openStorage({ name, upgrades: [...UPGRADES, addStore] });
    const storage = await openStorage({ name });
    expect(storage.readOnly).toContain("newer version");
    expect(storage.readOnly).toContain("read and exported");
    expect(await bytesOf(storage)).toEqual([[1]]);
    expect(await storage.library.list()).toEqual([entry]);
    await storage.settings.write("theme", "dark");
    expect(await storage.settings.read()).toEqual({ theme: "dark" });
  });
});
