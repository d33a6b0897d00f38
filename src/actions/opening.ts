import { sayHowFar } from "#actions/how-far.ts";
import { decodeStart } from "#interchange/decoding.ts";
import { refuseSize } from "#interchange/reading.ts";
import { formatOfFile } from "#interchange/source-format.ts";
import { writeAddress } from "#session/address.ts";
import type { Workspace } from "#session/workspace.ts";
import { BACKUP_MARK } from "#store/ports.ts";
import type { FileOutcome, ReadMap } from "#store/reading.ts";
import type { Watched } from "#store/turns.ts";
import { interchangeWords } from "#words/interchange.ts";

/** Larger files are read in a worker, where nothing that they hold can hold up the page. Argdown's parser is slow on odd text. */
const small = { json: 200_000, other: 2000 };
/** By how much of its start a file of sources is known, in bytes. */
const start = 100_000;

/** The file that each workspace is reading. */
const beingRead = new WeakMap<Workspace, string>();

/**
 * Opens a map's file as a new map of the library and goes there; where the map is there already, asks what is to
 * become of it. The sources of a bibliography's file are added to the open map. A backup of everything is offered to be restored. A file that is none
 * of these changes nothing: the sentence says what was found and what was expected. A large one can be cancelled, which changes nothing either.
 */
async function openAnyFile(workspace: Workspace, file: File): Promise<void> {
  if (await isBackup(file)) return offerBackup(workspace, file);
  const tooLarge = refuseSize(file.size);
  if (tooLarge !== null) return refuse(workspace, tooLarge);
  const before = beingRead.get(workspace);
  if (before !== undefined) return refuse(workspace, interchangeWords.stillReading(before));
  beingRead.set(workspace, file.name);
  try {
    const format = formatOfFile(file.name, await startOf(file));
    if (format !== null) {
      const { openSources } = await import("#actions/adding-sources.ts");
      const refused = await openSources(workspace, file, format);
      return refused === null ? undefined : refuse(workspace, refused);
    }
    const limit = /\.json$/i.test(file.name) ? small.json : small.other;
    await (file.size > limit ? openLarge(workspace, file) : openSmall(workspace, file));
  } catch (error) {
    refuse(workspace, error instanceof Error ? error.message : String(error));
  } finally {
    beingRead.delete(workspace);
  }
}

/** The first lines of a file; empty when it cannot be read. */
async function startOf(file: File): Promise<string> {
  const bytes = await file
    .slice(0, start)
    .arrayBuffer()
    .catch(() => new ArrayBuffer());
  return decodeStart(new Uint8Array(bytes));
}

/** Whether a file is a backup of everything, or calls itself one. */
async function isBackup(file: File): Promise<boolean> {
  if (file.name.endsWith(".cpbackup")) return true;
  const first = await file
    .slice(0, BACKUP_MARK.length)
    .arrayBuffer()
    .catch(() => new ArrayBuffer());
  const bytes = new Uint8Array(first);
  return BACKUP_MARK.every((byte, at) => bytes[at] === byte);
}

/** A backup is not a map: what is in it is shown under Storage…, and taken in from there. */
function offerBackup(workspace: Workspace, backup: File): void {
  const { safekeeping, keptNowhere, readOnly } = workspace.maps;
  if (safekeeping === null)
    return refuse(workspace, interchangeWords.backupNowhere(backup.name, keptNowhere ?? readOnly ?? ""));
  workspace.dialog.value = { type: "storage", backup };
}

/** What was dropped on the window. */
export interface Dropped {
  readonly files: readonly File[];
  /** The name of the first folder; `null` when there is none. */
  readonly folder: string | null;
}

/** Opens the one file that was dropped; what is none, or more than one, is said. */
export function openDropped(workspace: Workspace, { files, folder }: Dropped): void {
  const [file] = files;
  if (files.length > 1) refuse(workspace, interchangeWords.severalFiles(files.length));
  else if (folder !== null) refuse(workspace, interchangeWords.folder(folder));
  else if (file === undefined) refuse(workspace, interchangeWords.noFile);
  else void openAnyFile(workspace, file);
}

/** Asks which file, then opens it. */
export async function pickFile(workspace: Workspace): Promise<void> {
  const file = await workspace.platform.openFile();
  if (file !== null) await openAnyFile(workspace, file);
}

async function openSmall(workspace: Workspace, file: File): Promise<void> {
  const { readToPieces } = await import("#store/reading.ts");
  const outcome = await readToPieces(file, workspace.maps.ids, () => undefined);
  await ("pieces" in outcome ? add(workspace, outcome) : answer(workspace, outcome));
}

/** Reads in a worker and keeps what comes of it, under a dialog that says how far it is and offers to cancel. */
async function openLarge(workspace: Workspace, file: File): Promise<void> {
  const { maps, platform } = workspace;
  const { tell, signal, end } = sayHowFar(workspace, file.name);
  try {
    const { readBeside } = await import("#store/reading-client.ts");
    const makeWorker = () => platform.startReader();
    const outcome = await readBeside({ file, taken: maps.ids, makeWorker, tell, signal });
    if (outcome !== null && "pieces" in outcome)
      await add(workspace, outcome, { tell: (share) => tell({ stage: "keeping", share }), signal });
    else if (outcome !== null) {
      end();
      await answer(workspace, outcome);
    }
  } finally {
    end();
  }
  if (signal.aborted) workspace.notices.show(interchangeWords.cancelledReading(file.name));
}

/** What was read becomes a map of the library, and is shown. */
async function add(workspace: Workspace, read: ReadMap, watched?: Watched): Promise<void> {
  const id = await workspace.maps.addRead(read, watched);
  if (id === null) return;
  location.hash = writeAddress({ screen: "map", map: id, claim: null });
  workspace.notices.show(interchangeWords.opened(read.about.title, read.warnings));
}

/** The copy of a map that is there is asked about; why a file is no map is said. */
async function answer(workspace: Workspace, outcome: Exclude<FileOutcome, ReadMap>): Promise<void> {
  if ("refused" in outcome) return refuse(workspace, outcome.refused);
  const { takeCopy } = await import("#actions/merging.ts");
  await takeCopy(workspace, outcome.copy);
}

/** The sentence stays until it has been read. */
function refuse(workspace: Workspace, sentence: string): void {
  workspace.dialog.value = { type: "problem", sentence };
}
