import type { MapId } from "#model/ids.ts";
import type {
  Library,
  LoadedLog,
  MapEntry,
  SettingsPort,
  Storage,
  UpdateLog,
  UpdateRecord,
} from "#store/ports.ts";

/** A storage that lasts as long as the page: where the browser gives none, and in tests. `keptNowhere` says why, for the person. */
export function memoryStorage(keptNowhere: string | null, readOnly: string | null = null): Storage {
  const entries = new Map<MapId, MapEntry>();
  return {
    log: new MemoryLog(entries),
    library: memoryLibrary(entries),
    settings: memorySettings(),
    quarantine: { list: async () => [] },
    safekeeping: null,
    keptNowhere,
    readOnly,
  };
}

class MemoryLog implements UpdateLog {
  readonly #entries: Map<MapId, MapEntry>;
  readonly #records: UpdateRecord[] = [];

  constructor(entries: Map<MapId, MapEntry>) {
    this.#entries = entries;
  }

  async append(records: readonly UpdateRecord[], entry?: MapEntry): Promise<number> {
    this.#records.push(...records);
    if (entry !== undefined) this.#entries.set(entry.id, entry);
    return this.#records.length;
  }

  async load(map: MapId, afterSeq = 0): Promise<LoadedLog> {
    const updates = this.#records.slice(afterSeq).filter((record) => record.map === map);
    return {
      updates: updates.map(({ bytes }) => bytes),
      lastSeq: this.#records.length,
      damaged: 0,
      isSpared: true,
      missing: 0,
    };
  }

  watch(): () => void {
    return () => undefined;
  }

  watchTrouble(): () => void {
    return () => undefined;
  }
}

function memoryLibrary(entries: Map<MapId, MapEntry>): Library {
  return {
    list: async () => [...entries.values()],
    put: async (entry) => void entries.set(entry.id, entry),
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
