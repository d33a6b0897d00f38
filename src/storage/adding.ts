import type { IDBPTransaction } from "idb";
import type { MapEntry, UpdateRecord } from "#store/ports.ts";
import type { Watched } from "#store/turns.ts";
import { keptCount, keptUpdate } from "#storage/records.ts";
import { removalKey } from "#storage/removed.ts";
import type { Connection, Schema } from "#storage/schema.ts";

/** A map that comes in as a whole: the records of one writer, in order, and its line of the catalogue. */
export interface NewMap {
  readonly records: readonly UpdateRecord[];
  readonly entry: MapEntry;
}

type Writing = IDBPTransaction<Schema, ("updates" | "counts" | "maps" | "settings")[], "readwrite">;

/**
 * Writes a map that is new here, in one strict transaction. Each record is sealed and handed over in a task of its own,
 * so that the page goes on however many there are. Resolves with whether all of it is on the disk: when the signal
 * aborts, nothing of it is. Rejects with the browser's error, and then nothing of it is there either.
 */
export async function addMap(
  connection: Connection,
  map: NewMap,
  { tell, signal }: Watched,
): Promise<boolean> {
  if (signal?.aborted) return false;
  const transaction = begin(connection);
  const stop = () => abort(transaction);
  signal?.addEventListener("abort", stop);
  let seqs: readonly number[];
  try {
    seqs = await writeAll(transaction, map, tell);
    await transaction.done;
  } catch (error) {
    stop();
    if (signal?.aborted) return false;
    throw transaction.error ?? error;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
  if (!signal?.aborted) return true;
  await takeBack(connection, map, seqs);
  return false;
}

function begin(connection: Connection): Writing {
  return connection.transaction(["updates", "counts", "maps", "settings"], "readwrite", {
    durability: "strict",
  });
}

async function writeAll(
  transaction: Writing,
  { records, entry }: NewMap,
  tell: Watched["tell"],
): Promise<readonly number[]> {
  const seqs: number[] = [];
  for (const record of records) {
    // The database numbers the record; the type asks for the number that it is about to have.
    const update = keptUpdate(record, seqs.length + 1) as never;
    seqs.push(await transaction.objectStore("updates").add(update));
    tell?.(seqs.length / records.length);
  }
  for (const { map, client } of records.slice(0, 1))
    await transaction.objectStore("counts").put(keptCount({ map, client, total: records.length }));
  await transaction.objectStore("maps").put(entry);
  // One of this id may have been removed for good before.
  await transaction.objectStore("settings").delete(removalKey(entry.id));
  return seqs;
}

/** What was written before anyone could say that it was not wanted any more: it goes, and nothing else. */
async function takeBack(connection: Connection, { records, entry }: NewMap, seqs: readonly number[]) {
  const transaction = begin(connection);
  await Promise.all([
    ...seqs.map((seq) => transaction.objectStore("updates").delete(seq)),
    ...records.slice(0, 1).map(({ map, client }) => transaction.objectStore("counts").delete([map, client])),
    transaction.objectStore("maps").delete(entry.id),
    transaction.done,
  ]);
}

function abort(transaction: Writing): void {
  transaction.done.catch(() => undefined);
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}
