import * as Y from "yjs";
import type { FileHistory } from "#interchange/reading.ts";
import type { ArgumentMap } from "#model/map.ts";
import { crc32 } from "#store/crc.ts";
import { newDocument } from "#store/document.ts";
import { normalMap } from "#store/normal-map.ts";
import { Projection } from "#store/projection.ts";
import { makeSeed } from "#store/seed.ts";
import { mintMapId } from "#store/mint.ts";
import { mapText } from "#store/values.ts";
import { storeWords as words } from "#words/store.ts";

/** Documents beyond this are refused. */
const MAX_DOCUMENT_BYTES = 36 * 1_048_576;

/** A map with its document, as it is handed on. */
export interface MapCopy {
  readonly map: ArgumentMap;
  readonly document: Uint8Array<ArrayBuffer>;
}

/** A copy that can be merged, or a sentence that says why its history cannot be used. */
export type CopyOutcome = { readonly document: Uint8Array<ArrayBuffer> } | { readonly refused: string };

/** How a map's history goes into a file. */
export function historyOf({ document }: MapCopy, by: string): FileHistory {
  return { by, document, crc: crc32(document) };
}

/**
 * The map as it can be given to anyone: a document of its own that holds the present text and nothing else, no
 * deleted sentence, no private note and nobody's name. It is another map from then on.
 */
export function withoutHistory(map: ArgumentMap): MapCopy & { readonly history: FileHistory } {
  const claims = new Map([...map.claims].map(([id, claim]) => [id, { ...claim, note: "" }]));
  const bare = normalMap({ ...map, id: mintMapId(), claims });
  const document = makeSeed(bare);
  return { map: bare, document, history: historyOf({ map: bare, document }, "") };
}

/**
 * Judges the document that a file carries for a map. It is taken only if it is whole, builds on nothing that is
 * missing, holds nothing but plain values, and says exactly what the readable part of the file says: whoever edited
 * that by hand meant it.
 */
export function readCopy(map: ArgumentMap, { document, crc }: FileHistory): CopyOutcome {
  if (document.length > MAX_DOCUMENT_BYTES) return { refused: words.historyTooLarge };
  if (crc32(document) !== crc) return { refused: words.historyDamaged };
  const found = projectionOf(map, document);
  if (found === null) return { refused: words.historyDamaged };
  return mapText(found) === mapText(normalMap(map)) ? { document } : { refused: words.historyDiffers };
}

/** What the document says; `null` for one that is not sound. */
function projectionOf({ id }: ArgumentMap, bytes: Uint8Array): ArgumentMap | null {
  const doc = newDocument();
  try {
    Y.decodeUpdate(bytes);
    Y.applyUpdate(doc, bytes);
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return null;
    const { map } = Projection.of(doc, id);
    return [...map.sources.values()].every(({ item }) => isPlain(item)) ? map : null;
  } catch {
    return null;
  } finally {
    doc.destroy();
  }
}

/** Whether a value is what JSON can hold, with no prototype of its own making. */
function isPlain(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return typeof value !== "bigint";
  const prototype: unknown = Object.getPrototypeOf(value);
  const isUsual = prototype === (Array.isArray(value) ? Array.prototype : Object.prototype);
  return isUsual && Object.values(value).every(isPlain);
}
