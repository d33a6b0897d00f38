import type { MapId } from "#model/ids.ts";
import { hashOf } from "#interchange/digest.ts";
import type { FileHandle, FileMark, KeptFile, KeptFiles } from "#store/kept-file.ts";
import { keepingWords as words } from "#words/keeping.ts";

/*
 * One write to a person's file. What was written there last is known by size, time and hash; contents that are not known
 * are someone else's, and are never written over. Before a write is begun, what it will leave there is written down, so
 * that a page that ends in between knows its own work again.
 */

/** How it stands with a map's file. */
export type FileStanding =
  | { readonly state: "written"; readonly at: number }
  /** The browser wants to ask the person before it lets the file be written. */
  | { readonly state: "asking" }
  /** There is something in the file that is not ours: it was changed, or was there when the file was picked. */
  | { readonly state: "changed" | "found" }
  | { readonly state: "failed"; readonly reason: string };

interface Place {
  readonly map: MapId;
  readonly files: KeptFiles;
}

export interface Writing extends Place {
  /** What the map knows now: equal for equal documents. */
  readonly says: () => Promise<string>;
  /** The map as the file is to hold it; it may know more by then. */
  readonly contents: () => Promise<Blob>;
}

/**
 * Brings a map's file up with the map, if the file is as we know it; `null` where the map has none. To be called by one
 * tab at a time. Never rejects: what keeps it from writing is said, and the file is as it was then.
 */
export async function bringUp({ map, files, says, contents }: Writing): Promise<FileStanding | null> {
  try {
    const kept = await files.get(map);
    if (kept === null) return null;
    const found = await lookAt(kept);
    if ("state" in found) return found;
    const now = await says();
    if (now === kept.says && kept.writtenAt !== null) return { state: "written", at: kept.writtenAt };
    return await write({ map, files }, { ...kept, ours: [found], says: now }, await contents());
  } catch (error) {
    return failedBy(error);
  }
}

/** Whether the file can be written and is as we know it, without writing it. Never rejects. */
export async function lookOnly({ map, files }: Place): Promise<FileStanding | null> {
  try {
    const kept = await files.get(map);
    if (kept === null) return null;
    const found = await lookAt(kept);
    return "state" in found ? found : { state: "written", at: kept.writtenAt ?? 0 };
  } catch (error) {
    return failedBy(error);
  }
}

/** By what a file's contents are known again. */
export async function markOf(file: File): Promise<FileMark> {
  const { size, lastModified } = file;
  return { size, lastModified, hash: await hashOf(await file.arrayBuffer()) };
}

/** What is in the file, where it is ours; else how it stands with it. */
async function lookAt(kept: KeptFile): Promise<FileMark | FileStanding> {
  const permission = await kept.handle.queryPermission({ mode: "readwrite" });
  if (permission === "prompt") return { state: "asking" };
  if (permission === "denied") return { state: "failed", reason: words.denied };
  return (await ownMark(kept)) ?? { state: kept.writtenAt === null ? "found" : "changed" };
}

/** Size and time tell that a file is as it was; where they differ, its bytes do. */
async function ownMark({ handle, ours }: Pick<KeptFile, "handle" | "ours">): Promise<FileMark | null> {
  const file = await handle.getFile();
  const { size, lastModified } = file;
  const same = ours.find((mark) => mark.size === size && mark.lastModified === lastModified);
  if (same !== undefined) return same;
  if (ours.every((mark) => mark.size !== size)) return null;
  const found = await markOf(file);
  return ours.some(({ hash }) => hash === found.hash) ? found : null;
}

/** `kept` says what the map knows now. */
async function write({ map, files }: Place, kept: KeptFile, blob: Blob): Promise<FileStanding> {
  const next = { size: blob.size, lastModified: null, hash: await hashOf(await blob.arrayBuffer()) };
  // What the file says is known only when it is there.
  await files.put(map, { ...kept, ours: [...kept.ours, next], says: "" });
  const isReplaced = await replace(kept, blob);
  const landed = isReplaced ? await ownMark({ handle: kept.handle, ours: [next] }) : null;
  // Someone wrote at the same time. What is ours is known by both marks still.
  if (landed === null) return { state: kept.writtenAt === null ? "found" : "changed" };
  const at = Date.now();
  await files.put(map, { ...kept, ours: [landed], writtenAt: at });
  return { state: "written", at };
}

/** Puts new contents in the place of ours, all at once; `false` where they are not ours any more, and stay. */
async function replace(kept: KeptFile, blob: Blob): Promise<boolean> {
  const writable = await kept.handle.createWritable();
  try {
    await writable.write(blob);
    if ((await ownMark(kept)) === null) {
      await writable.abort();
      return false;
    }
    await writable.close();
    return true;
  } catch (error) {
    await writable.abort().catch(() => undefined);
    throw error;
  }
}

/** That it was not done, and why. */
export function failedBy(error: unknown): FileStanding {
  return { state: "failed", reason: reasonOf(error) };
}

/** As the end of a sentence. */
function reasonOf(error: unknown): string {
  if (!(error instanceof DOMException)) return error instanceof Error ? error.message : String(error);
  const { name, message } = error;
  if (name === "NotFoundError") return words.gone;
  if (name === "NotAllowedError" || name === "SecurityError") return words.denied;
  if (name === "QuotaExceededError") return words.full;
  if (name === "NoModificationAllowedError") return words.locked;
  return words.unknown(message || name);
}

/** What a file held by a handle holds now, by which it can be told from later contents. */
export async function readFile(
  handle: FileHandle,
): Promise<{ readonly file: File; readonly mark: FileMark }> {
  const found = await handle.getFile();
  const bytes = await found.arrayBuffer();
  const file = new File([bytes], found.name, { type: found.type, lastModified: found.lastModified });
  return { file, mark: { ...(await markOf(file)), lastModified: null } };
}
