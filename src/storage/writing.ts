import type { StoreNames } from "idb";
import type { Schema } from "#storage/schema.ts";

/**
 * Writes in one strict transaction, which asks for nothing; resolves when all of it is on the disk, and rejects with
 * the browser's error. It takes the browser's own database, so that one of another window will do.
 */
export function writeStrictly(
  database: IDBDatabase,
  stores: readonly StoreNames<Schema>[],
  write: (transaction: IDBTransaction) => void,
): Promise<void> {
  const transaction = database.transaction([...stores], "readwrite", { durability: "strict" });
  return new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => {
      const { name, message } = transaction.error ?? { name: "AbortError", message: "" };
      reject(new DOMException(message, name));
    });
    write(transaction);
    transaction.commit();
  });
}
