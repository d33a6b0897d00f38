import type { Change } from "#model/change.ts";
import type { MapId } from "#model/ids.ts";
import type { KeptLikeness, Likenesses } from "#store/ports.ts";
import type { Database } from "#storage/database.ts";
import {
  addressesOf,
  cacheOf,
  digestOf,
  entriesOf,
  type Head,
  type Kept,
} from "#storage/likeness-entries.ts";
import { isWhole } from "#storage/records.ts";
import type { Connection, KeptUpdate } from "#storage/schema.ts";

/** With more changes since, opening the map from its log is as quick. */
const MOST_CHANGES = 100;

/**
 * Likenesses in a cache of the browser, two entries a map: all of it, and what its first screen shows. Each is a line of
 * JSON that says of which log it is, and a line for each piece. They are not in the database, nor beside the second
 * copy, because a write that a full disk cuts short there endangers the maps.
 */
export class DiskLikenesses implements Likenesses {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async read(map: MapId, form: number): Promise<KeptLikeness | null> {
    try {
      const entries = await entriesOf(this.#database.name, map);
      const [kept, seen] = entries.map((entry) => (entry?.head.form === form ? entry : null));
      if (!kept) return null;
      const since = await this.#database.use((connection) => recordsSince(connection, kept.head));
      const changes = since && changesIn(since);
      if (!changes) return null;
      const last = since.at(-1) ?? { seq: kept.head.seq, crc: kept.head.stamp };
      const isNow = seen?.head.seq === last.seq && seen.head.stamp === last.crc;
      const [glimpse = null, sketch = null] = isNow ? linesOf(seen) : [];
      return { pieces: () => linesOf(kept), changes, glimpse, sketch };
    } catch {
      return null;
    }
  }

  write(map: MapId, form: number, seq: number, pieces: readonly string[]): Promise<void> {
    return this.#write(addressesOf(map)[0], { map, form, seq }, pieces);
  }

  writeGlimpse(map: MapId, form: number, seq: number, glimpse: string, sketch: string | null): Promise<void> {
    return this.#write(addressesOf(map)[1], { map, form, seq }, [
      glimpse,
      ...(sketch === null ? [] : [sketch]),
    ]);
  }

  async #write(
    address: string,
    { map, form, seq }: Pick<Head, "map" | "form" | "seq">,
    lines: readonly string[],
  ): Promise<void> {
    try {
      const last = await this.#database.use((connection) => connection.get("updates", seq));
      if (last?.map !== map) return;
      const body = new TextEncoder().encode(lines.map((line) => `\n${line}`).join(""));
      const head: Head = { form, map, seq, stamp: last.crc, digest: await digestOf(body) };
      const cache = await caches.open(cacheOf(this.#database.name));
      await cache.put(address, new Response(new Blob([JSON.stringify(head), body])));
    } catch {
      // Without one the map opens from its log.
    }
  }
}

/** Removes what is kept of a map that was removed for good. Where the browser gives no caches there is nothing. */
export async function removeLikeness(database: string, map: MapId): Promise<void> {
  const cache = "caches" in globalThis ? await caches.open(cacheOf(database)).catch(() => null) : null;
  for (const address of addressesOf(map)) await cache?.delete(address);
}

export async function removeLikenesses(database: string): Promise<void> {
  if ("caches" in globalThis) await caches.delete(cacheOf(database));
}

function linesOf({ body }: Kept): readonly string[] {
  return new TextDecoder().decode(body.subarray(1)).split("\n");
}

/** What the log took after a record; `null` when it is another log, or too many. */
async function recordsSince(
  connection: Connection,
  { map, seq, stamp }: Head,
): Promise<readonly KeptUpdate[] | null> {
  const { store } = connection.transaction("updates");
  const range = IDBKeyRange.bound([map, seq], [map, Number.POSITIVE_INFINITY], true);
  const [last, since] = await Promise.all([
    store.get(seq),
    store.index("byMap").getAll(range, MOST_CHANGES + 1),
  ]);
  return last?.map === map && last.crc === stamp && since.length <= MOST_CHANGES ? since : null;
}

/** The changes in records; `null` when they are not all known. */
function changesIn(records: readonly KeptUpdate[]): readonly Change[] | null {
  const changes = records.flatMap((update) => (isWhole(update) ? (update.change ?? []) : []));
  return changes.length === records.length ? changes : null;
}
