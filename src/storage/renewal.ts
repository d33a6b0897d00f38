import { writeStrictly } from "#storage/writing.ts";

/** Values of up to 64 KiB stand in Chromium’s journal itself; it begins a new one after 4 MiB, which is a little less than these are. */
const size = 60_000;
const count = 80;

/**
 * Whether this browser writes on at the end of the journal that its last run left, as Chromium does, whatever that end
 * looks like. After a power cut it may be zeros: a file's new length can be on the disk before what was written there.
 * What is saved behind zeros is read while the browser runs. At its next start the rest of that block is passed over in
 * silence and, where a record goes on in the next block, every database of the address is deleted.
 */
export function writesOnInOldJournals(): boolean {
  return /Chrome\//.test(navigator.userAgent);
}

/**
 * Makes the browser begin a new journal, by writing as much as that takes into one record and taking it away again.
 *
 * A write that a full disk cuts short leaves half a record in Chromium's journal (LevelDB's log), and what is saved
 * after it stands behind that half: all is well until the browser's next start, which finds the journal damaged and
 * deletes every database of this address. A journal whose records have all gone into tables is not read again.
 */
export function renewJournal(database: IDBDatabase): Promise<void> {
  const filling = crypto.getRandomValues(new Uint8Array(size));
  return writeStrictly(database, ["settings"], (transaction) => {
    const store = transaction.objectStore("settings");
    for (let at = 0; at < count; at++) store.put(filling, "renewal");
    store.delete("renewal");
  });
}
