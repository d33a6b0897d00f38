import * as Y from "yjs";
import { changeBetween, isEmptyChange } from "#model/change.ts";
import type { MapId } from "#model/ids.ts";
import { Projection } from "#store/projection.ts";
import { documentOf, waits } from "#store/updates.ts";

/** Only compared, never shown. */
const ANY = "" as MapId;

/** One update that says all that these say; `null` where one cannot be read, or waits for another that is not among them. */
export function foldUpdates(updates: readonly Uint8Array[]): Uint8Array<ArrayBuffer> | null {
  const doc = wholeDocumentOf(updates);
  if (doc === null) return null;
  const folded = new Uint8Array(Y.encodeStateAsUpdate(doc));
  doc.destroy();
  return folded;
}

/**
 * Whether all these lists of updates make one and the same document: the same edits, deletions and contents, byte
 * for byte as a document writes itself, and the same map to be seen. A list that makes no whole document is like none.
 */
export function areSameDocument(ways: readonly (readonly Uint8Array[])[]): boolean {
  const docs = ways.map(wholeDocumentOf);
  const [first = null] = docs;
  const areSame = first !== null && docs.every((doc) => doc !== null && isSame(first, doc));
  for (const doc of docs) doc?.destroy();
  return areSame;
}

function wholeDocumentOf(updates: readonly Uint8Array[]): Y.Doc | null {
  const { doc, unreadable } = documentOf(updates);
  if (unreadable === 0 && !waits(doc)) return doc;
  doc.destroy();
  return null;
}

function isSame(one: Y.Doc, other: Y.Doc): boolean {
  if (one === other) return true;
  return (
    isSameBytes(Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(other)) &&
    isEmptyChange(changeBetween(Projection.of(one, ANY).map, Projection.of(other, ANY).map))
  );
}

function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
