import { computed, effect, untracked } from "@preact/signals-core";
import { refuseSize } from "#interchange/reading.ts";
import type { MapId } from "#model/ids.ts";
import { markOf } from "#session/file-writing.ts";
import { KeepingFile } from "#session/keeping-file.ts";
import type { FilePicker } from "#session/platform.ts";
import type { Workspace } from "#session/workspace.ts";
import type { FileHandle, KeptFiles } from "#store/kept-file.ts";
import { type Copy, readToPieces } from "#store/reading.ts";
import { actionWords } from "#words/actions.ts";
import { interchangeWords } from "#words/interchange.ts";
import { keepingWords as words } from "#words/keeping.ts";

/** Files over so many bytes are read in a worker. */
const large = 200_000;

/**
 * Keeps the file of whichever map is open up with it. A map in the bin is left alone, and so is a shipped one that was
 * not edited: there is nothing to keep. Returns what ends it.
 */
export function followFiles(workspace: Workspace, files: KeptFiles): () => void {
  const { current, maps, keeping } = workspace;
  const shown = computed(() => {
    const entry = maps.entries.value.find(({ id }) => id === current.value?.open.id);
    return entry !== undefined && entry.editedAt > 0 ? entry.id : null;
  });
  const stop = effect(() => {
    const id = shown.value;
    untracked(() => {
      const isThere = maps.entries.peek().some((entry) => entry.id === keeping.peek()?.open.id);
      letGo(workspace, isThere);
      if (id !== null) void begin(workspace, files, () => shown.peek() === id, id).catch(() => undefined);
    });
  });
  const leaving = () => {
    if (document.visibilityState === "hidden") void keeping.peek()?.writeNow();
  };
  document.addEventListener("visibilitychange", leaving);
  return () => {
    document.removeEventListener("visibilitychange", leaving);
    stop();
    letGo(workspace, false);
  };
}

function letGo({ keeping }: Workspace, last: boolean): void {
  void keeping.peek()?.close(last);
  keeping.value = null;
}

async function begin(
  { maps, settings, keeping, platform }: Workspace,
  files: KeptFiles,
  isWanted: () => boolean,
  id: MapId,
): Promise<void> {
  const open = await maps.openMap(id);
  if (open === null) return;
  if (!isWanted() || keeping.peek() !== null) return open.close();
  const by = () => settings.choices.peek().name;
  keeping.value = new KeepingFile({ open, files, by, startWriter: () => platform.startWriter() });
  await keeping.peek()?.look();
}

/**
 * Asks for a file and saves the map to it from then on. `existing` is one that is there, and holds a copy of this map:
 * it is merged first, or written over if the person says so. Whether that was done; a file that holds anything else is
 * refused in a sentence. Rejects with the browser's error.
 */
export async function chooseFile(
  workspace: Workspace,
  picker: FilePicker,
  how: { readonly existing: true } | { readonly name: string },
): Promise<boolean> {
  const keeping = workspace.keeping.peek();
  const handle = await ("existing" in how ? picker.pickExisting() : picker.pickNew(how.name));
  if (handle === null || keeping === null) return false;
  const file = await handle.getFile();
  const held = file.size === 0 ? null : await copyIn(workspace, keeping, file);
  const isCopy = held !== null && "copy" in held;
  if ("existing" in how && held !== null && !isCopy) {
    workspace.dialog.value = { type: "problem", sentence: words.notChosen(file.name, held.refused) };
    return false;
  }
  await askFor(handle);
  await keeping.keep(handle, isCopy ? null : await markOf(file));
  return true;
}

/** Merges what someone else has written into the map's file; then saving goes on. What cannot be merged is said. */
export async function mergeFile(workspace: Workspace, keeping: KeepingFile): Promise<void> {
  const found = await keeping.read();
  if (found === null) return;
  const { name } = found.file;
  const held = await copyIn(workspace, keeping, found.file);
  if ("refused" in held) {
    workspace.dialog.value = { type: "problem", sentence: words.notMerged(name, held.refused) };
    return;
  }
  const { mergeCopy } = await import("#actions/merging.ts");
  if (await mergeCopy(workspace, held.copy)) await keeping.accept(found.mark);
}

/** Writes over what is in the map's file now: the person has seen that it is another's. */
export async function writeOver(keeping: KeepingFile): Promise<void> {
  const found = await keeping.read();
  if (found !== null) await keeping.accept(found.mark);
}

/** The copy of this map that a file holds, or the end of a sentence that says what it holds instead. */
async function copyIn(
  workspace: Workspace,
  { open }: KeepingFile,
  file: File,
): Promise<{ readonly copy: Copy } | { readonly refused: string }> {
  const outcome = await read(workspace, file);
  if ("refused" in outcome) return { refused: words.noMap(outcome.refused) };
  if ("copy" in outcome && outcome.copy.map.id === open.id) return outcome;
  const { title } = ("copy" in outcome ? outcome.copy.map : outcome).about;
  const mine = open.map.peek().about.title || actionWords.untitled;
  return { refused: words.otherMap(title || actionWords.untitled, mine) };
}

async function read({ maps, platform }: Workspace, file: File) {
  const tooLarge = refuseSize(file.size);
  if (tooLarge !== null) return { refused: tooLarge };
  if (file.size <= large) return readToPieces(file, maps.ids, () => undefined);
  const { readBeside } = await import("#store/reading-client.ts");
  const makeWorker = () => platform.startReader();
  const { signal } = new AbortController();
  const outcome = await readBeside({ file, taken: maps.ids, makeWorker, tell: () => undefined, signal });
  return outcome ?? { refused: interchangeWords.notReadable(file.name) };
}

/** A file that was opened may be read so far; where the browser does not ask now, the line offers it. */
async function askFor(handle: FileHandle): Promise<void> {
  await handle.requestPermission({ mode: "readwrite" }).catch(() => null);
}
