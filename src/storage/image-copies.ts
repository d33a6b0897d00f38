import type { ImageHash } from "#model/ids.ts";
import { bytesOf, HEAD_BYTES, headAt, kinds, sectionOf, sectionsIn } from "#storage/archive-sections.ts";
import { hasMark } from "#storage/archive-file.ts";
import { readImage, writeImage } from "#storage/archive.ts";
import type { Database } from "#storage/database.ts";
import { append, overwrite, type StartWriter } from "#storage/overwriting.ts";
import { privateFile, privateFolder } from "#storage/private-files.ts";
import type { KeptImage } from "#storage/schema.ts";
import { BACKUP_MARK } from "#store/ports.ts";

/*
 * The second copy of images, in a file of its own beside the two of the maps: images never change, so a new one is added
 * at its end, and an edit of a sentence does not write all of them again. It is an archive of nothing but images, in which
 * the last section may be cut off: then what comes next is written over it.
 */

const NAME = "images";
const HASH_BYTES = 64;

/** Which images the file holds, and where the next one goes. */
interface Held {
  readonly hashes: ReadonlySet<string>;
  /** 0 where there is no file, or none of this form. */
  readonly end: number;
}

/**
 * Brings the copy up with the images of the library. `mayDrop`: it is written anew where more than half of it are images
 * that the library does not have any more.
 */
export async function copyImages(
  database: Database,
  startWriter: StartWriter,
  mayDrop: boolean,
): Promise<void> {
  const file = await imagesFile(database.name);
  const { hashes, end } = await heldIn(file);
  const all = await database.use((connection) => connection.getAllKeys("images"));
  const place = { folder: database.name, name: NAME };
  const isMostlyDead = hashes.size > 2 * all.filter((hash) => hashes.has(hash)).length;
  if (isMostlyDead && mayDrop) return overwrite(startWriter, place, wholeFile(database, all));
  const missing = all.filter((hash) => !hashes.has(hash));
  if (missing.length === 0) return;
  if (end === 0) return overwrite(startWriter, place, wholeFile(database, all));
  await append(startWriter, place, { at: end, head: HEAD_BYTES }, sections(database, missing));
}

async function* wholeFile(
  database: Database,
  hashes: readonly ImageHash[],
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  yield BACKUP_MARK;
  yield* sections(database, hashes);
}

async function* sections(
  database: Database,
  hashes: readonly ImageHash[],
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const image of imagesIn(database, hashes)) yield await sectionOf(kinds.image, writeImage(image));
}

/** The images of the library, one at a time in memory. */
export async function* imagesIn(database: Database, hashes: readonly ImageHash[]): AsyncGenerator<KeptImage> {
  for (const hash of hashes) {
    const image = await database.use((connection) => connection.get("images", hash));
    if (image !== undefined) yield image;
  }
}

/** The images that the copy holds whole, one at a time. */
export async function* copiedImages(name: string): AsyncGenerator<KeptImage> {
  const file = await imagesFile(name);
  if (file === null || file.size === 0) return;
  for await (const section of sectionsIn(file)) {
    const image = section.kind === kinds.image ? readImage(section.body) : null;
    if (image !== null) yield image;
  }
}

async function imagesFile(name: string): Promise<File | null> {
  const folder = await privateFolder(name);
  return folder === null ? null : privateFile(folder, NAME);
}

/** Reads the heads alone. */
async function heldIn(file: File | null): Promise<Held> {
  const hashes = new Set<string>();
  if (file === null || !(await hasMark(file))) return { hashes, end: 0 };
  let at = BACKUP_MARK.length;
  for (;;) {
    const start = await bytesOf(file, at, HEAD_BYTES + HASH_BYTES);
    const head = headAt(start, 0);
    if (head === null || head.kind !== kinds.image || at + HEAD_BYTES + head.length > file.size) break;
    hashes.add(new TextDecoder().decode(start.subarray(HEAD_BYTES)));
    at += HEAD_BYTES + head.length;
  }
  return { hashes, end: at };
}
