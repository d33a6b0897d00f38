/** What the files worker is asked, one order at a time. */
export type FileOrder =
  /** Opens a file of a folder, for this worker alone; makes both where they are not there. */
  | { readonly type: "open"; readonly folder: string; readonly name: string }
  | { readonly type: "write"; readonly bytes: Uint8Array<ArrayBuffer>; readonly at: number }
  /** Makes the file so many bytes long. */
  | { readonly type: "cut"; readonly length: number }
  /** Answers when all is on the disk. */
  | { readonly type: "flush" }
  | { readonly type: "close" };

/** `null` when it is done, and otherwise what the browser said. */
export interface FileReply {
  readonly failed: { readonly name: string; readonly message: string } | null;
}
