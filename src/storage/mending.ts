import type { MapId } from "#model/ids.ts";
import type { Database } from "#storage/database.ts";
import { lostKey } from "#storage/lost.ts";
import { readMap, sift } from "#storage/reading.ts";
import { type Kept, missingFrom, placeOf } from "#storage/records.ts";
import type { Connection, KeptUpdate } from "#storage/schema.ts";

/** Everything that mending touches. */
const TOUCHED = ["updates", "snapshots", "counts", "quarantine", "settings"] as const;

/**
 * Makes a map's log whole again with what is there: records that are damaged, and those that `areUnusable` says no
 * document can be made of, go into the quarantine and out of the log, in one strict transaction; what is missing then
 * is taken as lost, and not told again. All that is to stay must stand in the log before. No fold runs meanwhile.
 */
export async function mendMap(
  database: Database,
  map: MapId,
  areUnusable: (updates: readonly Uint8Array<ArrayBuffer>[]) => readonly boolean[],
): Promise<void> {
  const mend = () => database.use((connection) => mendAlone(connection, map, areUnusable));
  await ("locks" in navigator ? navigator.locks.request(`${database.name} folds ${map}`, mend) : mend());
}

async function mendAlone(
  connection: Connection,
  map: MapId,
  areUnusable: (updates: readonly Uint8Array<ArrayBuffer>[]) => readonly boolean[],
): Promise<void> {
  const found = await readMap(connection, map);
  const { updates, snapshots, damaged } = sift(found);
  const whole = [...snapshots, ...updates];
  const unusable = areUnusable(whole.map(({ bytes }) => bytes));
  const out: readonly Kept[] = [...damaged, ...whole.filter((_, at) => unusable[at])];
  const stays = <Record extends Kept>(records: readonly Record[]) =>
    records.filter((record) => !out.includes(record));
  const left = {
    updates: stays<KeptUpdate>(found.updates),
    snapshots: stays(found.snapshots),
    counts: stays(found.counts),
  };
  await takeOut(connection, map, out, missingFrom(left));
}

/** A record is in the quarantine, as it was found, before it goes from its place: the transaction does both or neither. */
async function takeOut(
  connection: Connection,
  map: MapId,
  out: readonly Kept[],
  lost: ReturnType<typeof missingFrom>,
): Promise<void> {
  const transaction = connection.transaction(TOUCHED, "readwrite", { durability: "strict" });
  const quarantine = transaction.objectStore("quarantine");
  for (const record of out) {
    const place = placeOf(record);
    if ((await quarantine.getKey(place)) === undefined)
      await quarantine.add({ place, map, foundAt: Date.now(), record });
    if ("seq" in record) await transaction.objectStore("updates").delete(record.seq);
    else if ("upto" in record) await transaction.objectStore("snapshots").delete([record.map, record.upto]);
    else await transaction.objectStore("counts").delete([record.map, record.client]);
  }
  await transaction.objectStore("settings").put(lost, lostKey(map));
  await transaction.done;
}
