import type { MapId } from "#model/ids.ts";
import type { ArchivedMap, ArchivedSnapshot, ArchivedUpdate } from "#storage/archive.ts";
import { crc32 } from "#store/crc.ts";
import type { Database } from "#storage/database.ts";
import { updatesAfter } from "#storage/reading.ts";
import { isWhole } from "#storage/records.ts";
import { writeValue } from "#storage/plain-value.ts";
import { DiskSettings } from "#storage/settings.ts";
import type { Connection, KeptUpdate, Quarantined } from "#storage/schema.ts";

/** The maps of which there is a line or a record. */
export function mapIds(database: Database): Promise<readonly MapId[]> {
  return database.use(async (connection) => {
    const transaction = connection.transaction(["maps", "updates", "snapshots"]);
    const ids = new Set(await transaction.objectStore("maps").getAllKeys());
    for (const source of [
      transaction.objectStore("updates").index("byMap"),
      transaction.objectStore("snapshots"),
    ]) {
      let cursor = await source.openKeyCursor();
      while (cursor !== null) {
        const [map] = cursor.key;
        ids.add(map);
        cursor = await cursor.continue([map, Number.POSITIVE_INFINITY] as never);
      }
    }
    return [...ids];
  });
}

/** Everything of one map that is whole; damaged records stand in the quarantine. */
export function archivedMap(database: Database, map: MapId): Promise<ArchivedMap> {
  return database.use(async (connection) => {
    const transaction = connection.transaction(["maps", "updates", "counts", "snapshots", "imageUses"]);
    const all = IDBKeyRange.bound([map, 0], [map, Number.POSITIVE_INFINITY]);
    const [entry, counts, snapshots, uses] = await Promise.all([
      transaction.objectStore("maps").get(map),
      transaction.objectStore("counts").getAll(all),
      transaction.objectStore("snapshots").getAll(all),
      transaction.objectStore("imageUses").getAll(IDBKeyRange.bound([map, ""], [map, "\uffff"])),
    ]);
    const updates: ArchivedUpdate[] = [];
    for await (const answer of updatesAfter(transaction.objectStore("updates").index("byMap"), map, 0))
      for (const update of answer) if (isWhole(update)) updates.push(plainUpdate(update));
    return {
      map,
      entry: entry ?? null,
      counts: counts.map(({ client, total }) => ({ client, total })),
      snapshots: snapshots
        .filter(isWhole)
        .map(({ through, bytes }): ArchivedSnapshot => ({ through, bytes })),
      updates,
      ...(uses.length > 0 && { images: uses.map(({ hash, size }) => ({ hash, size })) }),
    };
  });
}

function plainUpdate({ client, number, label, crc, bytes }: KeptUpdate): ArchivedUpdate {
  return { client, number, label, crc, bytes };
}

export async function* quarantinedIn(database: Database): AsyncGenerator<Quarantined> {
  for (const key of await database.use((connection) => connection.getAllKeys("quarantine"))) {
    const found = await database.use((connection) => connection.get("quarantine", key));
    if (found !== undefined) yield found;
  }
}

/** What the library is like: another text after anything has changed, but for which map was open last. */
export async function stampOf(database: Database): Promise<string> {
  const [parts, { lastOpened: _, ...settings }] = await Promise.all([
    database.use((connection) => countsOf(connection)),
    new DiskSettings(database).read(),
  ]);
  const said = new TextEncoder().encode(`${JSON.stringify(parts)}${writeValue(settings)}`);
  return `${parts.last}.${crc32(said)}`;
}

async function countsOf(connection: Connection) {
  const transaction = connection.transaction(["maps", "updates", "snapshots", "quarantine", "imageUses"]);
  const [entries, updates, last, snapshots, quarantined, images] = await Promise.all([
    transaction.objectStore("maps").getAll(),
    transaction.objectStore("updates").count(),
    transaction.objectStore("updates").openKeyCursor(null, "prev"),
    transaction.objectStore("snapshots").getAllKeys(),
    transaction.objectStore("quarantine").count(),
    transaction.objectStore("imageUses").count(),
  ]);
  return { entries, updates, last: last?.primaryKey ?? 0, snapshots, quarantined, images };
}
