import { describe, expect, test } from "vitest";
import { openStorage } from "#storage/open-storage.ts";
import type { Upgrade } from "#storage/schema.ts";
import { upgradeTo1 } from "#storage/upgrades/1.ts";
import { bytesOf, entry, freshName, openBehind, record } from "./device.ts";

const addStore: Upgrade = (database) => {
  database.createObjectStore("added" as never);
};
const throwLate: Upgrade = async (database, transaction) => {
  database.createObjectStore("added" as never);
  await transaction.objectStore("maps").clear();
  throw new Error("half way");
};

/** The name of a database with one map in it. */
async function oneMap(): Promise<string> {
  const name = freshName();
  const { log } = await openStorage({ name });
  await log.append([record(1, 1)], entry);
  return name;
}

describe("an upgrade", () => {
  test("that throws half way leaves everything as it was, to be read", async () => {
    const name = await oneMap();
    const storage = await openStorage({ name, upgrades: [upgradeTo1, throwLate] });
    expect(storage.readOnly).toContain("unchanged");
    expect(await bytesOf(storage)).toEqual([[1]]);
    expect(await storage.library.list()).toEqual([entry]);
    const database = await openBehind();
    expect([database.version, database.objectStoreNames.contains("added" as never)]).toEqual([1, false]);
  });

  test("that throws on a new device leaves nothing, and memory stands in", async () => {
    const storage = await openStorage({ name: freshName(), upgrades: [throwLate] });
    expect(storage.keptNowhere).toContain("UpgradeFailed");
    await storage.log.append([record(1, 1)], entry);
    expect(await bytesOf(storage)).toEqual([[1]]);
  });

  test("makes an older tab give way, and its later edits wait and say why", async () => {
    const name = await oneMap();
    const older = await openStorage({ name });
    const newer = await openStorage({ name, upgrades: [upgradeTo1, addStore] });
    expect(newer.readOnly).toBeNull();
    const reason = new Promise<string | null>((resolve) => older.log.watchTrouble(resolve));
    void older.log.append([record(2, 2)]);
    expect(await reason).toContain("newer version");
  });

  test("that another tab holds up is said within 1.5 s, and goes on when that tab lets go", async () => {
    const name = await oneMap();
    const stubborn = await openBehind();
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
    const name = await oneMap();
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
    const name = freshName();
    const [one, other] = [await openStorage({ name }), await openStorage({ name })];
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
