import { fileOpenLegacy, fileSaveLegacy } from "browser-fs-access";
import type { FileHandle } from "#store/kept-file.ts";
import { keepingWords } from "#words/keeping.ts";

declare module "browser-fs-access" {
  /** The file field of every browser; exported by the library and missing in its types. */
  export function fileOpenLegacy(options: CoreFileOptions): Promise<File>;
  /** A download; exported by the library and missing in its types. */
  export function fileSaveLegacy(contents: Blob, options: FirstFileSaveOptions): Promise<null>;
}

interface FileKind {
  readonly description: string;
  readonly accept: Readonly<Record<string, readonly string[]>>;
}

/** The pickers of the File System Access API, which only some browsers have. */
interface Pickers {
  showSaveFilePicker(options: {
    readonly id: string;
    readonly suggestedName: string;
    readonly types: readonly FileKind[];
  }): Promise<FileHandle>;
  showOpenFilePicker(options: {
    readonly id: string;
    readonly types: readonly FileKind[];
  }): Promise<readonly FileHandle[]>;
}

const readable = {
  map: {
    mimeTypes: ["application/json", "text/plain", "text/markdown", "application/x-bibtex"],
    extensions: [".json", ".argdown", ".ad", ".txt", ".bib", ".bibtex", ".ris", ".cpbackup"],
  },
  image: {
    mimeTypes: ["image/png", "image/jpeg", "image/webp", "image/gif"],
    extensions: [".png", ".jpg", ".jpeg", ".webp", ".gif"],
  },
  backup: { mimeTypes: ["application/octet-stream"], extensions: [".cpbackup"] },
};

/**
 * Asks for a file; `null` when the person chose none. What is read or written once comes in by a file field and goes out
 * as a download in every browser alike: there the file system pickers would add a prompt and nothing else.
 */
export function openFile(kind: keyof typeof readable): Promise<File | null> {
  return unlessCancelled(() => fileOpenLegacy(readable[kind]));
}

export async function saveFile(name: string, contents: Blob): Promise<void> {
  await fileSaveLegacy(contents, { fileName: name });
}

/** The browser remembers the folder under this name. */
const id = "counterpoint-map";

export function pickNew(suggestedName: string): Promise<FileHandle | null> {
  return unlessCancelled(() => pickers().showSaveFilePicker({ id, suggestedName, types: kinds() }));
}

export function pickExisting(): Promise<FileHandle | null> {
  return unlessCancelled(async () => {
    const [handle] = await pickers().showOpenFilePicker({ id, types: kinds() });
    return handle ?? null;
  });
}

function pickers(): Pickers {
  return globalThis as unknown as Pickers;
}

/** The name ends in two parts, and a browser takes only the last of them for its kind. */
function kinds(): readonly FileKind[] {
  return [{ description: keepingWords.kind, accept: { "application/json": [".json"] } }];
}

async function unlessCancelled<Picked>(pick: () => Promise<Picked | null>): Promise<Picked | null> {
  try {
    return await pick();
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return null;
    throw error;
  }
}
