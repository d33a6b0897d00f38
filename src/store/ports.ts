import type { Change } from "#model/change.ts";
import type { MapId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/** One edit as it goes to disk: the document's update bytes and, for a quick first screen, the change they make. */
export interface UpdateRecord {
  readonly map: MapId;
  /** The Yjs client that made it; one writer (one open map in one tab) has one client number, used by no one else. */
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
  /** The highest record that was there, 0 when there was none; `load` continues after it. */
  readonly lastSeq: number;
  /** Records that failed their checksum; they are in quarantine. */
  readonly damaged: number;
  /** Records that the count says there were, and that are not there. Counted only when everything was asked for. */
  readonly missing: number;
}

/** The append-only log of every map's edits. */
export interface UpdateLog {
  /**
   * Queues records, in order, and writes them in one strict transaction, with the map's line of the catalogue.
   * Resolves with the last record's number only when the bytes are on the disk, however long that takes:
   * a write that fails stays queued and is tried again. Never rejects.
   */
  append(records: readonly UpdateRecord[], entry?: MapEntry): Promise<number>;
  /** Everything of a map, or what came after a record. Rejects when the disk cannot be read. */
  load(map: MapId, afterSeq?: number): Promise<LoadedLog>;
  /** Calls back when another tab may have appended to a map, or to any (`null`). A hint: the log is the truth. */
  watch(listener: (map: MapId | null) => void): () => void;
  /** Calls back with the reason, in a sentence, when writing fails, and with `null` when it works again. */
  watchTrouble(listener: (reason: string | null) => void): () => void;
}

/** One line of the catalogue. Times are milliseconds since 1970, for showing only: nothing is ordered by them but lists. */
export interface MapEntry {
  readonly id: MapId;
  readonly title: string;
  readonly question: string;
  readonly claims: number;
  /** 0 for a shipped map that no one edited. */
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
  /** Calls back when another tab may have changed the catalogue. */
  watch(listener: () => void): () => void;
}

/** Small things that the person chose, by key. */
export interface SettingsPort {
  read(): Promise<Readonly<Record<string, unknown>>>;
  write(key: string, value: unknown): Promise<void>;
}

/** This device's disk, or the memory that stands in for it. */
export interface Storage {
  readonly log: UpdateLog;
  readonly library: Library;
  readonly settings: SettingsPort;
  /** Why nothing is kept beyond this visit, in a sentence; `null` when all is kept. */
  readonly keptNowhere: string | null;
  /** Why maps can be read but not changed, in a sentence; `null` when they can. */
  readonly readOnly: string | null;
}

/** A map that comes with the app: shown from its compiled form, and a document only from its first edit on. */
export interface ShippedMap {
  readonly id: MapId;
  readonly title: string;
  readonly question: string;
  /** How many claims it has. */
  readonly claims: number;
  load(): Promise<ArgumentMap>;
  /** The document that its first edit continues, as `makeSeed` wrote it. */
  seed(): Promise<Uint8Array<ArrayBuffer>>;
}

/** Whether what was done is on the disk. `saved` is said only after the strict transaction of the latest edit has completed. */
export type Saving =
  | { readonly state: "saved" }
  | { readonly state: "saving" }
  | { readonly state: "failed"; readonly reason: string }
  | { readonly state: "kept-nowhere"; readonly reason: string };

/** The steps that undo and redo would take, by label; `null` when there is none. */
export interface History {
  readonly undo: string | null;
  readonly redo: string | null;
}

/** What was done to an open map last, and by whom. */
export interface Happening {
  /** "add objection"; empty for what came from elsewhere. */
  readonly label: string;
  readonly change: Change;
  readonly by: "here" | "undo" | "redo" | "merge" | "elsewhere";
}
