import type { ImageHash, MapId } from "#model/ids.ts";
import type { ImageStore } from "#store/image-store.ts";
import type { KeptFile, KeptFiles } from "#store/kept-file.ts";
import type {
  Library,
  LoadedLog,
  MapEntry,
  SettingsPort,
  Storage,
  UpdateLog,
  UpdateRecord,
} from "#store/ports.ts";
import type { Watched } from "#store/turns.ts";

/** A storage that lasts as long as the page: where the browser gives none, and in tests. `keptNowhere` says why, for the person. */
export function memoryStorage(keptNowhere: string | null, readOnly: string | null = null): Storage {
  const entries = new Map<MapId, MapEntry>();
  const log = new MemoryLog(entries);
  const files = memoryFiles();
  const images = memoryImages();
  return {
    log,
    library: memoryLibrary(entries, log),
    settings: memorySettings(),
    quarantine: { list: async () => [] },
    openHandover: null,
    openLikenesses: null,
    openFiles: readOnly === null ? async () => files : null,
    openImages: async () => images,
    safekeeping: null,
    keptNowhere,
    readOnly,
  };
}

class MemoryLog implements UpdateLog {
  readonly #entries: Map<MapId, MapEntry>;
  /** `null` where a record was removed: numbers stay. */
  #records: readonly (UpdateRecord | null)[] = [];
  readonly #removed = new Set<MapId>();

  constructor(entries: Map<MapId, MapEntry>) {
    this.#entries = entries;
  }

  async append(records: readonly UpdateRecord[], entry?: MapEntry, begins = false): Promise<number> {
    for (const { map } of records) if (begins) this.#removed.delete(map);
    if (records.some(({ map }) => this.#removed.has(map))) return 0;
    this.#records = [...this.#records, ...records];
    if (entry !== undefined) this.#entries.set(entry.id, entry);
    return this.#records.length;
  }

  async addMap(
    records: readonly UpdateRecord[],
    entry: MapEntry,
    { signal }: Watched = {},
  ): Promise<boolean> {
    if (signal?.aborted) return false;
    await this.append(records, entry, true);
    return true;
  }

  async load(map: MapId, afterSeq = 0): Promise<LoadedLog> {
    const updates = this.#records.slice(afterSeq).filter((record) => record?.map === map);
    return {
      updates: updates.flatMap((record) => record?.bytes ?? []),
      lastSeq: this.#records.length,
      damaged: 0,
      isSpared: true,
      missing: 0,
    };
  }

  async mend(): Promise<void> {
    // Memory is never damaged.
  }

  removeForGood(map: MapId): void {
    this.#removed.add(map);
    this.#records = this.#records.map((record) => (record?.map === map ? null : record));
  }

  watch(): () => void {
    return () => undefined;
  }

  watchTrouble(): () => void {
    return () => undefined;
  }

  watchRemade(): () => void {
    return () => undefined;
  }
}

function memoryLibrary(entries: Map<MapId, MapEntry>, log: MemoryLog): Library {
  return {
    list: async () => [...entries.values()],
    put: async (entry) => void entries.set(entry.id, entry),
    removeForGood: async ({ id }) => {
      if ((entries.get(id)?.deletedAt ?? null) === null) return;
      log.removeForGood(id);
      entries.delete(id);
    },
    clearRemoved: async () => undefined,
    watch: () => () => undefined,
  };
}

function memorySettings(): SettingsPort {
  const settings = new Map<string, unknown>();
  return {
    read: async () => Object.fromEntries(settings),
    write: async (key, value) => void settings.set(key, value),
  };
}

function memoryImages(): ImageStore {
  const images = new Map<ImageHash, Uint8Array<ArrayBuffer>>();
  return {
    keep: async (_map, kept) => {
      for (const [hash, bytes] of kept) images.set(hash, bytes);
    },
    share: async () => undefined,
    read: async (hash) => images.get(hash) ?? null,
  };
}

/** The one tab that has this memory needs no word from others. */
function memoryFiles(): KeptFiles {
  const files = new Map<MapId, KeptFile>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    get: async (map) => files.get(map) ?? null,
    put: async (map, file) => void files.set(map, file),
    drop: async (map) => void files.delete(map),
    alone: (_map, work) => {
      const done = last.then(work);
      last = done.catch(() => undefined);
      return done;
    },
    tell: () => undefined,
    watch: () => () => undefined,
  };
}
