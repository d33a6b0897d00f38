import type { MapId } from "#model/ids.ts";
import { atOnce, type Steps } from "#model/steps.ts";
import { lostKey, readLost, type Stretch } from "#storage/lost.ts";
import { checking, countMissing, type Kept, STEP_BYTES } from "#storage/records.ts";
import type { Connection, KeptCount, KeptSnapshot, KeptUpdate } from "#storage/schema.ts";

/** What the disk has of one map from some record on, as it was found, in the order in which it was written. */
export interface Found {
  readonly afterSeq: number;
  readonly updates: readonly KeptUpdate[];
  readonly snapshots: readonly KeptSnapshot[];
  readonly counts: readonly KeptCount[];
  /** Up to where each snapshot of the map goes, also those that were not asked for. */
  readonly uptos: readonly number[];
  /** Records that the person knows to be lost. */
  readonly lost: readonly Stretch[];
}

/** What of it is whole, and what is not. */
export interface Sifted {
  readonly updates: readonly KeptUpdate[];
  readonly snapshots: readonly KeptSnapshot[];
  readonly damaged: readonly Kept[];
  /** Records that are known of, and that are not there. Counted only when everything was asked for. */
  readonly missing: number;
  /** Whether all records that are known of are in whole ones, in spite of the damage. */
  readonly isSpared: boolean;
}

/** Answers of the database hold about so many bytes, so that taking one in holds nothing up. */
const ANSWER_BYTES = 4 * 1_048_576;
const FIRST_ANSWER = 16;
const LARGEST_ANSWER = 1000;

/** Reads a map in one transaction. */
export async function readMap(connection: Connection, map: MapId, afterSeq = 0): Promise<Found> {
  const transaction = connection.transaction(["updates", "counts", "snapshots", "settings"]);
  const all = IDBKeyRange.bound([map, 0], [map, Number.POSITIVE_INFINITY]);
  const [updates, counts, { snapshots, uptos }, lost] = await Promise.all([
    allOf(updatesAfter(transaction.objectStore("updates").index("byMap"), map, afterSeq)),
    transaction.objectStore("counts").getAll(all),
    snapshotsAfter(transaction.objectStore("snapshots"), map, afterSeq),
    transaction.objectStore("settings").get(lostKey(map)),
  ]);
  return { afterSeq, updates, counts, snapshots, uptos, lost: readLost(lost) };
}

/** Where updates are found by their map. */
interface ByMap {
  getAll(range: IDBKeyRange, count: number): Promise<KeptUpdate[]>;
}

/** The updates of a map after some record, as many at a time as make no answer too large. */
export async function* updatesAfter(
  byMap: ByMap,
  map: MapId,
  afterSeq: number,
): AsyncGenerator<readonly KeptUpdate[]> {
  for (let [after, count] = [afterSeq, FIRST_ANSWER]; ;) {
    const range = IDBKeyRange.bound([map, after], [map, Number.POSITIVE_INFINITY], true);
    const answer = await byMap.getAll(range, count);
    yield answer;
    const last = answer.at(-1);
    if (last === undefined || answer.length < count) return;
    after = last.seq;
    count = Math.ceil(ANSWER_BYTES / Math.max(ANSWER_BYTES / LARGEST_ANSWER, averageOf(answer)));
  }
}

function averageOf(updates: readonly KeptUpdate[]): number {
  return updates.reduce((sum, { bytes }) => sum + lengthOf(bytes), 0) / updates.length;
}

async function allOf<Item>(answers: AsyncIterable<readonly Item[]>): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const answer of answers) all.push(...answer);
  return all;
}

/** Where snapshots are found by map and `upto`. */
interface Snapshots {
  getAllKeys(range: IDBKeyRange): Promise<(readonly [MapId, number])[]>;
  get(key: [MapId, number]): Promise<KeptSnapshot | undefined>;
}

/** The snapshots of a map that go beyond some record, each an answer of its own. */
async function snapshotsAfter(store: Snapshots, map: MapId, afterSeq: number) {
  const keys = await store.getAllKeys(IDBKeyRange.bound([map, 0], [map, Number.POSITIVE_INFINITY]));
  const uptos = keys.map(([, upto]) => upto);
  const found = await Promise.all(
    uptos.filter((upto) => upto > afterSeq).map((upto) => store.get([map, upto])),
  );
  return { uptos, snapshots: found.filter((snapshot) => snapshot !== undefined) };
}

export function sift(found: Found): Sifted {
  return atOnce(sifting(found));
}

/** As `sift`, so many bytes a step. */
export function* sifting(found: Found): Steps<Sifted> {
  const damaged = yield* damagedAmong([...found.snapshots, ...found.updates, ...found.counts]);
  const isWhole = (record: Kept) => !damaged.has(record);
  const updates = found.updates.filter(isWhole);
  const snapshots = found.snapshots.filter(isWhole);
  const counts = found.counts.filter(isWhole);
  const isAll = found.afterSeq === 0;
  const setAside = found.updates.filter((record) => damaged.has(record));
  return {
    updates,
    snapshots,
    damaged: [...damaged],
    missing: isAll ? countMissing({ counts, updates, snapshots }, setAside, found.lost) : 0,
    isSpared:
      isAll &&
      counts.length === found.counts.length &&
      countMissing({ counts, updates, snapshots }, [], found.lost) === 0,
  };
}

function* damagedAmong(records: readonly Kept[]): Steps<ReadonlySet<Kept>> {
  const damaged = new Set<Kept>();
  let bytes = 0;
  for (const [at, record] of records.entries()) {
    if (bytes > STEP_BYTES) {
      yield at / records.length;
      bytes = 0;
    }
    if (!(yield* checking(record))) damaged.add(record);
    if ("bytes" in record) bytes += lengthOf(record.bytes);
  }
  return damaged;
}

/** A damaged record may have anything in the place of its bytes. */
function lengthOf(bytes: unknown): number {
  return bytes instanceof Uint8Array ? bytes.length : 0;
}

/**
 * The fewest records that say everything: the newest snapshot and what came after it. Whoever has read further
 * than the older snapshot needs none: all updates since then are kept. Where something is amiss, everything there is.
 */
export function fewest(
  { afterSeq, uptos }: Found,
  { updates, snapshots, damaged, missing }: Sifted,
): readonly (KeptSnapshot | KeptUpdate)[] {
  if (damaged.length > 0 || missing > 0) return [...snapshots, ...updates];
  const newest = snapshots.at(-1);
  const older = uptos.at(-2);
  if (newest === undefined || (older !== undefined && older <= afterSeq)) return updates;
  return [newest, ...updates.filter(({ seq }) => seq > newest.upto)];
}

/** The updates that no snapshot holds. */
export function sinceNewest({
  snapshots,
  updates,
}: Pick<Found, "snapshots" | "updates">): readonly KeptUpdate[] {
  const upto = snapshots.at(-1)?.upto ?? 0;
  return updates.filter(({ seq }) => seq > upto);
}
