import type { IDBPTransaction } from "idb";
import type { MapId } from "#model/ids.ts";
import { OF_DEVICE } from "#storage/settings.ts";
import type { Connection, Schema } from "#storage/schema.ts";

const REMOVED = `${OF_DEVICE}removed `;
/** Everything that holds something of a map, and the settings, in which its removal stands. */
const HOLDERS = ["maps", "updates", "counts", "snapshots", "settings"] as const;

type Removing = IDBPTransaction<Schema, typeof HOLDERS, "readwrite">;

/**
 * The setting that says that a map was removed for good. A tab that still has the map open finds it with its next
 * write, and takes that back: what it writes would stand there without what it builds on.
 */
export function removalKey(map: MapId): string {
  return `${REMOVED}${map}`;
}

export function removing(connection: Connection): Removing {
  return connection.transaction(HOLDERS, "readwrite", { durability: "strict" });
}

/** Removes all records of a map, and leaves word of it. */
export async function removeAll(transaction: Removing, map: MapId): Promise<void> {
  const all = IDBKeyRange.bound([map, 0], [map, Number.POSITIVE_INFINITY]);
  const updates = transaction.objectStore("updates");
  const seqs = await updates.index("byMap").getAllKeys(all);
  await Promise.all([
    ...seqs.map((seq) => updates.delete(seq)),
    transaction.objectStore("counts").delete(all),
    transaction.objectStore("snapshots").delete(all),
    transaction.objectStore("maps").delete(map),
    transaction.objectStore("settings").put(true, removalKey(map)),
  ]);
}

/** Takes back what was written to maps that had been removed, unless they were added anew meanwhile. */
export async function removeAgain(connection: Connection, maps: Iterable<MapId>): Promise<void> {
  const transaction = removing(connection);
  for (const map of maps) {
    const isRemoved = await transaction.objectStore("settings").getKey(removalKey(map));
    if (isRemoved !== undefined) await removeAll(transaction, map);
  }
  await transaction.done;
}

/** The maps of which there is a line although they were removed: a tab wrote it, and did not live to take it back. */
export async function writtenAfterRemoval(connection: Connection): Promise<ReadonlySet<MapId>> {
  const transaction = connection.transaction(["maps", "settings"]);
  const [ids, removed] = await Promise.all([
    transaction.objectStore("maps").getAllKeys(),
    transaction.objectStore("settings").getAllKeys(IDBKeyRange.bound(REMOVED, `${REMOVED}\uffff`)),
  ]);
  return new Set(ids.filter((id) => removed.includes(removalKey(id))));
}
