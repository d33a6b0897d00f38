import type { Change } from "#model/change.ts";
import type { MapId } from "#model/ids.ts";
import { crc32 } from "#store/crc.ts";
import type { Likenesses } from "#store/ports.ts";
import type { Database } from "#storage/database.ts";
import {
  privateFile,
  privateFolder,
  removePrivateFile,
  removePrivateFolder,
  writePrivateFile,
} from "#storage/private-files.ts";
import { isWhole } from "#storage/records.ts";
import type { Connection } from "#storage/schema.ts";

/** With more changes since, opening the map from its log is as quick. */
const MOST_CHANGES = 100;

/** The first line of a file. */
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
 * Likenesses among the browser's private files, one file a map: a line of JSON that says of which log it is, and a line
 * for each piece. They are not in the database because a write that a full disk cuts short there endangers the maps.
 */
export class DiskLikenesses implements Likenesses {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async read(map: MapId, form: number): ReturnType<Likenesses["read"]> {
    try {
      const folder = await privateFolder(folderOf(this.#database.name));
      const file = folder && (await privateFile(folder, fileOf(map)));
      const kept = file && whole(new Uint8Array(await file.arrayBuffer()));
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
      const folder = await privateFolder(folderOf(this.#database.name), true);
      if (folder === null || last?.map !== map) return;
      const body = new TextEncoder().encode(pieces.map((piece) => `\n${piece}`).join(""));
      const head: Head = { form, map, seq, stamp: last.crc, crc: crc32(body) };
      await writePrivateFile(folder, fileOf(map), [new Blob([JSON.stringify(head), body])]);
    } catch {
      // Without one the map opens from its log.
    }
  }
}

/** Removes what is kept of a map that was removed for good. */
export async function removeLikeness(database: string, map: MapId): Promise<void> {
  const folder = await privateFolder(folderOf(database));
  if (folder !== null) await removePrivateFile(folder, fileOf(map));
}

export function removeLikenesses(database: string): Promise<void> {
  return removePrivateFolder(folderOf(database));
}

function folderOf(database: string): string {
  return `${database} likenesses`;
}

/** An id may be any text; a file's name may not. */
function fileOf(map: MapId): string {
  return `map ${encodeURIComponent(map)}`;
}

/** What a file holds; `null` when it is damaged or cut off. */
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
