import type { MapId } from "#model/ids.ts";
import { atOnce, type Steps } from "#model/steps.ts";
import type { UpdateRecord } from "#store/ports.ts";
import { crc32 } from "#store/crc.ts";
import type { Stretch } from "#storage/lost.ts";
import type { KeptCount, KeptSnapshot, KeptUpdate } from "#storage/schema.ts";

/** An update before the database has numbered it. */
export type NewUpdate = Omit<KeptUpdate, "seq">;

/** What can be found damaged. */
export type Kept = KeptUpdate | KeptSnapshot | KeptCount;

/** A record as it goes to the disk: its writer's `number`th, with its checksum. */
export function keptUpdate({ map, client, label, bytes, change }: UpdateRecord, number: number): NewUpdate {
  const kept = { map, client, number, label, bytes, change };
  return { ...kept, crc: updateCrc(kept) };
}

/** What a writer has written so far, with its checksum. */
export function keptCount(count: Omit<KeptCount, "crc">): KeptCount {
  return { ...count, crc: countCrc(count) };
}

/** A snapshot with its checksum. */
export function keptSnapshot(snapshot: Omit<KeptSnapshot, "crc">): KeptSnapshot {
  return { ...snapshot, crc: snapshotCrc(snapshot) };
}

/** How many bytes of records a step goes through, some milliseconds of work. */
export const STEP_BYTES = 4 * 1_048_576;

/** Whether a record is what was written. Total: a record may be of any shape. */
export function isWhole(record: Kept): boolean {
  return atOnce(checking(record));
}

/** As `isWhole`, so many bytes a step. */
export function* checking(record: Kept): Steps<boolean> {
  try {
    if ("seq" in record)
      return isBytes(record.bytes) && record.crc === (yield* summing(record, updateHead(record)));
    if ("upto" in record)
      return isBytes(record.bytes) && record.crc === (yield* summing(record, snapshotHead(record)));
    return Number.isSafeInteger(record.total) && (record.crc ?? countCrc(record)) === countCrc(record);
  } catch {
    return false;
  }
}

/**
 * Client numbers from here on belong to no document and no seed: they name snapshots that were brought back from a
 * copy as records of their own. Such a record's label says how far it goes, as a snapshot's `through` does.
 */
export const FIRST_RESTORED_CLIENT = 2 ** 49;

/** What there is of one map's writers, each record whole, but for those that are set aside. */
export interface Written {
  readonly counts: readonly Pick<KeptCount, "client" | "total">[];
  readonly updates: readonly Pick<KeptUpdate, "client" | "number" | "label">[];
  readonly snapshots: readonly Pick<KeptSnapshot, "through">[];
}

/**
 * How many records are not there: of each writer's, from the first to the last that is known of, those that neither
 * stand in the log nor went into a snapshot. What was `setAside` as damaged is there, in so far as it says which it was,
 * and what the person knows to be `lost` is not missed.
 */
export function countMissing(
  written: Written,
  setAside: readonly Pick<KeptUpdate, "client" | "number">[] = [],
  lost: readonly Stretch[] = [],
): number {
  const missing = missingFrom(written, setAside, lost);
  return missing.reduce((sum, [, from, to]) => sum + to - from + 1, 0);
}

/** Which records are not there, in the same sense. */
export function missingFrom(
  { counts, updates, snapshots }: Written,
  setAside: readonly Pick<KeptUpdate, "client" | "number">[] = [],
  lost: readonly Stretch[] = [],
): readonly Stretch[] {
  const folded = new Map(throughOf([...snapshots, ...broughtBack(updates)], []));
  const last = new Map(throughOf(snapshots, updates));
  for (const { client, total } of counts) last.set(client, Math.max(total, last.get(client) ?? 0));
  const there = new Map([...last.keys()].map((client): [number, [number, number][]] => [client, []]));
  for (const { client, number } of [...updates, ...setAside]) there.get(client)?.push([number, number]);
  for (const [client, from, to] of lost) there.get(client)?.push([from, to]);
  return [...last].flatMap(([client, end]) =>
    gapsIn(there.get(client) ?? [], folded.get(client) ?? 0, end).map(([from, to]): Stretch => [
      client,
      from,
      to,
    ]),
  );
}

/** What is not covered of the numbers after `start`, up to and with `end`. */
function gapsIn(
  covered: readonly (readonly [from: number, to: number])[],
  start: number,
  end: number,
): readonly (readonly [from: number, to: number])[] {
  const gaps: [number, number][] = [];
  let next = start + 1;
  for (const [from, to] of covered.toSorted(([one], [other]) => one - other)) {
    if (from > end) break;
    if (from > next) gaps.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  if (next <= end) gaps.push([next, end]);
  return gaps;
}

/** For each writer, how far these go. */
export function throughOf(
  snapshots: Written["snapshots"],
  updates: Written["updates"],
): KeptSnapshot["through"] {
  const through = new Map<number, number>();
  const reach = (client: number, number: number) =>
    through.set(client, Math.max(number, through.get(client) ?? 0));
  for (const { through: its } of [...snapshots, ...broughtBack(updates)])
    for (const [client, number] of its) reach(client, number);
  for (const { client, number } of updates) reach(client, number);
  return [...through];
}

/** The snapshots among these records. */
export function broughtBack(updates: Written["updates"]): Written["snapshots"] {
  return updates
    .filter(({ client }) => client >= FIRST_RESTORED_CLIENT)
    .map(({ label }) => ({ through: throughIn(label) }));
}

function throughIn(label: string): KeptSnapshot["through"] {
  try {
    const read: unknown = JSON.parse(label);
    return Array.isArray(read) ? read.filter(isReach) : [];
  } catch {
    return [];
  }
}

function isReach(pair: unknown): pair is KeptSnapshot["through"][number] {
  return Array.isArray(pair) && pair.length === 2 && pair.every(Number.isSafeInteger);
}

/** Where a record stands, for the quarantine. */
export function placeOf(record: Kept): string {
  if ("seq" in record) return `updates ${record.seq}`;
  if ("upto" in record) return `snapshots ${record.map} ${record.upto}`;
  return `counts ${record.map} ${record.client}`;
}

function updateCrc(update: Omit<NewUpdate, "crc" | "change">): number {
  return atOnce(summing(update, updateHead(update)));
}

function snapshotCrc(snapshot: Omit<KeptSnapshot, "crc">): number {
  return atOnce(summing(snapshot, snapshotHead(snapshot)));
}

function countCrc({ map, client, total }: Omit<KeptCount, "crc">): number {
  return headCrc([map, client, total]);
}

function updateHead({ map, client, number, label }: Omit<NewUpdate, "crc" | "change">): number {
  return headCrc([map, client, number, label]);
}

function snapshotHead({ map, upto, through }: Omit<KeptSnapshot, "crc">): number {
  return headCrc([map, upto, through]);
}

function headCrc(head: readonly (MapId | string | number | KeptSnapshot["through"])[]): number {
  return crc32(new TextEncoder().encode(JSON.stringify(head)));
}

/** The checksum of a record's head and bytes, so many bytes a step. */
function* summing({ bytes }: { readonly bytes: Uint8Array }, head: number): Steps<number> {
  let crc = head;
  for (let at = 0; at < bytes.length; at += STEP_BYTES) {
    if (at > 0) yield at / bytes.length;
    crc = crc32(bytes.subarray(at, at + STEP_BYTES), crc);
  }
  return crc;
}

function isBytes(bytes: unknown): boolean {
  return bytes instanceof Uint8Array;
}
