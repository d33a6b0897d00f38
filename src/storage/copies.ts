import type { MapId } from "#model/ids.ts";
import type { CopyFound, Loss, Restored } from "#store/ports.ts";
import { type ArchiveContents, headOf, partsOf, refuseArchive, writeArchive } from "#storage/archive-file.ts";
import { ARCHIVE_VERSION, VERSION_WITHOUT_IMAGES } from "#storage/archive.ts";
import { archivedMap, mapIds, quarantinedIn, stampOf } from "#storage/archive-source.ts";
import type { Database } from "#storage/database.ts";
import { copiedImages, copyImages, imagesIn } from "#storage/image-copies.ts";
import { amountOfImages } from "#storage/images.ts";
import type { Mark } from "#storage/mark.ts";
import type { StartWriter } from "#storage/overwriting.ts";
import {
  keepImage,
  mergeImage,
  type Merged,
  mergeMap,
  mergeQuarantined,
  mergeSettings,
} from "#storage/merging.ts";
import { DiskSettings } from "#storage/settings.ts";
import { SecondCopy } from "#storage/second-copy.ts";
import { storageWords } from "#words/storage.ts";

/** Brings the second copy up with the library. Resolves when it is. */
export async function copyAll(database: Database, startWriter: StartWriter | null): Promise<void> {
  const stamp = await stampOf(database);
  const copy = new SecondCopy(database.name, startWriter);
  await copy.write(
    stamp,
    (generation) => contentsOf(database, generation, stamp),
    (starting, mayDrop) => copyImages(database, starting, mayDrop),
  );
}

/** Everything as one file. Each piece goes to the browser at once, which keeps large ones out of memory. */
export async function backUp(database: Database): Promise<Blob> {
  const pieces: Blob[] = [];
  const hashes = await database.use((connection) => connection.getAllKeys("images"));
  const { head, ...others } = await contentsOf(database, 1, await stampOf(database));
  const version = hashes.length === 0 ? VERSION_WITHOUT_IMAGES : ARCHIVE_VERSION;
  const contents = { ...others, head: { ...head, version }, images: imagesIn(database, hashes) };
  for await (const bytes of writeArchive(contents)) pieces.push(new Blob([bytes]));
  return new Blob(pieces, { type: "application/octet-stream" });
}

async function contentsOf(database: Database, generation: number, stamp: string): Promise<ArchiveContents> {
  const ids = await mapIds(database);
  return {
    head: { version: VERSION_WITHOUT_IMAGES, generation, writtenAt: Date.now(), maps: ids.length, stamp },
    settings: await new DiskSettings(database).read(),
    quarantine: quarantinedIn(database),
    maps: mapsOf(database, ids),
  };
}

async function* mapsOf(database: Database, ids: readonly MapId[]) {
  for (const id of ids) yield await archivedMap(database, id);
}

/** Reads an archive through. */
export async function describeArchive(file: Blob): Promise<CopyFound> {
  const head = await headOf(file);
  let maps = 0;
  let isWhole = head !== null;
  for await (const part of partsOf(file)) {
    if (part.type === "map") maps++;
    if (part.type === "damaged" || part.type === "truncated") isWhole = false;
  }
  return { writtenAt: head?.writtenAt ?? null, maps, expected: head?.maps ?? null, isWhole };
}

export async function inspectBackup(
  file: Blob,
  name: string,
): Promise<CopyFound | { readonly refused: string }> {
  const refused = await refuseArchive(file, name);
  if (refused !== null) return { refused };
  const found = await describeArchive(file);
  return found.maps === 0 && !found.isWhole ? { refused: storageWords.nothingWhole(name) } : found;
}

/** What is left of a library that is gone; `null` when there is nothing to say that there was one. */
export async function lossOf(database: Database, mark: Mark | null): Promise<Loss | null> {
  const best = await bestCopy(database);
  if (mark === null && best === null) return null;
  const here = await database.use((connection) => connection.count("maps"));
  return { maps: mark?.maps ?? best?.found.expected ?? null, here, copy: best?.found ?? null };
}

/** The latest copy that is whole and not empty, or else the latest in which a map is. */
async function bestCopy(
  database: Database,
): Promise<{ readonly file: File; readonly found: CopyFound } | null> {
  const files = await new SecondCopy(database.name).files();
  const all = await Promise.all(files.map(async (file) => ({ file, found: await describeArchive(file) })));
  const filled = all.filter(({ found }) => found.maps > 0);
  return filled.find(({ found }) => found.isWhole) ?? filled[0] ?? null;
}

/** Takes archives in, the best first, until one was whole. Safe to do again, and to have interrupted. */
export async function restoreArchives(database: Database, files: readonly Blob[]): Promise<Restored> {
  const outcomes = new Map<MapId, Merged>();
  await database.outOfDanger();
  for (const file of files) if (await restoreArchive(database, file, outcomes)) break;
  for await (const image of copiedImages(database.name)) await mergeImage(database, image);
  const those = (wanted: Merged) =>
    [...outcomes].filter(([, outcome]) => outcome === wanted).map(([map]) => map);
  return { added: those("added"), merged: those("merged"), unchanged: those("unchanged").length };
}

/** Whether it was whole. */
async function restoreArchive(
  database: Database,
  file: Blob,
  outcomes: Map<MapId, Merged>,
): Promise<boolean> {
  let isWhole = true;
  for await (const part of partsOf(file)) {
    if (part.type === "map") {
      const outcome = await mergeMap(database, part.map);
      const before = outcomes.get(part.map.map);
      if (before === undefined || before === "unchanged") outcomes.set(part.map.map, outcome);
    } else if (part.type === "image") await keepImage(database, part.image);
    else if (part.type === "settings") await mergeSettings(database, part.settings);
    else if (part.type === "quarantined") await mergeQuarantined(database, part.quarantined);
    else if (part.type !== "head") isWhole = false;
  }
  return isWhole;
}

/** Keeps what could be restored out of the way of the copies to come. */
export async function setAside(database: Database, startWriter: StartWriter | null): Promise<void> {
  const best = await bestCopy(database);
  if (best !== null) await new SecondCopy(database.name, startWriter).setAside(best.file);
}

/** The files to restore from. */
export async function copyFiles(database: Database, which: "second" | "aside"): Promise<readonly File[]> {
  const copy = new SecondCopy(database.name);
  if (which === "second") return copy.files();
  const aside = await copy.aside();
  return aside === null ? [] : [aside];
}

export async function dropAside(database: Database, startWriter: StartWriter | null): Promise<void> {
  await new SecondCopy(database.name, startWriter).dropAside();
}

export interface CopyState {
  readonly copiedAt: number | null;
  readonly setAside: CopyFound | null;
}

export async function copyState(database: Database): Promise<CopyState> {
  const copy = new SecondCopy(database.name);
  const [latest, aside] = await Promise.all([copy.latest(), copy.aside()]);
  return {
    copiedAt: latest?.writtenAt ?? null,
    setAside: aside === null ? null : await describeArchive(aside),
  };
}

/** How many bytes each map takes up, one after the other. */
export async function* sizesIn(database: Database): AsyncGenerator<{ map: MapId; bytes: number }> {
  for (const map of await mapIds(database)) {
    const { updates, snapshots } = await archivedMap(database, map);
    const images = await database.use((connection) => amountOfImages(connection, map));
    const records = [...updates, ...snapshots].reduce((sum, { bytes }) => sum + bytes.length, 0);
    yield { map, bytes: records + images.bytes };
  }
}
