import type { MapId } from "#model/ids.ts";
import type { Folder } from "#store/ports.ts";
import type { Database } from "#storage/database.ts";
import { isEnough, type Measure, measure } from "#storage/measure.ts";
import { type Found, readMap, sift, sinceNewest } from "#storage/reading.ts";
import { isWhole, keptSnapshot, throughOf } from "#storage/records.ts";
import type { KeptSnapshot, KeptUpdate } from "#storage/schema.ts";

/** What folding needs. */
export interface FoldingParts {
  readonly database: Database;
  readonly folder: Folder;
  /** From when on it is worth it. */
  readonly enough: Measure;
}

/**
 * What came of it: something waits, is missing or damaged (`not whole`), another tab is at it (`taken`), or this
 * engine has no means to (`impossible`). Whatever it is, nothing is lost by it.
 */
export type Outcome = "folded" | "too little" | "not whole" | "taken" | "impossible";

/**
 * Folds the log of a map into one record, if there is enough of it. One tab at a time does; the others write on.
 * Two such snapshots are kept, and every update since the older, so that whichever record is damaged, others say the
 * same. Nothing is dropped before what stays was read back and shown to make the same document as all there was.
 */
export async function foldMap(parts: FoldingParts, map: MapId): Promise<Outcome> {
  if (!("locks" in navigator)) return "impossible";
  const lock = `${parts.database.name} folds ${map}`;
  return navigator.locks.request(lock, { ifAvailable: true }, async (held) => {
    if (held === null) return "taken";
    try {
      return await foldAlone(parts, map);
    } catch {
      return "impossible";
    }
  });
}

async function foldAlone({ database, folder, enough }: FoldingParts, map: MapId): Promise<Outcome> {
  const found = await database.use((connection) => readMap(connection, map));
  const { damaged, missing } = sift(found);
  if (damaged.length > 0 || missing > 0) return "not whole";
  if (!isEnough(measure(sinceNewest(found)), enough)) return "too little";
  const all = bytesOf([...found.snapshots, ...found.updates]);
  const bytes = await folder.fold(all);
  if (bytes === null) return "not whole";
  await database.outOfDanger();
  const snapshot = keptSnapshot({
    map,
    upto: found.updates.at(-1)?.seq ?? 0,
    through: throughOf(found.snapshots, found.updates),
    bytes,
  });
  const ways = (kept: KeptSnapshot) => folder.areSame([all, ...waysAfter(found, kept)]);
  if (!(await prove(database, snapshot, ways))) return "not whole";
  await dropWhatStandsTwice(database, found);
  return "folded";
}

/** Writes a snapshot and looks at what the disk gives back. One that cannot be shown to be right does not stay. */
async function prove(
  database: Database,
  snapshot: KeptSnapshot,
  isRight: (kept: KeptSnapshot) => Promise<boolean>,
): Promise<boolean> {
  let isProven = false;
  try {
    const kept = await writeAndReadBack(database, snapshot);
    isProven = kept !== null && (await isRight(kept));
    return isProven;
  } finally {
    if (!isProven) await drop(database, [snapshot], []);
  }
}

/** `null` when what the disk gives back is not what it was given. */
async function writeAndReadBack(database: Database, snapshot: KeptSnapshot): Promise<KeptSnapshot | null> {
  await database.use(async (connection) => {
    const transaction = connection.transaction("snapshots", "readwrite", { durability: "strict" });
    await Promise.all([transaction.store.put(snapshot), transaction.done]);
  });
  const kept = await database.use((connection) => connection.get("snapshots", [snapshot.map, snapshot.upto]));
  return kept !== undefined && isWhole(kept) && kept.crc === snapshot.crc ? kept : null;
}

/** The two ways that remain to make the document: from the new snapshot, and from the one before and what came since. */
function waysAfter(
  { snapshots, updates }: Found,
  kept: KeptSnapshot,
): readonly (readonly Uint8Array<ArrayBuffer>[])[] {
  const older = snapshots.at(-1);
  if (older === undefined) return [[kept.bytes]];
  return [[kept.bytes], bytesOf([older, ...updates.filter(({ seq }) => seq > older.upto)])];
}

/** What was newest is now the older of two: what it holds, and what came before it, is dropped. */
async function dropWhatStandsTwice(database: Database, { snapshots, updates }: Found): Promise<void> {
  const older = snapshots.at(-1);
  if (older === undefined) return;
  const inOlder = updates.filter(({ seq }) => seq <= older.upto);
  await drop(database, snapshots.slice(0, -1), inOlder);
}

async function drop(
  database: Database,
  snapshots: readonly KeptSnapshot[],
  updates: readonly KeptUpdate[],
): Promise<void> {
  await database.use(async (connection) => {
    const transaction = connection.transaction(["snapshots", "updates"], "readwrite", {
      durability: "strict",
    });
    await Promise.all([
      ...snapshots.map(({ map, upto }) => transaction.objectStore("snapshots").delete([map, upto])),
      ...updates.map(({ seq }) => transaction.objectStore("updates").delete(seq)),
      transaction.done,
    ]);
  });
}

function bytesOf(records: readonly (KeptSnapshot | KeptUpdate)[]): readonly Uint8Array<ArrayBuffer>[] {
  return records.map(({ bytes }) => bytes);
}
