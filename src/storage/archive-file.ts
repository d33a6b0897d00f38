import {
  ARCHIVE_VERSION,
  type ArchivedMap,
  type ArchiveHead,
  END_BYTES,
  readEnd,
  readHead,
  readImage,
  readMap,
  readQuarantined,
  readSettings,
  writeEnd,
  writeHead,
  writeImage,
  writeMap,
  writeQuarantined,
  writeSettings,
} from "#storage/archive.ts";
import { bytesOf, HEAD_BYTES, headAt, kinds, sectionOf, sectionsIn } from "#storage/archive-sections.ts";
import { BACKUP_MARK } from "#store/ports.ts";
import type { KeptImage, Quarantined } from "#storage/schema.ts";
import { storageWords } from "#words/storage.ts";

/** Everything that goes into an archive, given map by map. */
export interface ArchiveContents {
  readonly head: ArchiveHead;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly quarantine: AsyncIterable<Quarantined> | Iterable<Quarantined>;
  readonly maps: AsyncIterable<ArchivedMap> | Iterable<ArchivedMap>;
  /** The images that go along, in front of the maps. */
  readonly images?: AsyncIterable<KeptImage>;
}

/** What stands in an archive, in its order; or that a stretch of it is damaged, or that its end is missing. */
export type ArchivePart =
  | { readonly type: "head"; readonly head: ArchiveHead }
  | { readonly type: "map"; readonly map: ArchivedMap }
  | { readonly type: "image"; readonly image: KeptImage }
  | { readonly type: "settings"; readonly settings: Readonly<Record<string, unknown>> }
  | { readonly type: "quarantined"; readonly quarantined: Quarantined }
  | { readonly type: "damaged" }
  | { readonly type: "truncated" };

/** The bytes of an archive, piece by piece: at most one map or image of it is in memory. */
export async function* writeArchive(contents: ArchiveContents): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let length = 0;
  const counted = (bytes: Uint8Array<ArrayBuffer>) => {
    length += bytes.length;
    return bytes;
  };
  yield counted(BACKUP_MARK);
  yield counted(await sectionOf(kinds.head, writeHead(contents.head)));
  yield counted(await sectionOf(kinds.settings, writeSettings(contents.settings)));
  for await (const image of contents.images ?? [])
    yield counted(await sectionOf(kinds.image, writeImage(image)));
  let maps = 0;
  for await (const map of contents.maps) {
    maps++;
    yield counted(await sectionOf(kinds.map, writeMap(map)));
  }
  for await (const found of contents.quarantine)
    yield counted(await sectionOf(kinds.quarantine, writeQuarantined(found)));
  yield await sectionOf(kinds.end, writeEnd({ maps, length }));
}

/** Why a file cannot be read as an archive at all, in a sentence; `null` when it can, if only in part. */
export async function refuseArchive(file: Blob, name: string): Promise<string | null> {
  if (file.size === 0) return storageWords.emptyFile(name);
  if (!(await hasMark(file))) return storageWords.notBackup(name);
  const head = await headOf(file);
  if (head !== null && head.version > ARCHIVE_VERSION)
    return storageWords.newerBackup(name, head.version, ARCHIVE_VERSION);
  return null;
}

/** Whether a file begins as an archive does. Of a copy, that is what is written last. */
export async function hasMark(file: Blob): Promise<boolean> {
  const first = await bytesOf(file, 0, BACKUP_MARK.length);
  return BACKUP_MARK.every((byte, at) => first[at] === byte);
}

/** The head of an archive, without reading the rest; `null` when it is damaged. */
export async function headOf(file: Blob): Promise<ArchiveHead | null> {
  const section = headAt(await bytesOf(file, BACKUP_MARK.length, HEAD_BYTES), 0);
  if (section?.kind !== kinds.head || section.length > 65_536) return null;
  return readHead(await bytesOf(file, BACKUP_MARK.length + HEAD_BYTES, section.length));
}

/** Whether an archive has its end, so that it was written to the last byte. */
export async function hasEnd(file: Blob): Promise<boolean> {
  const at = file.size - HEAD_BYTES - END_BYTES;
  if (at < 0) return false;
  const bytes = await bytesOf(file, at, HEAD_BYTES + END_BYTES);
  return headAt(bytes, 0)?.kind === kinds.end && readEnd(bytes.subarray(HEAD_BYTES))?.length === at;
}

/** Reads an archive through: is every part of it there and sound? */
export async function isWholeArchive(file: Blob): Promise<boolean> {
  for await (const { type } of partsOf(file)) if (type === "damaged" || type === "truncated") return false;
  return true;
}

/** Reads an archive part by part. Whatever is damaged, what is whole comes out. */
export async function* partsOf(file: Blob): AsyncGenerator<ArchivePart> {
  if (!(await hasMark(file))) yield { type: "damaged" };
  let isEnded = false;
  for await (const section of sectionsIn(file)) {
    if (section.kind === kinds.end) isEnded = true;
    else yield section.kind === null ? { type: "damaged" } : partOf(section.kind, section.body);
  }
  if (!isEnded) yield { type: "truncated" };
}

function partOf(kind: number, body: Uint8Array<ArrayBuffer>): ArchivePart {
  if (kind === kinds.head) return ofForm(readHead(body), (head) => ({ type: "head", head }));
  if (kind === kinds.map) return ofForm(readMap(body), (map) => ({ type: "map", map }));
  if (kind === kinds.image) return ofForm(readImage(body), (image) => ({ type: "image", image }));
  if (kind === kinds.settings)
    return ofForm(readSettings(body), (settings) => ({ type: "settings", settings }));
  if (kind === kinds.quarantine)
    return ofForm(readQuarantined(body), (quarantined) => ({ type: "quarantined", quarantined }));
  return { type: "damaged" };
}

function ofForm<Found>(found: Found | null, part: (found: Found) => ArchivePart): ArchivePart {
  return found === null ? { type: "damaged" } : part(found);
}
