import { describe, expect, inject, test } from "vitest";
import { noChange } from "#model/change.ts";
import { newClaim } from "#model/claim.ts";
import { UPGRADES } from "#storage/open-storage.ts";
import { Database } from "#storage/database.ts";
import { mendMap } from "#storage/mending.ts";
import { readMap, sift } from "#storage/reading.ts";
import type { Connection, KeptUpdate } from "#storage/schema.ts";
import { LiveMap } from "#store/live.ts";
import { areUnusable } from "#store/mending.ts";
import { claimId } from "../notation.ts";
import { below, pick, type Random, seeded } from "../random-map.ts";
import { written } from "../store/written.ts";
import { freshName, map, openBehind } from "./device.ts";
import { openTab, type Tab } from "./tab.ts";

interface Device {
  readonly name: string;
  readonly tab: Tab;
  readonly behind: Connection;
  readonly random: Random;
}

/** All seeds in `npm run test:faults`, the first in the gate. */
function few(seeds: readonly number[]): readonly number[] {
  return inject("allFaults") ? seeds : seeds.slice(0, 1);
}

/** A map of several writers that was folded twice and written on. */
async function folded(seed: number): Promise<Device> {
  const [name, random] = [freshName(), seeded(seed)];
  const tabs = [await openTab(name), await openTab(name)] as const;
  for (let edits = 0; edits < 18; edits++) {
    const tab = pick(random, tabs);
    await tab.catchUp();
    await tab.edit(random)?.kept;
    if (edits === 6 || edits === 12) expect(await tab.fold()).toBe("folded");
  }
  return { name, tab: await openTab(name), behind: await openBehind(name), random };
}

const bad = { bytes: new Uint8Array([0, 0]) };

/** What may happen to a log. */
const faults: Readonly<Record<string, (device: Device) => Promise<unknown>>> = {
  "a damaged update": async ({ behind, random }) =>
    behind.put("updates", { ...pick(random, await behind.getAll("updates"))!, ...bad }),
  "a missing update": async ({ behind, random }) =>
    behind.delete("updates", pick(random, await behind.getAll("updates"))!.seq),
  "a damaged snapshot": async ({ behind, random }) =>
    behind.put("snapshots", { ...pick(random, await behind.getAll("snapshots"))!, ...bad }),
  "both snapshots damaged": async ({ behind }) => {
    for (const snapshot of await behind.getAll("snapshots"))
      await behind.put("snapshots", { ...snapshot, ...bad });
  },
  "a damaged count": async ({ behind, random }) =>
    behind.put("counts", { ...pick(random, await behind.getAll("counts"))!, crc: 1 }),
  "all of it at once": async (device) => {
    for (const fault of Object.values(faults).slice(0, 5)) await fault(device);
  },
};

/** The map as it is on the disk, and whether there is anything to tell. */
async function visit({ tab }: Device) {
  const { updates, damaged, missing, lastSeq } = await tab.storage.log.load(map);
  const live = new LiveMap(map, updates);
  const isTold = damaged > 0 || missing > 0 || live.waits || live.unreadable > 0;
  return { live, isTold, lastSeq };
}

/** What a person who keeps what is here does: it is written as a whole, and the rest is set aside. */
async function keepWhatIsHere(device: Device): Promise<string> {
  const { live } = await visit(device);
  live.leaveUnusable();
  const record = { map, client: live.client, label: "keep", bytes: live.bytes(), change: null };
  await device.tab.storage.log.append([record]);
  await device.tab.storage.log.mend(map, areUnusable);
  return written(live.map);
}

/** Every record that was there or in the quarantine. */
async function everything(behind: Connection): Promise<readonly string[]> {
  const stores = ["updates", "snapshots", "counts"] as const;
  const lists = await Promise.all(stores.map((store) => behind.getAll(store)));
  const quarantined = (await behind.getAll("quarantine")).map(({ record }) => record);
  return [...lists.flat(), ...quarantined].map((record) =>
    JSON.stringify(record, (_name, value: unknown) => (value instanceof Uint8Array ? [...value] : value)),
  );
}

describe.each(Object.entries(faults))("a map with %s", (_, fault) => {
  test.each(few([1, 2, 3]))("goes on from what could be read: seed %i", async (seed) => {
    const device = await folded(seed);
    await fault(device);
    const before = await everything(device.behind);
    const said = await keepWhatIsHere(device);
    const after = await visit(device);
    expect(after.isTold, "nothing is told again").toBe(false);
    expect(written(after.live.map), "all that was shown is there").toBe(said);
    const now = await everything(device.behind);
    expect(
      before.filter((record) => !now.includes(record)),
      "no record is gone",
    ).toEqual([]);
    const writer = await openTab(device.name);
    await writer.catchUp();
    for (let edits = 0; edits < 8; edits++) await writer.edit(device.random)?.kept;
    expect(await writer.fold(), "it is folded again").toBe("folded");
    expect(written((await visit(device)).live.map)).toBe(written(writer.live.map));
    expect((await visit(device)).isTold).toBe(false);
  });

  test.each(few([7, 8]))(
    "takes back from a backup what was lost, also after a fold: seed %i",
    async (seed) => {
      const device = await folded(seed);
      const { live } = await visit(device);
      const backup = await device.tab.storage.safekeeping!.backUp();
      await fault(device);
      await keepWhatIsHere(device);
      const writer = await openTab(device.name);
      await writer.catchUp();
      await writer.fold();
      await device.tab.storage.safekeeping!.restore(backup);
      const after = await visit(device);
      expect(after.isTold).toBe(false);
      expect(written(after.live.map)).toBe(written(live.map));
      const count = await device.behind.count("updates");
      await device.tab.storage.safekeeping!.restore(backup);
      expect(await device.behind.count("updates"), "once").toBe(count);
    },
  );
});

test("a lost edit on which no other builds comes back from a backup, although a fold has gone past it", async () => {
  const name = freshName();
  const device: Device = {
    name,
    tab: await openTab(name),
    behind: await openBehind(name),
    random: seeded(13),
  };
  const { live } = device.tab;
  const texts = [
    "One two three",
    "One two",
    "One two or more",
    "One two or more words",
    "One two or many words",
  ];
  for (const text of texts) {
    const before = live.map.claims.get(claimId("a")) ?? null;
    live.run({ ...noChange, claims: [{ before, after: { ...newClaim(claimId("a")), text } }] }, "edit", null);
    await append(device, live.client, live.takeUpdate()!);
  }
  const backup = await device.tab.storage.safekeeping!.backUp();
  const [, second] = await device.behind.getAll("updates");
  await device.behind.delete("updates", second!.seq);
  expect((await visit(device)).isTold).toBe(true);
  await keepWhatIsHere(device);
  expect(await device.tab.fold()).toBe("folded");
  expect((await visit(device)).live.map.claims.get(claimId("a"))?.text).not.toBe(texts.at(-1));
  await device.tab.storage.safekeeping!.restore(backup);
  const { live: again, isTold } = await visit(device);
  expect([isTold, again.map.claims.get(claimId("a"))?.text]).toEqual([false, texts.at(-1)]);
});

test("edits that wait for one that no count knows of are set aside, and what of them was shown stays", async () => {
  const device = await folded(10);
  const { live } = await visit(device);
  const other = new LiveMap(map, [live.bytes()]);
  for (let edits = 0; edits < 3; edits++) {
    const bytes = await nextUpdate(other, device.random);
    if (edits !== 1) await append(device, other.client, bytes);
  }
  expect((await visit(device)).live.waits).toBe(true);
  const said = await keepWhatIsHere(device);
  const after = await visit(device);
  expect([after.isTold, written(after.live.map)]).toEqual([false, said]);
  expect(await device.behind.count("quarantine")).toBe(1);
});

async function nextUpdate(live: LiveMap, random: Random): Promise<Uint8Array<ArrayBuffer>> {
  const { graveyard, randomChange } = await import("../store/random-change.ts");
  for (;;) {
    live.run(randomChange(random, live.map, graveyard()), "edit", null);
    const bytes = live.takeUpdate();
    if (bytes !== null) return bytes;
  }
}

async function append({ tab }: Device, client: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await tab.storage.log.append([{ map, client, label: "edit", bytes, change: null }]);
}

test("what another tab writes meanwhile stays, and a tab that dies half way has changed nothing", async () => {
  const device = await folded(11);
  await faults["a damaged update"]!(device);
  const writer = await openTab(device.name);
  await writer.catchUp();
  const before = await everything(device.behind);
  const remove = IDBObjectStore.prototype.delete;
  IDBObjectStore.prototype.delete = () => {
    throw new DOMException("", "AbortError");
  };
  await expect(device.tab.storage.log.mend(map, areUnusable)).rejects.toThrow();
  IDBObjectStore.prototype.delete = remove;
  expect((await everything(device.behind)).length).toBe(before.length);
  const [, kept] = await Promise.all([keepWhatIsHere(device), writer.edit(device.random)?.kept]);
  expect(kept).toBeGreaterThan(0);
  await writer.catchUp();
  const { live, isTold } = await visit(device);
  expect([isTold, written(live.map)]).toEqual([false, written(writer.live.map)]);
});

test("mending what is whole changes nothing but that nothing is lost", async () => {
  const device = await folded(below(seeded(12), 100));
  const database = new Database({
    name: device.name,
    upgrades: UPGRADES,
    say: () => undefined,
    askReload: () => undefined,
  });
  const before = await everything(device.behind);
  await mendMap(database, map, areUnusable);
  expect(await everything(device.behind)).toEqual(before);
  const found = sift(await database.use((connection) => readMap(connection, map)));
  expect([found.damaged, found.missing]).toEqual([[] as readonly KeptUpdate[], 0]);
  database.shut();
});
