import { fileOpenLegacy, fileSaveLegacy } from "browser-fs-access";

declare module "browser-fs-access" {
  /** The file field of every browser; exported by the library and missing in its types. */
  export function fileOpenLegacy(options: CoreFileOptions): Promise<File>;
  /** A download; exported by the library and missing in its types. */
  export function fileSaveLegacy(contents: Blob, options: FirstFileSaveOptions): Promise<null>;
}

const readable = {
  map: {
    mimeTypes: ["application/json", "text/plain", "text/markdown"],
    extensions: [".json", ".argdown", ".ad", ".txt", ".cpbackup"],
  },
  backup: { mimeTypes: ["application/octet-stream"], extensions: [".cpbackup"] },
};

/**
 * Asks for a file; `null` when the person chose none. Files come in by a file field and go out as downloads in every
 * browser alike: the app keeps no handle on a person's files, so the file system pickers would add a prompt and nothing else.
 */
export async function openFile(kind: keyof typeof readable): Promise<File | null> {
  try {
    return await fileOpenLegacy(readable[kind]);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return null;
    throw error;
  }
}

export async function saveFile(name: string, contents: Blob): Promise<void> {
  await fileSaveLegacy(contents, { fileName: name });
}
