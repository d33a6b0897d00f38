import { fileOpenLegacy, fileSaveLegacy } from "browser-fs-access";
import { startWorker } from "#elements/workers.ts";
import type { Platform } from "#session/platform.ts";

declare module "browser-fs-access" {
  /** The file field of every browser; exported by the library and missing in its types. */
  export function fileOpenLegacy(options: CoreFileOptions): Promise<File>;
  /** A download; exported by the library and missing in its types. */
  export function fileSaveLegacy(contents: Blob, options: FirstFileSaveOptions): Promise<null>;
}

const readable = {
  map: {
    mimeTypes: ["application/json", "text/plain", "text/markdown"],
    extensions: [".json", ".argdown", ".ad", ".txt"],
  },
  backup: { mimeTypes: ["application/octet-stream"], extensions: [".cpbackup"] },
};
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const idLength = 21;

/**
 * The browser as the app's platform. Files come in by a file field and go out as downloads in every browser
 * alike: the app keeps no handle on a person's files, so the file system pickers would add a prompt and nothing else.
 */
export const browserPlatform: Platform = {
  async openFile(kind = "map") {
    try {
      return await fileOpenLegacy(readable[kind]);
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return null;
      throw error;
    }
  },
  async saveFile(name, contents) {
    await fileSaveLegacy(contents, { fileName: name });
  },
  async readClipboard() {
    try {
      return await navigator.clipboard.readText();
    } catch {
      return null;
    }
  },
  async writeClipboard(text) {
    await navigator.clipboard.writeText(text);
  },
  print() {
    window.print();
  },
  startReader() {
    return startWorker("reading");
  },
  mint,
};

/** 126 random bits: 21 characters of 64 kinds. */
export function mint(): string {
  let id = "";
  for (const byte of crypto.getRandomValues(new Uint8Array(idLength))) id += alphabet[byte & 63];
  return id;
}
