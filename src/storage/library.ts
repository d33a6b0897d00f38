import type { Library, MapEntry } from "#store/ports.ts";
import type { Database } from "#storage/database.ts";
import { writtenAfterRemoval } from "#storage/removed.ts";
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
    return this.#database.use(async (connection) => {
      const [entries, removed] = await Promise.all([
        connection.getAll("maps"),
        writtenAfterRemoval(connection),
      ]);
      return entries.filter(({ id }) => !removed.has(id));
    });
  }

  async put(entry: MapEntry): Promise<void> {
    await this.#database.use(async (connection) => {
      const transaction = connection.transaction("maps", "readwrite", { durability: "strict" });
      await Promise.all([transaction.store.put(entry), transaction.done]);
    });
    await this.#database.outOfDanger();
    this.#tabs.tell({ type: "library" });
  }

  /** With `removeAgain`, the one place that deletes all records of a map, in one transaction; the quarantine stays. */
  async removeForGood(binned: MapEntry): Promise<void> {
    const { removeBinned } = await import("#storage/removal.ts");
    await this.#database.use((connection) => removeBinned(connection, binned));
    this.#tabs.tell({ type: "library" });
    const { removeLikeness } = await import("#storage/likenesses.ts");
    await removeLikeness(this.#database.name, binned.id);
  }

  async clearRemoved(): Promise<void> {
    const left = await this.#database.use(writtenAfterRemoval);
    if (left.size === 0) return;
    const { removeAgain } = await import("#storage/removal.ts");
    await this.#database.use((connection) => removeAgain(connection, left));
  }

  watch(listener: () => void): () => void {
    return this.#tabs.listen((hint) => {
      if (hint === null || hint.type === "library") listener();
    });
  }
}
