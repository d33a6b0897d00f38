/** What the app asks of the machine around it; the elements room answers. Each resolves `null` when the person changes their mind. */
export interface Platform {
  openFile(kind?: "map" | "backup"): Promise<File | null>;
  saveFile(name: string, contents: Blob): Promise<void>;
  readClipboard(): Promise<string | null>;
  writeClipboard(text: string): Promise<void>;
  print(): void;
  /** A new worker that reads files: `#store/reading.worker.ts`. */
  startReader(): Worker;
  /** A new worker that compares states of a map: `#store/comparing.worker.ts`. */
  startComparer(): Worker;
  /** A new id that no one else has: 21 URL-safe characters. */
  mint(): string;
}
