import type { IDBPTransaction } from "idb";
import type { MapId } from "#model/ids.ts";
import type { Library, MapEntry } from "#store/ports.ts";
import type { Database } from "#storage/database.ts";
import type { Schema } from "#storage/schema.ts";
import type { Tabs } from "#storage/tabs.ts";

/** The catalogue on this device's disk. `put` resolves when the line is on the disk. */
export class DiskLibrary implements Library {
  readonly #database: Database;
  readonly #tabs: Tabs;

  constructor(database: Database, tabs: Tabs) {
    this.#database = database;
    this.#tabs = tabs;
  }

  list(): Promise<readonly MapEntry[]> {
    return this.#database.use((connection) => connection.getAll("maps"));
  }

  async put(entry: MapEntry): Promise<void> {
    await this.#database.use(async (connection) => {
      const transaction = connection.transaction("maps", "readwrite", { durability: "strict" });
      await Promise.all([transaction.store.put(entry), transaction.done]);
    });
    this.#tabs.tell({ type: "library" });
  }

  /** The one place that deletes records, and it deletes all of a map's in one transaction; the quarantine stays. */
  async removeForGood({ id, binnedOn }: MapEntry): Promise<void> {
    await this.#database.use(async (connection) => {
      const transaction = connection.transaction(["maps", "updates", "counts", "snapshots"], "readwrite", {
        durability: "strict",
      });
      const entry = await transaction.objectStore("maps").get(id);
      const isStillThere = entry !== undefined && entry.deletedAt !== null && entry.binnedOn === binnedOn;
      if (isStillThere) await removeAll(transaction, id);
      await transaction.done;
    });
    this.#tabs.tell({ type: "library" });
  }

  watch(listener: () => void): () => void {
    return this.#tabs.listen((hint) => {
      if (hint === null || hint.type === "library") listener();
    });
  }
}

async function removeAll(
  transaction: IDBPTransaction<Schema, ("maps" | "updates" | "counts" | "snapshots")[], "readwrite">,
  map: MapId,
): Promise<void> {
  const all = IDBKeyRange.bound([map, 0], [map, Number.POSITIVE_INFINITY]);
  const updates = transaction.objectStore("updates");
  const seqs = await updates.index("byMap").getAllKeys(all);
  await Promise.all([
    ...seqs.map((seq) => updates.delete(seq)),
    transaction.objectStore("counts").delete(all),
    transaction.objectStore("snapshots").delete(all),
    transaction.objectStore("maps").delete(map),
  ]);
}
