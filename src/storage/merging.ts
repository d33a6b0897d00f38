import type { MapId } from "#model/ids.ts";
import type { ArchivedMap, ArchivedSnapshot } from "#storage/archive.ts";
import { crc32 } from "#store/crc.ts";
import type { Database } from "#storage/database.ts";
import { isLost, lostKey, readLost, type Stretch } from "#storage/lost.ts";
import {
  broughtBack,
  FIRST_RESTORED_CLIENT,
  isWhole,
  keptCount,
  keptUpdate,
  type NewUpdate,
  throughOf,
} from "#storage/records.ts";
import { removing } from "#storage/removal.ts";
import { removalKey } from "#storage/removed.ts";
import type { Connection, KeptImage, KeptSnapshot, KeptUpdate, Quarantined } from "#storage/schema.ts";

export type Merged = "added" | "merged" | "unchanged";

/** Which records of a map the device has, however it has them. */
interface Held {
  /** Writer, number and checksum of each whole record in the log. */
  readonly records: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** Of each writer, how many records went into a snapshot. */
  readonly through: ReadonlyMap<number, number>;
  /** Records that the person knows to be lost: they are in no snapshot, however far it goes. */
  readonly lost: readonly Stretch[];
}

/**
 * Appends to a map what an archive has of it and the device has not, in one strict transaction. Records keep their
 * writer, number and bytes, so that histories and merges survive, and doing it again appends nothing. Where the
 * device has a line for the map, that line stays: what was put into the bin stays there.
 */
export function mergeMap(database: Database, archived: ArchivedMap): Promise<Merged> {
  return database.use(async (connection) => {
    const transaction = removing(connection);
    const all = IDBKeyRange.bound([archived.map, 0], [archived.map, Number.POSITIVE_INFINITY]);
    const [entry, updates, snapshots, counts, lost] = await Promise.all([
      transaction.objectStore("maps").get(archived.map),
      transaction.objectStore("updates").index("byMap").getAll(all),
      transaction.objectStore("snapshots").getAll(all),
      transaction.objectStore("counts").getAll(all),
      transaction.objectStore("settings").get(lostKey(archived.map)),
    ]);
    const held = { ...heldIn(updates, snapshots), lost: readLost(lost) };
    const missing = missingFrom(archived, held);
    // The database numbers the record; the type asks for the number that it is about to have.
    const writes: Promise<unknown>[] = missing.map((update) =>
      transaction.objectStore("updates").add(update as never),
    );
    writes.push(transaction.objectStore("settings").delete(removalKey(archived.map)));
    for (const { hash, size } of archived.images ?? [])
      writes.push(transaction.objectStore("imageUses").put({ map: archived.map, hash, size }));
    const known = new Map(counts.map(({ client, total }) => [client, total]));
    for (const [client, total] of countsAfter(archived, held, missing))
      if (total > (known.get(client) ?? 0))
        writes.push(transaction.objectStore("counts").put(keptCount({ map: archived.map, client, total })));
    if (entry === undefined && archived.entry !== null)
      writes.push(transaction.objectStore("maps").put(archived.entry));
    await Promise.all([...writes, transaction.done]);
    if (entry === undefined && (archived.entry !== null || missing.length > 0)) return "added";
    return missing.length > 0 ? "merged" : "unchanged";
  });
}

function heldIn(updates: readonly KeptUpdate[], snapshots: readonly KeptSnapshot[]): Omit<Held, "lost"> {
  const whole = updates.filter(isWhole);
  const through = new Map(throughOf([...snapshots.filter(isWhole), ...broughtBack(whole)], []));
  return {
    records: new Set(whole.map(({ client, number, crc }) => `${client} ${number} ${crc}`)),
    numbers: new Set(whole.map(({ client, number }) => `${client} ${number}`)),
    through,
  };
}

function missingFrom({ map, snapshots, updates }: ArchivedMap, held: Held): readonly NewUpdate[] {
  const folded = snapshots
    .filter(({ through }) => !through.every(([client, number]) => holdsAll(held, client, number)))
    .map((snapshot) => snapshotAsUpdate(map, snapshot));
  const single = updates.map((update): NewUpdate => ({ ...update, map, change: null }));
  return [...folded, ...single].filter(
    (update) =>
      (update.number > (held.through.get(update.client) ?? 0) ||
        isLost(held.lost, update.client, update.number)) &&
      !held.records.has(`${update.client} ${update.number} ${update.crc}`) &&
      isWhole({ ...update, seq: 0 }),
  );
}

/** Whether all records of a writer up to a number are there. */
function holdsAll({ through, numbers, lost }: Held, client: number, upto: number): boolean {
  for (const [, from, to] of lost.filter(([writer]) => writer === client))
    for (let number = from; number <= Math.min(to, upto); number++)
      if (!numbers.has(`${client} ${number}`)) return false;
  for (let number = 1 + (through.get(client) ?? 0); number <= upto; number++)
    if (!numbers.has(`${client} ${number}`)) return false;
  return true;
}

/** A snapshot as one more record: its writer is named after its bytes, so that the same one is known again. */
function snapshotAsUpdate(map: MapId, { through, bytes }: ArchivedSnapshot): NewUpdate {
  const label = JSON.stringify(through);
  const said = new TextEncoder().encode(label);
  const client = FIRST_RESTORED_CLIENT + crc32(bytes) * 2 ** 16 + (crc32(said) % 2 ** 16);
  return keptUpdate({ map, client, label, change: null, bytes }, 1);
}

/** What each writer is known to have written once these are there, as far as there is nothing missing in between. */
function countsAfter(
  { counts }: ArchivedMap,
  held: Held,
  missing: readonly NewUpdate[],
): Iterable<readonly [number, number]> {
  const numbers = new Set(held.numbers);
  for (const { client, number } of missing) numbers.add(`${client} ${number}`);
  const after = { ...held, numbers };
  const restored = missing.filter(({ client }) => client >= FIRST_RESTORED_CLIENT);
  return [
    ...restored.map(({ client }) => [client, 1] as const),
    ...counts
      .filter(({ client, total }) => holdsAll(after, client, total))
      .map(({ client, total }) => [client, total] as const),
  ];
}

/** Adds an image that the device has not. In an archive images come before the maps that show them. */
export async function keepImage(database: Database, image: KeptImage): Promise<void> {
  await database.use(async (connection) => {
    const { store, done } = connection.transaction("images", "readwrite", { durability: "strict" });
    if ((await store.getKey(image.hash)) === undefined) await store.put(image);
    await done;
  });
}

/** As `keepImage`, for an image that a map of this device has shown. */
export async function mergeImage(database: Database, image: KeptImage): Promise<void> {
  const uses = await database.use((connection) =>
    connection.countFromIndex("imageUses", "byHash", image.hash),
  );
  if (uses > 0) await keepImage(database, image);
}

/** Sets only what the device has not set itself. */
export async function mergeSettings(
  database: Database,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  await database.use(async (connection) => {
    const transaction = connection.transaction("settings", "readwrite", { durability: "strict" });
    for (const [key, value] of Object.entries(settings))
      if ((await transaction.store.getKey(key)) === undefined) await transaction.store.put(value, key);
    await transaction.done;
  });
}

/** A damaged record keeps the place where it was found, marked as an earlier library's, whose numbers mean nothing here. */
export async function mergeQuarantined(database: Database, found: Quarantined): Promise<void> {
  await database.use(async (connection: Connection) => {
    const place = found.place.startsWith("earlier ")
      ? found.place
      : `earlier ${found.foundAt} ${found.place}`;
    const isHere = (await connection.get("quarantine", found.place))?.foundAt === found.foundAt;
    if (!isHere && (await connection.getKey("quarantine", place)) === undefined)
      await connection.add("quarantine", { ...found, place });
  });
}
