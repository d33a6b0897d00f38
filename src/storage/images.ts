import type { ImageHash, MapId } from "#model/ids.ts";
import type { ImageBytes } from "#model/image.ts";
import type { Database } from "#storage/database.ts";
import { isOfTheDisk, reasonOf } from "#storage/log.ts";
import type { Connection } from "#storage/schema.ts";
import type { ImageStore } from "#store/image-store.ts";

/** The stores that hold images; a database of an earlier version has none of them. */
export const IMAGE_STORES = ["images", "imageUses"] as const;

/**
 * Images on this device's disk: a record each, under the hash of its bytes, and one for each map that has shown it.
 * `removal.ts` deletes an image with the last such map; nothing else deletes any, but for forgetting everything.
 */
export class DiskImages implements ImageStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async keep(map: MapId, images: ImageBytes): Promise<void> {
    await this.#write(async (connection) => {
      const transaction = connection.transaction(IMAGE_STORES, "readwrite", { durability: "strict" });
      const [kept, uses] = [transaction.objectStore("images"), transaction.objectStore("imageUses")];
      const writes = [...images].flatMap(([hash, bytes]): Promise<unknown>[] => [
        kept.put({ hash, bytes }),
        uses.put({ map, hash, size: bytes.length }),
      ]);
      await Promise.all([...writes, transaction.done]);
    });
  }

  async share(map: MapId, hashes: readonly ImageHash[]): Promise<void> {
    await this.#write(async (connection) => {
      const transaction = connection.transaction(IMAGE_STORES, "readwrite", { durability: "strict" });
      const uses = transaction.objectStore("imageUses");
      for (const hash of hashes) {
        const known = await uses.index("byHash").get(hash);
        if (known !== undefined && known.map !== map) await uses.put({ map, hash, size: known.size });
      }
      await transaction.done;
    });
  }

  read(hash: ImageHash): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.#database.use(async (connection) => {
      if (!hasImages(connection)) return null;
      return (await connection.get("images", hash))?.bytes ?? null;
    });
  }

  async #write(work: (connection: Connection) => Promise<void>): Promise<void> {
    try {
      await this.#database.use(work);
      await this.#database.outOfDanger();
    } catch (error) {
      if (isOfTheDisk(error)) this.#database.distrustJournal();
      throw new Error(reasonOf(error), { cause: error });
    }
  }
}

function hasImages(connection: Connection): boolean {
  return IMAGE_STORES.every((store) => connection.objectStoreNames.contains(store));
}

/** How much the images take up that all maps, or one of them, have shown: each is counted once. */
export async function amountOfImages(
  connection: Connection,
  map?: MapId,
): Promise<{ readonly count: number; readonly bytes: number }> {
  const range = map === undefined ? null : IDBKeyRange.bound([map, ""], [map, "\uffff"]);
  const uses = await connection.getAll("imageUses", range);
  const sizes = new Map(uses.map(({ hash, size }) => [hash, size]));
  return { count: sizes.size, bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0) };
}
