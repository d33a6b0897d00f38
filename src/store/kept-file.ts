import type { MapId } from "#model/ids.ts";

/** What is asked of a file outside the browser: a `FileSystemFileHandle`, which a database can keep. Its methods reject with the browser's error. */
export interface FileHandle {
  readonly name: string;
  queryPermission(what: { readonly mode: "readwrite" }): Promise<PermissionState>;
  /** Asks the person; only within their click or key press. */
  requestPermission(what: { readonly mode: "readwrite" }): Promise<PermissionState>;
  getFile(): Promise<File>;
  /** What is written is in the file when this is closed; until then the file is as it was. */
  createWritable(): Promise<{
    write(contents: Blob): Promise<void>;
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
}

/** By what the contents of a file are known again. */
export interface FileMark {
  readonly size: number;
  /** In milliseconds since 1970; `null` for what was not on the disk when the mark was made. */
  readonly lastModified: number | null;
  /** SHA-256 in hexadecimal digits. */
  readonly hash: string;
}

/** A file outside the browser that a map is saved to as well. */
export interface KeptFile {
  readonly handle: FileHandle;
  /** Contents that may be written over: what was written there last, and what is just being written. */
  readonly ours: readonly FileMark[];
  /** What the map said when it was written there last; empty before that. Equal for equal documents. */
  readonly says: string;
  /** When that was, in milliseconds since 1970. */
  readonly writtenAt: number | null;
}

/** The files that maps are saved to as well. What reads or writes the disk rejects with its error. */
export interface KeptFiles {
  get(map: MapId): Promise<KeptFile | null>;
  put(map: MapId, file: KeptFile): Promise<void>;
  drop(map: MapId): Promise<void>;
  /** Does work while no other tab does any for this map. */
  alone<Result>(map: MapId, work: () => Promise<Result>): Promise<Result>;
  /** Tells the other tabs that it stands otherwise with a map's file. */
  tell(map: MapId): void;
  /** Calls back when another tab has told so, or this one comes into view again. */
  watch(map: MapId, listener: () => void): () => void;
}
