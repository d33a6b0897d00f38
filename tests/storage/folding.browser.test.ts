import { noChange } from "#model/change.ts";
import { describe, expect, test } from "vitest";
import type { MapId } from "#model/ids.ts";
import { openStorage } from "#storage/open-storage.ts";
import type { Folder } from "#store/ports.ts";
import { foldUpdates } from "#store/folding.ts";
import { LiveMap } from "#store/live.ts";
import { workerFolder } from "#store/worker-folder.ts";
import { argumentMap } from "../notation.ts";
import { seeded } from "../random-map.ts";
import { graveyard, randomChange } from "../store/random-change.ts";
import { written } from "../store/written.ts";
import { freshName, map, openBehind } from "./device.ts";
import { few, onPage, openTab, said, Tab } from "./tab.ts";

/** A worker takes its time to start. */
const patient = { timeout: 20_000 };
function ourWorker(): Worker {
  return new Worker(new URL("../../src/store/fold.worker.ts", import.meta.url), { type: "module" });
}

function dyingWorker(): Worker {
  const source = new Blob(["onmessage = () => { throw new Error('dead') }"], { type: "text/javascript" });
  return new Worker(URL.createObjectURL(source));
}

/** A tab that has written so many edits, one after another. */
async function tabWith(count: number, folder: Folder = onPage, enough = few): Promise<Tab> {
  const tab = await openTab(freshName(), folder, enough);
  await write(tab, count);
  return tab;
}

async function write(tab: Tab, count: number, random = seeded(count)): Promise<void> {
  for (let left = count; left > 0;) {
    const edit = tab.edit(random);
    if (edit === null) continue;
    await edit.kept;
    left--;
  }
}

describe("folding", () => {
  test("keeps two snapshots and what came since the older, and nothing is lost or counted as missing", async () => {
    const tab = await tabWith(4);
    const behind = await openBehind();
    const left = async () => [await behind.count("snapshots"), await behind.count("updates")];
    expect(await tab.fold()).toBe("folded");
    expect(await left(), "the first drops nothing").toEqual([1, 4]);
    expect(await tab.fold()).toBe("too little");
    for (const after of [
      [2, 4],
      [2, 4],
      [2, 4],
    ]) {
      await write(tab, 4);
      expect(await tab.fold()).toBe("folded");
      expect(await left()).toEqual(after);
    }
    const { updates, damaged, missing } = await tab.storage.log.load(map);
    expect({ damaged, missing, updates: updates.length }).toEqual({ damaged: 0, missing: 0, updates: 1 });
    expect(said(updates)).toBe(written(tab.live.map));
  });

  test("happens by itself in a quiet moment, in our own worker, when enough was written or found", async () => {
    const name = freshName();
    const folder = workerFolder(ourWorker);
    const writer = new Tab(await openStorage({ name, folder, enough: few }), null);
    const behind = await openBehind();
    await write(writer, 4);
    await expect.poll(() => behind.count("snapshots"), patient).toBe(1);
    await write(writer, 2);
    const visitor = await openStorage({ name, folder, enough: { updates: 2, bytes: 1 } });
    const snapshotsLater = () => visitor.log.load(map).then(() => behind.count("snapshots"));
    await expect.poll(snapshotsLater, patient).toBe(2);
    await expect.poll(() => behind.count("updates"), patient).toBeLessThan(4);
    expect(said((await writer.storage.log.load(map)).updates)).toBe(written(writer.live.map));
  });

  test("happens by size as well, and never for one record alone", async () => {
    const tab = await tabWith(1, onPage, { updates: 300, bytes: 100 });
    const large = argumentMap(`A ${"long ".repeat(100)}`);
    tab.live.run(
      {
        ...noChange,
        claims: [{ before: null, after: [...large.claims.values()][0]! }],
      },
      "",
      null,
    );
    expect(await tab.fold()).toBe("too little");
    const bytes = tab.live.takeUpdate()!;
    await tab.storage.log.append([{ map, client: tab.live.client, label: "", bytes, change: null }]);
    expect(await tab.fold()).toBe("folded");
  });

  test("is left to one tab at a time, while the others write on", async () => {
    const goOn: (() => void)[] = [];
    const gate = new Promise<void>((resolve) => goOn.push(resolve));
    const slow: Folder = { ...onPage, fold: (updates) => gate.then(() => onPage.fold(updates)) };
    const one = await tabWith(6, slow);
    const other = await openTab((await openBehind()).name);
    const first = one.fold();
    await other.catchUp();
    expect(await other.fold()).toBe("taken");
    await write(other, 5);
    goOn[0]?.();
    expect(await first).toBe("folded");
    expect(await other.fold()).toBe("folded");
    const { updates, missing } = await one.storage.log.load(map);
    expect({ said: said(updates), missing }).toEqual({ said: written(other.live.map), missing: 0 });
  });

  test("still tells afterwards what is missing", async () => {
    const tab = await tabWith(5);
    await tab.fold();
    await write(tab, 5);
    await tab.fold();
    await write(tab, 2);
    const behind = await openBehind();
    const keys = await behind.getAllKeys("updates");
    expect(keys).toHaveLength(7);
    await behind.delete("updates", keys.at(-1)!);
    expect(await tab.storage.log.load(map)).toMatchObject({ damaged: 0, missing: 1 });
    await behind.clear("updates");
    expect(await tab.storage.log.load(map)).toMatchObject({ damaged: 0, missing: 2 });
    await behind.clear("snapshots");
    expect(await tab.storage.log.load(map)).toMatchObject({ damaged: 0, missing: 12 });
  });
});

/** A map that was folded twice and written on, and what it says. */
async function twiceFolded() {
  const tab = await tabWith(5);
  await tab.fold();
  await write(tab, 5);
  await tab.fold();
  await write(tab, 4);
  return { tab, behind: await openBehind(), truth: written(tab.live.map) };
}

describe("folding drops nothing", () => {
  test("where a record is damaged or missing", async () => {
    const { tab, behind } = await twiceFolded();
    const all = await behind.getAll("updates");
    for (const spoil of [
      () => behind.put("updates", { ...all[0]!, bytes: new Uint8Array([0, 0]) }),
      () => behind.delete("updates", all.at(-1)!.seq),
    ]) {
      await spoil();
      const before = await everything(behind);
      expect(await tab.fold()).toBe("not whole");
      expect(await everything(behind)).toEqual(before);
      await behind.put("updates", all[0]!);
    }
  });

  test("where an update waits for another that no count knows of", async () => {
    const tab = await openTab(freshName());
    const random = seeded(3);
    const lost = new LiveMap(map, []);
    lost.run(randomChange(random, lost.map, graveyard()), "lost", null);
    tab.live.receive([lost.bytes()]);
    await write(tab, 5);
    const before = await everything(await openBehind());
    expect((await tab.storage.log.load(map)).missing).toBe(0);
    expect(await tab.fold()).toBe("not whole");
    expect(await everything(await openBehind())).toEqual(before);
  });

  test.each<readonly [string, Folder, string]>([
    [
      "leaves something out",
      { ...onPage, fold: async (updates) => foldUpdates(updates.slice(0, -2)) },
      "not whole",
    ],
    ["dies", workerFolder(dyingWorker), "impossible"],
    [
      "dies while it compares",
      { ...onPage, areSame: () => Promise.reject(new Error("The worker died.")) },
      "impossible",
    ],
    [
      "cannot start",
      workerFolder(() => {
        throw new TypeError("No workers here.");
      }),
      "impossible",
    ],
  ])("with a folder that %s", async (_what, folder, outcome) => {
    const tab = await tabWith(6, folder);
    const before = await everything(await openBehind());
    expect(await tab.fold()).toBe(outcome);
    expect(await everything(await openBehind())).toEqual(before);
  });

  test("where the disk gives the snapshot back changed", async () => {
    const tab = await tabWith(6);
    const before = await everything(await openBehind());
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value: unknown, ...key) {
      const isSnapshot = this.name === "snapshots";
      return put.call(
        this,
        isSnapshot ? { ...(value as object), bytes: new Uint8Array([0, 0]) } : value,
        ...key,
      );
    };
    const outcome = await tab.fold();
    IDBObjectStore.prototype.put = put;
    expect(outcome).toBe("not whole");
    expect(await everything(await openBehind())).toEqual(before);
  });

  test("in an engine without Web Locks", async () => {
    const tab = await tabWith(6);
    const locks = Object.getOwnPropertyDescriptor(Navigator.prototype, "locks")!;
    Reflect.deleteProperty(Navigator.prototype, "locks");
    const outcome = await tab.fold();
    Object.defineProperty(Navigator.prototype, "locks", locks);
    expect(outcome).toBe("impossible");
  });
});

async function everything(behind: Awaited<ReturnType<typeof openBehind>>) {
  const stores = ["updates", "counts", "snapshots"] as const;
  return Promise.all(stores.map((store) => behind.getAll(store)));
}

describe("a damaged record of a folded map", () => {
  test("costs nothing, whichever it is, when another holds the same", async () => {
    const { tab, behind, truth } = await twiceFolded();
    for (const snapshot of await behind.getAll("snapshots")) {
      await behind.put("snapshots", { ...snapshot, bytes: snapshot.bytes.map((byte) => byte ^ 4) });
      const { updates, damaged, missing, isSpared } = await tab.storage.log.load(map);
      expect({ damaged, missing, isSpared, said: said(updates) }).toEqual({
        damaged: 1,
        missing: 0,
        isSpared: true,
        said: truth,
      });
      await behind.put("snapshots", snapshot);
    }
    const [first] = await behind.getAll("updates");
    await behind.put("updates", { ...first!, label: "changed" });
    expect(await tab.storage.log.load(map)).toMatchObject({ damaged: 1, isSpared: true });
  });

  test("that held something of its own is said to be lost", async () => {
    const { tab, behind } = await twiceFolded();
    const last = (await behind.getAll("updates")).at(-1)!;
    await behind.put("updates", { ...last, bytes: new Uint8Array([1]) });
    expect(await tab.storage.log.load(map)).toMatchObject({ damaged: 1, missing: 0, isSpared: false });
  });

  test("that is the count of a writer is noticed, however large it says", async () => {
    const { tab, behind } = await twiceFolded();
    const [count] = await behind.getAll("counts");
    for (const total of [1, 1e300, Number.NaN, "many", null]) {
      await behind.put("counts", { ...count!, total } as never);
      expect(await tab.storage.log.load(map), String(total)).toMatchObject({ damaged: 1, missing: 0 });
    }
    expect(await tab.storage.quarantine.list(map)).toMatchObject([
      { place: expect.stringMatching(/^counts map/) },
    ]);
    expect(await tab.storage.quarantine.list("other" as MapId)).toEqual([]);
  });
});
