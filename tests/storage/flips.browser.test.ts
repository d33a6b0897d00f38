import { expect, inject, test } from "vitest";
import type { Connection } from "#storage/schema.ts";
import { LiveMap } from "#store/live.ts";
import { below, chance, pick, type Random, seeded } from "../random-map.ts";
import { written } from "../store/written.ts";
import { freshName, map, openBehind } from "./device.ts";
import { openTab, type Tab } from "./tab.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Whether faults are caused in full number. */
    readonly allFaults: boolean;
  }
}

const stores = ["updates", "snapshots", "counts"] as const;
type Store = (typeof stores)[number];
type Fields = Record<string, unknown>;

/** What a person's map may look like on the disk: two snapshots, what came since the older, and several writers. */
async function foldedMap(random: Random, name: string): Promise<Tab> {
  const tabs = [await openTab(name), await openTab(name)] as const;
  for (let edits = 0; edits < 18; edits++) {
    const tab = pick(random, tabs);
    await tab.catchUp();
    await tab.edit(random)?.kept;
    if (edits === 6 || edits === 12) expect(await tab.fold()).toBe("folded");
  }
  return openTab(name);
}

/** The same record with some bits of one of its fields turned; keys are not part of a record's own bytes. */
function flipped(random: Random, record: Fields): Fields {
  const fields = Object.keys(record).filter((field) => !["seq", "upto", "change"].includes(field));
  const field = chance(random, 0.6) && "bytes" in record ? "bytes" : pick(random, fields)!;
  return { ...record, [field]: flippedValue(random, record[field]) };
}

function flippedValue(random: Random, value: unknown): unknown {
  const bits = 1 + below(random, 255);
  if (value instanceof Uint8Array) {
    const at = below(random, value.length);
    return value.map((byte, place) => (place === at ? byte ^ bits : byte));
  }
  if (typeof value === "number") {
    const bytes = new DataView(new ArrayBuffer(8));
    bytes.setFloat64(0, value);
    const at = below(random, 8);
    bytes.setUint8(at, bytes.getUint8(at) ^ bits);
    return bytes.getFloat64(0);
  }
  if (typeof value === "string") {
    const at = below(random, value.length);
    return value.slice(0, at) + String.fromCharCode(value.charCodeAt(at) ^ bits) + value.slice(at + 1);
  }
  if (!Array.isArray(value) || value.length === 0) return bits;
  const at = below(random, value.length);
  return value.map((item: unknown, place) => (place === at ? flippedValue(random, item) : item));
}

interface Kept {
  readonly store: Store;
  readonly record: Fields;
}

interface Fault extends Kept {
  /** What stands in the record's place; `null` when it was dropped. */
  readonly bad: Fields | null;
}

async function allRecords(behind: Connection): Promise<readonly Kept[]> {
  const lists = await Promise.all(stores.map((store) => behind.getAll(store)));
  return lists.flatMap((list, at) =>
    list.map((record) => ({ store: stores[at]!, record: { ...record } as Fields })),
  );
}

async function cause(random: Random, behind: Connection, all: readonly Kept[]): Promise<Fault> {
  const store = pick(random, stores);
  const { record } = pick(
    random,
    all.filter((kept) => kept.store === store),
  )!;
  const bad = chance(random, 0.8) ? flipped(random, record) : null;
  const transaction = behind.transaction(store, "readwrite");
  await transaction.store.delete(keyOf(store, record));
  if (bad !== null) await transaction.store.put(bad as never);
  await transaction.done;
  return { store, record, bad };
}

/** Puts the record back; returns what was in quarantine. */
async function mend(behind: Connection, { store, record, bad }: Fault): Promise<readonly unknown[]> {
  const transaction = behind.transaction([store, "quarantine"], "readwrite");
  const kept = await transaction.objectStore("quarantine").getAll();
  await transaction.objectStore("quarantine").clear();
  if (bad !== null) await transaction.objectStore(store).delete(keyOf(store, bad));
  await transaction.objectStore(store).put(record as never);
  await transaction.done;
  return kept.map((found) => found.record);
}

function keyOf(store: Store, record: Fields): never {
  if (store === "updates") return record["seq"] as never;
  return [record["map"], record[store === "snapshots" ? "upto" : "client"]] as never;
}

/** What a person gets of the map and is told about it, in a word each. */
async function visit(reader: Tab, truth: string) {
  const { updates, damaged, missing, isSpared } = await reader.storage.log.load(map);
  const live = new LiveMap(map, updates);
  const isRight = written(live.map) === truth;
  const isTold = damaged > 0 || missing > 0 || live.waits;
  live.destroy();
  return { damaged, isRight, isTold, saysNothingIsLost: damaged > 0 && isSpared };
}

/** Causes many faults to one map, one after another. Returns how often each came out how. */
async function spoil(seed: number, faults: number): Promise<Map<string, number>> {
  const random = seeded(seed);
  const name = freshName();
  const reader = await foldedMap(random, name);
  const behind = await openBehind(name);
  const truth = written(new LiveMap(map, (await reader.storage.log.load(map)).updates).map);
  const all = await allRecords(behind);
  const outcomes = new Map<string, number>();
  for (let tries = 0; tries < faults; tries++) {
    const fault = await cause(random, behind, all);
    const { damaged, isRight, isTold, saysNothingIsLost } = await visit(reader, truth);
    const kept = await mend(behind, fault);
    const what = `seed ${seed}, try ${tries}, ${fault.store} ${String(keyOf(fault.store, fault.record))}`;
    expect(isRight || isTold, `${what}: silently wrong`).toBe(true);
    expect(isRight || !saysNothingIsLost, `${what}: said to cost nothing`).toBe(true);
    expect(kept, `${what}: in quarantine`).toEqual(damaged > 0 ? [fault.bad] : []);
    const way = `${fault.store} ${fault.bad === null ? "dropped" : "flipped"}`;
    const outcome = `${way}: ${isRight ? "all there" : "the rest there"}, ${isTold ? "told" : "nothing to tell"}`;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  expect(await allRecords(behind), `seed ${seed}: all mended`).toEqual(all);
  return outcomes;
}

/** 3,000 faults in `npm run test:faults`, some hundreds in the gate. */
const faultsEach = inject("allFaults") ? 500 : 30;

test("of many records flipped or dropped, none is silently wrong, and the rest loads", async () => {
  const sum = new Map<string, number>();
  for (const outcomes of await Promise.all([19, 20, 21, 22, 23, 24].map((seed) => spoil(seed, faultsEach))))
    for (const [outcome, count] of outcomes) sum.set(outcome, (sum.get(outcome) ?? 0) + count);
  // oxlint-disable-next-line no-console -- the figures are the point
  console.info([...sum].map(([outcome, count]) => `${count} ${outcome}`).join("\n"));
}, 120_000);
