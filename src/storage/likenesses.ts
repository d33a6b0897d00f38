import type { Change } from "#model/change.ts";
import type { MapId } from "#model/ids.ts";
import { crc32 } from "#store/crc.ts";
import type { Likenesses } from "#store/ports.ts";
import type { Database } from "#storage/database.ts";
import { isWhole } from "#storage/records.ts";
import type { Connection } from "#storage/schema.ts";

/** With more changes since, opening the map from its log is as quick. */
const MOST_CHANGES = 100;

/** The first line of a likeness. */
interface Head {
  readonly form: number;
  readonly map: MapId;
  /** The last record of the log that is in it, and its checksum, by which the log is known to be the same one. */
  readonly seq: number;
  readonly stamp: number;
  /** Of all lines that follow. */
  readonly crc: number;
}

/**
 * Likenesses in a cache of the browser, one entry a map: a line of JSON that says of which log it is, and a line for
 * each piece. They are not in the database, nor beside the second copy, because a write that a full disk cuts short there
 * endangers the maps.
 */
export class DiskLikenesses implements Likenesses {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async read(map: MapId, form: number): ReturnType<Likenesses["read"]> {
    try {
      const entry = await (await caches.open(cacheOf(this.#database.name))).match(addressOf(map));
      const kept = entry === undefined ? null : whole(new Uint8Array(await entry.arrayBuffer()));
      if (!kept || kept.head.map !== map || kept.head.form !== form) return null;
      const changes = await this.#database.use((connection) => changesSince(connection, kept.head));
      return changes && { pieces: kept.pieces, changes };
    } catch {
      return null;
    }
  }

  async write(map: MapId, form: number, seq: number, pieces: readonly string[]): Promise<void> {
    try {
      const last = await this.#database.use((connection) => connection.get("updates", seq));
      if (last?.map !== map) return;
      const body = new TextEncoder().encode(pieces.map((piece) => `\n${piece}`).join(""));
      const head: Head = { form, map, seq, stamp: last.crc, crc: crc32(body) };
      const cache = await caches.open(cacheOf(this.#database.name));
      await cache.put(addressOf(map), new Response(new Blob([JSON.stringify(head), body])));
    } catch {
      // Without one the map opens from its log.
    }
  }
}

/** Removes what is kept of a map that was removed for good. Where the browser gives no caches there is nothing. */
export async function removeLikeness(database: string, map: MapId): Promise<void> {
  const cache = "caches" in globalThis ? await caches.open(cacheOf(database)).catch(() => null) : null;
  await cache?.delete(addressOf(map));
}

export async function removeLikenesses(database: string): Promise<void> {
  if ("caches" in globalThis) await caches.delete(cacheOf(database));
}

function cacheOf(database: string): string {
  return `${database} likenesses`;
}

/** Entries have addresses; nothing is ever fetched from these. */
function addressOf(map: MapId): URL {
  return new URL(`/likenesses/${encodeURIComponent(map)}`, location.href);
}

/** What an entry holds; `null` when it is damaged or cut off. */
function whole(bytes: Uint8Array): { readonly head: Head; readonly pieces: readonly string[] } | null {
  const end = bytes.indexOf(0x0a);
  if (end < 0) return null;
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as Head;
  const body = bytes.subarray(end);
  if (crc32(body) !== head.crc) return null;
  return { head, pieces: new TextDecoder().decode(body.subarray(1)).split("\n") };
}

/** What the log took after a record; `null` when it is another log, or they are not all known, or too many. */
async function changesSince(
  connection: Connection,
  { map, seq, stamp }: Head,
): Promise<readonly Change[] | null> {
  const { store } = connection.transaction("updates");
  const range = IDBKeyRange.bound([map, seq], [map, Number.POSITIVE_INFINITY], true);
  const [last, since] = await Promise.all([
    store.get(seq),
    store.index("byMap").getAll(range, MOST_CHANGES + 1),
  ]);
  if (last?.map !== map || last.crc !== stamp || since.length > MOST_CHANGES) return null;
  const changes = since.flatMap((update) => (isWhole(update) ? (update.change ?? []) : []));
  return changes.length === since.length ? changes : null;
}
