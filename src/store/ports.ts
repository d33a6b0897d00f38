import type { Change } from "#model/change.ts";
import type { MapId } from "#model/ids.ts";

/** One edit as it goes to disk: the document's update bytes and, for a quick first screen, the change they make. */
export interface UpdateRecord {
  readonly map: MapId;
  /** The Yjs client that made it. */
  readonly client: number;
  /** "add objection", as undo names it. */
  readonly label: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly change: Change | null;
}

/** What the disk holds of one map. */
export interface LoadedLog {
  /** Snapshots and updates, oldest first; all of them passed their checksum. */
  readonly updates: readonly Uint8Array<ArrayBuffer>[];
  readonly lastSeq: number;
  /** Records that failed their checksum; they are in quarantine. */
  readonly damaged: number;
  /** Records that the count says there were, and that are not there. */
  readonly missing: number;
}

/** The append-only log of every map's edits. A promise resolves only when the bytes are on the disk. */
export interface UpdateLog {
  append(records: readonly UpdateRecord[]): Promise<number>;
  load(map: MapId, afterSeq?: number): Promise<LoadedLog>;
  /** Calls back when another tab has appended to a map. A hint: the log is the truth. */
  watch(listener: (map: MapId) => void): () => void;
}

/** One line of the catalogue. Times are milliseconds since 1970, for showing only: nothing is ordered by them but lists. */
export interface MapEntry {
  readonly id: MapId;
  readonly title: string;
  readonly question: string;
  readonly claims: number;
  readonly editedAt: number;
  /** The shipped map that it started from, or `null`. */
  readonly shipped: MapId | null;
  /** When it was put into the bin, or `null`. */
  readonly deletedAt: number | null;
}

/** The catalogue of the maps on this device. */
export interface Library {
  list(): Promise<readonly MapEntry[]>;
  put(entry: MapEntry): Promise<void>;
  watch(listener: () => void): () => void;
}

/** Small things that the person chose, by key. */
export interface SettingsPort {
  read(): Promise<Readonly<Record<string, unknown>>>;
  write(key: string, value: unknown): Promise<void>;
}
