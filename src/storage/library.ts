import type { Library, MapEntry } from "#store/ports.ts";
import type { Database } from "#storage/database.ts";
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

  watch(listener: () => void): () => void {
    return this.#tabs.listen((hint) => {
      if (hint === null || hint.type === "library") listener();
    });
  }
}
