import type { FileHandle } from "#store/kept-file.ts";

/** What the app asks of the machine around it; the elements room answers. Each resolves `null` when the person changes their mind. */
export interface Platform {
  openFile(kind?: "map" | "backup" | "image"): Promise<File | null>;
  saveFile(name: string, contents: Blob): Promise<void>;
  /** Loads what asks for a file that a map is to be saved to from then on; `null` where the browser lets no page write a file again. */
  readonly files: (() => Promise<FilePicker>) | null;
  readClipboard(): Promise<string | null>;
  /** `html` is the same for programs that take it. */
  writeClipboard(text: string, html?: string): Promise<void>;
  print(): void;
  /** Prints a sheet of its own, which `draw` fills, and not what is on screen. */
  printSheet(draw: (sheet: Document) => void): void;
  /** A new worker that reads files: `#store/reading.worker.ts`. */
  startReader(): Worker;
  /** A new worker that writes files: `#store/writing.worker.ts`. */
  startWriter(): Worker;
  /** A new worker that compares states of a map: `#store/comparing.worker.ts`. */
  startComparer(): Worker;
  /** A new id that no one else has: 21 URL-safe characters. */
  mint(): string;
}

/** Both ask the person, within their click or key press. */
export interface FilePicker {
  /** A file that is new, or is to be replaced: the browser asks, and then empties it. `name` is suggested. */
  pickNew(name: string): Promise<FileHandle | null>;
  /** A file that is there. It stays as it is. */
  pickExisting(): Promise<FileHandle | null>;
}
