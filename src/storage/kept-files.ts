import type { MapId } from "#model/ids.ts";
import type { KeptFile, KeptFiles } from "#store/kept-file.ts";
import type { Database } from "#storage/database.ts";
import { fileKey } from "#storage/removed.ts";

/**
 * The files outside the browser that maps are saved to as well, among the settings of this device: a browser's handle
 * on a file can be kept in the database and nowhere else, and it goes into no copy and no backup.
 */
export class DiskKeptFiles implements KeptFiles {
  readonly #database: Database;
  readonly #channel: BroadcastChannel;
  readonly #listeners = new Map<MapId, Set<() => void>>();

  constructor(database: Database) {
    this.#database = database;
    this.#channel = new BroadcastChannel(`${database.name} files`);
    this.#channel.addEventListener("message", ({ data }: MessageEvent<MapId>) => this.#hear(data));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.#hear(null);
    });
  }

  async get(map: MapId): Promise<KeptFile | null> {
    const kept = await this.#database.use((connection) => connection.get("settings", fileKey(map)));
    return isKeptFile(kept) ? kept : null;
  }

  async put(map: MapId, file: KeptFile): Promise<void> {
    await this.#database.use((connection) => connection.put("settings", file, fileKey(map)));
  }

  async drop(map: MapId): Promise<void> {
    await this.#database.use((connection) => connection.delete("settings", fileKey(map)));
  }

  async alone<Result>(map: MapId, work: () => Promise<Result>): Promise<Result> {
    return navigator.locks.request(`${this.#database.name} file ${map}`, work);
  }

  tell(map: MapId): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target: it never leaves the origin
    this.#channel.postMessage(map);
  }

  watch(map: MapId, listener: () => void): () => void {
    const listeners = this.#listeners.get(map) ?? new Set();
    this.#listeners.set(map, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** `null`: anything may have happened. */
  #hear(map: MapId | null): void {
    for (const [id, listeners] of this.#listeners)
      if (map === null || map === id) for (const listener of listeners) listener();
  }
}

/** What a damaged or foreign record holds is no file. */
function isKeptFile(value: unknown): value is KeptFile {
  if (typeof value !== "object" || value === null) return false;
  return (
    "handle" in value && value.handle instanceof FileSystemFileHandle && "ours" in value && "says" in value
  );
}
