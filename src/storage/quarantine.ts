import type { MapId } from "#model/ids.ts";
import type { DamagedRecord, QuarantinePort } from "#store/ports.ts";
import type { Database } from "#storage/database.ts";
import { type Kept, placeOf } from "#storage/records.ts";

/**
 * Copies damaged records into the quarantine, as they were found; what is there already stays. The records
 * themselves stay where they are too, so it is no loss when the copying fails (a full disk): the next load tries again.
 */
export async function quarantine(database: Database, map: MapId, records: readonly Kept[]): Promise<void> {
  try {
    await database.use(async (connection) => {
      const transaction = connection.transaction("quarantine", "readwrite", { durability: "strict" });
      for (const record of records) {
        const place = placeOf(record);
        const isThere = (await transaction.store.getKey(place)) !== undefined;
        if (!isThere) await transaction.store.add({ place, map, foundAt: Date.now(), record });
      }
      await transaction.done;
    });
  } catch {
    // Said above: the records are still in their place.
  }
}

/** What was set aside on this device's disk. There is never much of it. */
export class DiskQuarantine implements QuarantinePort {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(map: MapId): Promise<readonly DamagedRecord[]> {
    const all = await this.#database.use((connection) => connection.getAll("quarantine"));
    return all.filter((found) => found.map === map);
  }
}
