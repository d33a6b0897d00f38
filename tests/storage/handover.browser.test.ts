import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { MapId } from "#model/ids.ts";
import { Database } from "#storage/database.ts";
import { openStorage, UPGRADES } from "#storage/open-storage.ts";
import { takeUp } from "#storage/taking-up.ts";
import type { Storage, UpdateRecord } from "#store/ports.ts";
import { Maps } from "#store/maps.ts";
import { argumentMap, claimId } from "../notation.ts";
import { say } from "../store/edits.ts";
import { ships } from "../store/shipping.ts";
import { entry, freshName, map, openBehind, record } from "./device.ts";
import { copied, device, throwAway } from "./visits.ts";

const other = { ...record(8, 3), map: "other" as MapId };
const thaw = { ...argumentMap("A; +B > A; -C > A"), id: "thaw" as MapId };

beforeEach(() => localStorage.clear());
afterEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});

/** From now on the disk refuses what is written, as a full one does. */
function refuseWrites(): void {
  const begin = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (
    this: IDBDatabase,
    ...asked: Parameters<IDBDatabase["transaction"]>
  ) {
    if (asked[1] === "readwrite") throw new DOMException("", "QuotaExceededError");
    return begin.apply(this, asked);
  });
}

/** A page that goes while its records wait for the disk: it does not come to trying again. */
async function goes(name: string, ...records: readonly UpdateRecord[]): Promise<void> {
  const storage = await openStorage({ name });
  const handover = await storage.openHandover!();
  refuseWrites();
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const refused = new Promise<void>((resolve) => {
    storage.log.watchTrouble((reason) => (reason === null ? undefined : resolve()));
  });
  for (const each of records) void storage.log.append([each], { ...entry, id: each.map, editedAt: 9 });
  expect(handover.leave([])).toBe(true);
  await refused;
  vi.useRealTimers();
}

/** The next visit, on a disk that works. */
async function returns(name: string): Promise<Storage> {
  vi.restoreAllMocks();
  return openStorage({ name });
}

function longRecord(first: number): UpdateRecord {
  return { ...record(7), bytes: new Uint8Array(300_000).fill(first) };
}

/** Does something as a page of this app that is closed after it. */
function inAnotherPage(act: (page: Window) => void): void {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  act(frame.contentWindow!);
  frame.remove();
}

const notes = () => Object.keys(localStorage).filter((key) => key.startsWith("counterpoint.left"));

async function bytesIn({ log }: Storage, id = map): Promise<number[][]> {
  return (await log.load(id)).updates.map((bytes) => Array.from(bytes));
}

describe("what waits for the disk when a page goes", () => {
  test("is there at the next visit, once, and the note is gone", async () => {
    const name = freshName();
    await goes(name, record(7, 1), record(7, 2), other);
    const storage = await returns(name);
    expect(await bytesIn(storage)).toEqual([[1], [2]]);
    expect(await bytesIn(storage, other.map)).toEqual([[3]]);
    expect(await storage.log.load(map)).toMatchObject({ damaged: 0, missing: 0 });
    expect((await storage.library.list()).map(({ id, editedAt }) => [id, editedAt])).toEqual([
      ["map", 9],
      ["other", 9],
    ]);
    expect(notes()).toEqual([]);
    expect(await bytesIn(await returns(name))).toEqual([[1], [2]]);
  });

  test("has its line brought up, but not out of the bin", async () => {
    const name = freshName();
    const before = await openStorage({ name });
    await before.log.append([record(6, 0)], { ...entry, title: "Before", deletedAt: 7 });
    await goes(name, record(7, 1));
    const [line] = await (await returns(name)).library.list();
    expect(line).toMatchObject({ title: "The thaw", editedAt: 9, deletedAt: 7 });
  });

  test("of two pages is kept apart, and all of it is taken up", async () => {
    const name = freshName();
    await goes(name, record(7, 1));
    vi.restoreAllMocks();
    await goes(name, record(8, 2));
    expect(await bytesIn(await returns(name))).toEqual([[1], [2]]);
    expect(notes()).toEqual([]);
  });

  test("is there once, although it came to the disk after all, and two tabs take it up at once", async () => {
    const name = freshName();
    const storage = await openStorage({ name });
    const handover = await storage.openHandover!();
    const written = storage.log.append([record(7, 1)], entry);
    handover.leave([]);
    await written;
    const database = new Database({
      name,
      upgrades: UPGRADES,
      say: () => undefined,
      askReload: () => undefined,
    });
    await Promise.all([takeUp(database), takeUp(database)]);
    expect(await (await openBehind()).count("updates")).toBe(1);
    expect(notes()).toEqual([]);
    database.shut();
  });

  test("is there in a tab that was open before the page went", async () => {
    const name = freshName();
    await goes(name, record(7, 1));
    const [[key, note] = ["", ""]] = Object.entries(localStorage);
    localStorage.clear();
    const storage = await returns(name);
    const heard = vi.fn<(grown: MapId | null) => void>();
    storage.log.watch(heard);
    inAnotherPage((page) => page.localStorage.setItem(key, note));
    await expect.poll(() => bytesIn(storage)).toEqual([[1]]);
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith(map));
    expect(notes()).toEqual([]);
  });

  test("is no note any more when it has come to the disk while the page lives", async () => {
    const storage = await openStorage({ name: freshName() });
    const handover = await storage.openHandover!();
    const written = storage.log.append([record(7, 1)], entry);
    handover.leave([]);
    handover.clear();
    expect(notes(), "it still waits").toHaveLength(1);
    await written;
    handover.clear();
    expect(notes()).toEqual([]);
    expect(handover.leave([])).toBe(false);
    expect(notes()).toEqual([]);
  });

  test("stays for another time when the disk refuses it again", async () => {
    const name = freshName();
    await goes(name, record(7, 1));
    const [note] = notes();
    await openStorage({ name });
    expect(notes()).toEqual([note]);
    expect(await bytesIn(await returns(name))).toEqual([[1]]);
  });

  test("stays for another time when the browser has thrown the library away", async () => {
    const name = freshName();
    await goes(name, record(7, 1));
    localStorage.setItem(`counterpoint.mark ${name}`, JSON.stringify({ maps: 3, at: 1, isLost: false }));
    const storage = await returns(name);
    expect(await storage.library.list()).toEqual([]);
    expect(await storage.safekeeping!.findLoss()).toMatchObject({ maps: 3 });
    expect(notes()).toHaveLength(1);
  });

  test("stays for another time when the mark of that library is gone too, and a second copy tells of it", async () => {
    const { storage, keeping, name } = await device();
    await storage.log.append([record(6, 0)], entry);
    await copied(keeping);
    await throwAway(name);
    await goes(name, record(7, 1));
    localStorage.removeItem(`counterpoint.mark ${name}`);
    const next = await returns(name);
    expect(await next.library.list()).toEqual([]);
    expect(await next.safekeeping!.findLoss()).toMatchObject({ maps: 1, copy: { maps: 1, isWhole: true } });
    expect(notes()).toHaveLength(1);
  });

  test("is nothing to a map that was removed for good meanwhile", async () => {
    const name = freshName();
    const before = await openStorage({ name });
    const binned = { ...entry, deletedAt: 7, binnedOn: 3 };
    await before.log.append([record(6, 0)], binned);
    await before.log.append([other], { ...entry, id: other.map });
    await goes(name, record(7, 1));
    vi.restoreAllMocks();
    await before.library.removeForGood(binned);
    const storage = await returns(name);
    expect(await bytesIn(storage)).toEqual([]);
    expect((await storage.library.list()).map(({ id }) => id)).toEqual([other.map]);
    expect(notes()).toEqual([]);
  });

  test("is kept from its beginning, as far as a note may be long", async () => {
    const name = freshName();
    await goes(name, ...[1, 2, 3, 4].map(longRecord));
    expect(localStorage.getItem(notes()[0]!)!.length).toBeLessThan(1_000_000);
    expect((await bytesIn(await returns(name))).map(([first]) => first)).toEqual([1, 2]);
  });

  test("that was damaged is set aside as it was found, and harms nothing", async () => {
    const name = freshName();
    await goes(name, record(7, 1));
    vi.restoreAllMocks();
    await goes(name, record(8, 2));
    const [damaged = ""] = notes();
    const found = localStorage.getItem(damaged)!.replace("}", "]");
    localStorage.setItem(damaged, found);
    const storage = await returns(name);
    expect(await bytesIn(storage)).toHaveLength(1);
    expect(notes()).toEqual([]);
    expect(await (await openBehind()).get("quarantine", damaged)).toMatchObject({ record: found });
  });
});

/** A new visitor, whose first edits are made and who goes before the seed has come. */
async function firstVisit(name: string): Promise<Maps> {
  const shipped = { ...ships(thaw), seed: () => new Promise<never>(() => undefined) };
  const maps = await Maps.open({ ...(await openStorage({ name })), shipped: [shipped] });
  const open = (await maps.openMap(thaw.id))!;
  open.run(say, { claim: "A", text: "The thaw" }, { gesture: "typing" });
  open.run(say, { claim: "A", text: "The thaw began" }, { gesture: "typing" });
  open.run(say, { claim: "D", text: "A new claim" });
  open.run(say, { claim: "B", text: "Taken back" });
  open.undo();
  await expect.poll(() => (maps.handOver(), notes())).toHaveLength(1);
  return maps;
}

const visit = async (name: string) => Maps.open({ ...(await openStorage({ name })), shipped: [ships(thaw)] });

describe("what was done to a shipped map whose document never came", () => {
  test("is done again at the next visit, and then is on the disk", async () => {
    const name = freshName();
    await firstVisit(name);
    const maps = await visit(name);
    const open = (await maps.openMap(thaw.id))!;
    const textsOf = (...names: readonly string[]) =>
      names.map((name) => open.map.value.claims.get(claimId(name))?.text);
    await expect.poll(() => textsOf("A", "B", "D")).toEqual(["The thaw began", "B", "A new claim"]);
    await expect.poll(notes).toEqual([]);
    expect(open.saving.value).toEqual({ state: "saved" });
    await maps.close();
    const again = (await (await visit(name)).openMap(thaw.id))!;
    expect(again.map.value.claims.get(claimId("A"))?.text).toBe("The thaw began");
    expect(again.history.value.undo).toBeNull();
  });

  test("is left as soon as it is done, though no one says that the page goes, and is no note any more when it is kept", async () => {
    const come = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
    const shipped = { ...ships(thaw), seed: () => come.promise };
    const maps = await Maps.open({ ...(await openStorage({ name: freshName() })), shipped: [shipped] });
    const open = (await maps.openMap(thaw.id))!;
    open.run(say, { claim: "A", text: "First" });
    await expect.poll(notes).toHaveLength(1);
    open.run(say, { claim: "B", text: "Second" });
    expect(localStorage.getItem(notes()[0]!), "in the same task").toContain("Second");
    come.resolve(await ships(thaw).seed());
    await expect.poll(notes).toEqual([]);
    expect(open.saving.value).toEqual({ state: "saved" });
    await maps.close();
  });

  test("is done once, whoever else has done it or has written on since", async () => {
    const name = freshName();
    await firstVisit(name);
    const [one, other] = [await visit(name), await visit(name)];
    const open = [(await one.openMap(thaw.id))!, (await other.openMap(thaw.id))!] as const;
    await expect.poll(() => open.map(({ map: { value } }) => value.claims.size)).toEqual([4, 4]);
    await expect.poll(notes).toEqual([]);
    open[0].run(say, { claim: "A", text: "The thaw began in 1953" });
    await open[0].flush();
    await Promise.all([one.close(), other.close()]);
    const last = (await (await visit(name)).openMap(thaw.id))!;
    const texts = [...last.map.value.claims.values()].map(({ text }) => text).toSorted();
    expect(texts).toEqual(["A new claim", "B", "C", "The thaw began in 1953"]);
  });
});
