import type { MapId } from "#model/ids.ts";
import type { MapEntry } from "#store/ports.ts";
import { lossOf } from "#storage/copies.ts";
import type { Database } from "#storage/database.ts";
import { type LeftNote, putNote, readNote } from "#storage/left-notes.ts";
import { noteKeys, readMark } from "#storage/mark.ts";
import { mergeMap } from "#storage/merging.ts";
import { removalKey } from "#storage/removed.ts";

/**
 * Brings to the disk what earlier pages have left for it, and has come there by no other way. Doing it again, or in two
 * tabs at once, adds nothing: records keep their writers and numbers. Where the library is lost all is left for another
 * time. Resolves with the maps that it changed; rejects when the disk cannot be written, and then leaves the notes.
 */
export async function takeUp(database: Database): Promise<ReadonlySet<MapId>> {
  const changed = new Set<MapId>();
  if (await isLost(database)) return changed;
  for (const key of noteKeys(database.name)) {
    const before = localStorage.getItem(key);
    const note = readNote(key);
    if (note === null) await setAside(database, key);
    else if (note !== undefined && note.records.length > 0) {
      for (const map of new Set(note.records.map((record) => record.map)))
        if (await takeIn(database, note, map)) changed.add(map);
      if (changed.size > 0) await database.outOfDanger();
      // A page that lives on may have left more meanwhile.
      if (localStorage.getItem(key) === before) putNote(key, { ...note, records: [] });
    }
  }
  return changed;
}

/** A mark may have gone with the database: on a full disk Chromium empties localStorage too. The copies tell as well. */
async function isLost(database: Database): Promise<boolean> {
  if ((await database.use((connection) => connection.count("maps"))) > 0) return false;
  return (await lossOf(database, readMark(database.name))) !== null;
}

async function takeIn(database: Database, { records, entries }: LeftNote, map: MapId): Promise<boolean> {
  const isRemoved = await database.use((connection) => connection.getKey("settings", removalKey(map)));
  if (isRemoved !== undefined) return false;
  const updates = records.filter((record) => record.map === map);
  const totals = new Map(updates.map(({ client, number }) => [client, number]));
  const entry = entries.findLast(({ id }) => id === map) ?? null;
  const counts = [...totals].map(([client, total]) => ({ client, total }));
  const merged = await mergeMap(database, { map, entry, counts, snapshots: [], updates });
  if (merged === "merged" && entry !== null) await bringUp(database, entry);
  return merged !== "unchanged";
}

/** The map's line says what the latest edit made of the map. */
async function bringUp(
  database: Database,
  { id, title, question, claims, editedAt }: MapEntry,
): Promise<void> {
  await database.use(async (connection) => {
    const transaction = connection.transaction("maps", "readwrite", { durability: "strict" });
    const line = await transaction.store.get(id);
    if (line !== undefined && line.editedAt < editedAt)
      await transaction.store.put({ ...line, title, question, claims, editedAt });
    await transaction.done;
  });
}

/** A damaged note is kept as it was found. */
async function setAside(database: Database, key: string): Promise<void> {
  const record = localStorage.getItem(key);
  await database.use((connection) =>
    connection.put("quarantine", { place: key, map: "" as MapId, foundAt: Date.now(), record }),
  );
  localStorage.removeItem(key);
}
