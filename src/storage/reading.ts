import type { MapId } from "#model/ids.ts";
import { lostKey, readLost, type Stretch } from "#storage/lost.ts";
import { countMissing, isWhole, type Kept } from "#storage/records.ts";
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

/** Reads a map in one transaction. */
export async function readMap(connection: Connection, map: MapId, afterSeq = 0): Promise<Found> {
  const transaction = connection.transaction(["updates", "counts", "snapshots", "settings"]);
  const all = IDBKeyRange.bound([map, 0], [map, Number.POSITIVE_INFINITY]);
  const after = IDBKeyRange.bound([map, afterSeq], [map, Number.POSITIVE_INFINITY], true);
  const [updates, counts, snapshots, keys, lost] = await Promise.all([
    transaction.objectStore("updates").index("byMap").getAll(after),
    transaction.objectStore("counts").getAll(all),
    transaction.objectStore("snapshots").getAll(after),
    transaction.objectStore("snapshots").getAllKeys(all),
    transaction.objectStore("settings").get(lostKey(map)),
  ]);
  const uptos = keys.map(([, upto]) => upto);
  return { afterSeq, updates, counts, snapshots, uptos, lost: readLost(lost) };
}

export function sift(found: Found): Sifted {
  const updates = found.updates.filter(isWhole);
  const snapshots = found.snapshots.filter(isWhole);
  const counts = found.counts.filter(isWhole);
  const damaged: readonly Kept[] = [...found.snapshots, ...found.updates, ...found.counts].filter(
    (record) => !isWhole(record),
  );
  const isAll = found.afterSeq === 0;
  const setAside = found.updates.filter((record) => !isWhole(record));
  return {
    updates,
    snapshots,
    damaged,
    missing: isAll ? countMissing({ counts, updates, snapshots }, setAside, found.lost) : 0,
    isSpared:
      isAll &&
      counts.length === found.counts.length &&
      countMissing({ counts, updates, snapshots }, [], found.lost) === 0,
  };
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
