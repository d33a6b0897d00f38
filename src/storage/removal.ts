import type { IDBPTransaction } from "idb";
import type { MapId } from "#model/ids.ts";
import { fileKey, removalKey } from "#storage/removed.ts";
import type { MapEntry } from "#store/ports.ts";
import type { Connection, Schema } from "#storage/schema.ts";

/** Everything that holds something of a map, and the settings, in which its removal stands. */
const HOLDERS = ["maps", "updates", "counts", "snapshots", "settings", "images", "imageUses"] as const;

type Removing = IDBPTransaction<Schema, typeof HOLDERS, "readwrite">;

/** A transaction over all of it. */
export function removing(connection: Connection): Removing {
  return connection.transaction(HOLDERS, "readwrite", { durability: "strict" });
}

/** Removes all records of a map, and the images that no other map has shown, and leaves word of it. */
async function removeAll(transaction: Removing, map: MapId): Promise<void> {
  const all = IDBKeyRange.bound([map, 0], [map, Number.POSITIVE_INFINITY]);
  const updates = transaction.objectStore("updates");
  const seqs = await updates.index("byMap").getAllKeys(all);
  await Promise.all([
    ...seqs.map((seq) => updates.delete(seq)),
    transaction.objectStore("counts").delete(all),
    transaction.objectStore("snapshots").delete(all),
    transaction.objectStore("maps").delete(map),
    transaction.objectStore("settings").delete(fileKey(map)),
    transaction.objectStore("settings").put(true, removalKey(map)),
    removeImages(transaction, map),
  ]);
}

/** An image goes with the last map that has shown it: whatever could bring it back is gone by then. */
async function removeImages(transaction: Removing, map: MapId): Promise<void> {
  const uses = transaction.objectStore("imageUses");
  for (const { hash } of await uses.getAll(IDBKeyRange.bound([map, ""], [map, "\uffff"]))) {
    await uses.delete([map, hash]);
    if ((await uses.index("byHash").count(hash)) === 0) await transaction.objectStore("images").delete(hash);
  }
}

/** Removes a map in the bin; one that was taken out meanwhile, by whomever, stays. */
export async function removeBinned(connection: Connection, { id, binnedOn }: MapEntry): Promise<void> {
  const transaction = removing(connection);
  const entry = await transaction.objectStore("maps").get(id);
  const isStillThere = entry !== undefined && entry.deletedAt !== null && entry.binnedOn === binnedOn;
  if (isStillThere) await removeAll(transaction, id);
  await transaction.done;
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
