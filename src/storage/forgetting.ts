import { deleteDB } from "idb";
import { removeLikenesses } from "#storage/likenesses.ts";
import { removeMarks } from "#storage/mark.ts";
import { copyLock, hasPrivateFiles, removePrivateFolder } from "#storage/private-files.ts";

/** Deletes everything that the app keeps in this browser: other apps of the same origin keep theirs. */
export async function forgetAll(name: string): Promise<void> {
  removeMarks();
  const done = await Promise.allSettled([
    deleteDB(name),
    forgetCopies(name),
    removeLikenesses(name),
    forgetCaches(),
    forgetWorkers(),
  ]);
  removeMarks();
  const failed = done.find((each) => each.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}

/** Waits for a copy that is just being written. */
async function forgetCopies(name: string): Promise<void> {
  if (hasPrivateFiles()) await navigator.locks.request(copyLock(name), () => removePrivateFolder(name));
}

/** Our caches are named after the address under which the app is. */
async function forgetCaches(): Promise<void> {
  if (!("caches" in globalThis)) return;
  const home = new URL(".", location.href).href;
  const names = (await caches.keys()).filter(
    (name) => name.includes(home) || name.startsWith("counterpoint"),
  );
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function forgetWorkers(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const home = new URL(".", location.href).href;
  const all = await navigator.serviceWorker.getRegistrations();
  await Promise.all(all.filter(({ scope }) => scope === home).map((each) => each.unregister()));
}
