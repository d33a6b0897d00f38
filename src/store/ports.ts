import type { Change } from "#model/change.ts";
import type { MapId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { ImageStore } from "#store/image-store.ts";
import type { KeptFiles } from "#store/kept-file.ts";
import type { Watched } from "#store/turns.ts";

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
  /** Whether nothing is lost by the damage: all edits that were counted are in whole records too. */
  readonly isSpared: boolean;
  /** Records that the count says there were, and that are not there. Counted only when everything was asked for. */
  readonly missing: number;
}

/** The append-only log of every map's edits. */
export interface UpdateLog {
  /**
   * Queues records, in order, and writes them in one strict transaction, with the map's line of the catalogue.
   * Resolves with the last record's number only when the bytes are on the disk, however long that takes:
   * a write that fails stays queued and is tried again. Never rejects. Resolves with 0 where the map had been removed
   * for good: nothing of these stays on the disk then. The records with which a map `begins` are kept all the same.
   */
  append(records: readonly UpdateRecord[], entry?: MapEntry, begins?: boolean): Promise<number>;
  /**
   * Writes a map that is new here, however large: all its records, of one writer, and its line of the catalogue in one
   * strict transaction, in turns with what else the page does. Resolves with whether it is on the disk: when the signal
   * aborts, nothing of it is. Rejects with a sentence when the disk refuses, and nothing of it is there.
   */
  addMap(records: readonly UpdateRecord[], entry: MapEntry, watched?: Watched): Promise<boolean>;
  /** Everything of a map, or what came after a record. Rejects when the disk cannot be read. */
  load(map: MapId, afterSeq?: number): Promise<LoadedLog>;
  /**
   * Makes a map's log whole with what is there: what is damaged, and what `areUnusable` says of whole records, is set
   * aside, and what is missing then is not told again. Rejects when the disk cannot be written; nothing is changed then.
   */
  mend(
    map: MapId,
    areUnusable: (updates: readonly Uint8Array<ArrayBuffer>[]) => readonly boolean[],
  ): Promise<void>;
  /** Calls back when another tab may have appended to a map, or to any (`null`). A hint: the log is the truth. */
  watch(listener: (map: MapId | null) => void): () => void;
  /** Calls back with the reason, in a sentence, when writing fails, and with `null` when it works again. */
  watchTrouble(listener: (reason: string | null) => void): () => void;
  /** Calls back when the browser has thrown the log away while it was in use: there is none of what was written before. */
  watchRemade(listener: () => void): () => void;
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
  /** How many days of use had been counted by then; not there for a map that is not in the bin. */
  readonly binnedOn?: number;
}

/** The catalogue of the maps on this device. */
export interface Library {
  list(): Promise<readonly MapEntry[]>;
  put(entry: MapEntry): Promise<void>;
  /** Removes a map in the bin with all its edits, for good; one that was taken out meanwhile, by whomever, stays. */
  removeForGood(binned: MapEntry): Promise<void>;
  /** Takes back what tabs wrote to maps that had been removed for good, and did not live to take back themselves. */
  clearRemoved(): Promise<void>;
  /** Calls back when another tab may have changed the catalogue. */
  watch(listener: () => void): () => void;
}

/** Makes one update of many, for the log to keep in their place. Both reject when there is nowhere to do it. */
export interface Folder {
  /** One update that says all that these say; `null` where one cannot be read, or waits for another that is not among them. */
  fold(updates: readonly Uint8Array<ArrayBuffer>[]): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Whether all these lists of updates make one and the same document, of which nothing is missing. */
  areSame(ways: readonly (readonly Uint8Array<ArrayBuffer>[])[]): Promise<boolean>;
}

/** A record that failed its checksum, as it was found. */
export interface DamagedRecord {
  /** Where it was: "updates 17". */
  readonly place: string;
  readonly foundAt: number;
  readonly record: unknown;
}

/** The damaged records that were set aside. No code deletes them. */
export interface QuarantinePort {
  list(map: MapId): Promise<readonly DamagedRecord[]>;
}

/** Steps that were made on a map whose document was not there yet, oldest first. */
export interface LeftSteps {
  readonly map: MapId;
  readonly steps: readonly { readonly label: string; readonly change: Change }[];
}

/** What a page could not bring to the disk before it went, left for the next visit. Every method returns at once, and none throws. */
export interface Handover {
  /** Leaves what waits for the log, and these steps, in place of what this page has left before; whether there was anything. */
  leave(steps: readonly LeftSteps[]): boolean;
  /** What this page has left is on the disk, if nothing waits for the log. */
  clear(): void;
  /** Whether other pages have left steps for a map. */
  hasSteps(map: MapId): boolean;
  /** Those steps: from now on they are this page's to bring to the disk, and stand in its own note. */
  claim(map: MapId): readonly LeftSteps[];
}

/**
 * What maps said when their logs were read last, so that a first screen does not wait for a document. Only for speed:
 * where one is not there or not to be trusted, the map opens from its log.
 */
export interface Likenesses {
  /** What was kept of a map; `null` unless it is whole, in this form, of this very log, and few enough changes came since, each of them known. Never rejects. */
  read(map: MapId, form: number): Promise<KeptLikeness | null>;
  /** Keeps the pieces of a map, in this form, in place of those before; the record with this number is the last that is in them. Never rejects. */
  write(map: MapId, form: number, seq: number, pieces: readonly string[]): Promise<void>;
  /** The same for what its first screen shows, and for how that was drawn: a line each. */
  writeGlimpse(map: MapId, form: number, seq: number, glimpse: string, sketch: string | null): Promise<void>;
}

/** What was kept of a map, and what came since. */
export interface KeptLikeness {
  /** The pieces, when they are asked for. */
  readonly pieces: () => readonly string[];
  /** The changes that its log has taken since, oldest first. */
  readonly changes: readonly Change[];
  /** What the first screen shows, with all of these changes; `null` where that is not known. */
  readonly glimpse: string | null;
  /** How that was drawn; `null` where that is not known either. */
  readonly sketch: string | null;
}

/** Small things that the person chose, by key. */
export interface SettingsPort {
  read(): Promise<Readonly<Record<string, unknown>>>;
  write(key: string, value: unknown): Promise<void>;
}

/** What a copy of everything holds, as far as it can be told. */
export interface CopyFound {
  /** When it was written; `null` when that is damaged. */
  readonly writtenAt: number | null;
  /** How many maps are whole. */
  readonly maps: number;
  /** How many maps it was to hold; `null` when that is damaged. */
  readonly expected: number | null;
  /** Whether anything in it is damaged or its end is missing. */
  readonly isWhole: boolean;
}

/** The first bytes of every backup; like PNG's they notice a transfer that changes line ends. */
export const BACKUP_MARK = new Uint8Array([0x89, 0x43, 0x50, 0x42, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What came of taking a copy of everything in. */
export interface Restored {
  /** Maps that were not on this device. */
  readonly added: readonly MapId[];
  /** Maps that were, and that got edits which they did not have. */
  readonly merged: readonly MapId[];
  /** How many maps had all of it already. */
  readonly unchanged: number;
}

/** That the browser has thrown the library away: what is left of it. */
export interface Loss {
  /** How many maps there were; `null` when nobody knows. */
  readonly maps: number | null;
  /** How many are there: those that were open then, and have been written again. */
  readonly here: number;
  /** The second copy, where there is one. */
  readonly copy: CopyFound | null;
}

/** How well everything is kept on this device. */
export interface KeepingState {
  /** How many maps there are, those in the bin included. */
  readonly maps: number;
  /** Bytes that the browser says are taken up, and that it would give; `null` when it does not say. */
  readonly used: number | null;
  readonly available: number | null;
  /** Whether the browser has promised to keep it; `null` when it makes no such promises. */
  readonly isPromised: boolean | null;
  /** The second copy: when it was written, `null` before the first; `none` where the browser has no place for one. */
  readonly copiedAt: number | null | "none";
  /** A copy of a library that the browser threw away, and that the person did not want back then. */
  readonly setAside: CopyFound | null;
  /** How many images there are, and how much they take up; each counts once. */
  readonly images: { readonly count: number; readonly bytes: number };
  /** How many damaged records there are. */
  readonly damaged: number;
}

/** How everything on this device is kept twice, handed out, taken back and forgotten. All methods reject with the browser's error. */
export interface Safekeeping {
  /** What is left of a library that the browser has thrown away; `null` when it has not. Asked once, before the first screen. */
  findLoss(): Promise<Loss | null>;
  /** Brings the second copy back, or the one that was set aside. */
  restoreCopy(which: "second" | "aside"): Promise<Restored>;
  /** The person goes on without what was lost: the second copy is set aside, and it is not offered at the start again. */
  goOnWithout(): Promise<void>;
  state(): Promise<KeepingState>;
  /** How many bytes each map takes up, one after the other. */
  sizes(): AsyncIterable<{ readonly map: MapId; readonly bytes: number }>;
  /** Asks the browser to promise that it keeps everything. */
  askForPromise(): Promise<boolean>;
  /** Everything as one file. */
  backUp(): Promise<Blob>;
  /** What is in a backup, or a sentence that says why it is none. */
  inspect(file: Blob, name: string): Promise<CopyFound | { readonly refused: string }>;
  /** Takes a backup in, merging: nothing that is here is lost. Doing it again changes nothing. */
  restore(file: Blob): Promise<Restored>;
  /** Deletes everything that the app keeps in this browser, for good. */
  forget(): Promise<void>;
  /** Calls back when this tab has forgotten everything, or another tab is about to: nothing is written any more. */
  watchForgotten(listener: () => void): () => void;
}

/** This device's disk, or the memory that stands in for it. */
export interface Storage {
  readonly log: UpdateLog;
  readonly library: Library;
  readonly settings: SettingsPort;
  readonly quarantine: QuarantinePort;
  /** Makes this page's note possible. `null` where nothing outlasts the page anyway, and where maps can only be read. */
  readonly openHandover: (() => Promise<Handover>) | null;
  /** `null` where nothing outlasts the page, where maps can only be read, and where the browser has no place for them. */
  readonly openLikenesses: (() => Promise<Likenesses>) | null;
  /** The bytes of images. Where maps can only be read, images can too. */
  readonly openImages: () => Promise<ImageStore>;
  /** `null` where maps can only be read. */
  readonly openFiles: (() => Promise<KeptFiles>) | null;
  /** `null` where there is nothing to keep safe: in memory, and where maps can only be read. */
  readonly safekeeping: Safekeeping | null;
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
  /** The map, in normal form. */
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
