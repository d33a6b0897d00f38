import { deleteDB } from "idb";
import { afterEach, beforeEach, expect } from "vitest";
import { startWorker } from "#elements/workers.ts";
import { openStorage } from "#storage/open-storage.ts";
import type { Safekeeping, Storage } from "#store/ports.ts";
import { freshName } from "./device.ts";

const folders: string[] = [];

/** Starts the app's own worker. */
export const startWriter = () => startWorker("files");

beforeEach(() => localStorage.clear());
afterEach(async () => {
  localStorage.clear();
  const root = await navigator.storage.getDirectory();
  for (const folder of folders.splice(0))
    await root.removeEntry(folder, { recursive: true }).catch(() => undefined);
});

/** A device with a library of its own, or the next visit to one. */
export async function device(
  name = freshName(),
): Promise<{ storage: Storage; keeping: Safekeeping; name: string }> {
  folders.push(name);
  const storage = await openStorage({ name, startWriter });
  return { storage, keeping: storage.safekeeping!, name };
}

/** Deletes the database as the browser does when its files are damaged: nothing else goes with it. */
export async function throwAway(name: string): Promise<void> {
  await deleteDB(name);
}

/** The page is hidden, as when the person leaves it. */
export function leave(): void {
  Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
  Reflect.deleteProperty(document, "visibilityState");
}

/** Leaves the page, and waits until the second copy is there. */
export async function copied(keeping: Safekeeping): Promise<void> {
  leave();
  const copiedAt = async () => (await keeping.state()).copiedAt;
  await expect.poll(copiedAt, { timeout: 10_000 }).toEqual(expect.any(Number));
}
