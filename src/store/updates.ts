import * as Y from "yjs";
import { newDocument } from "#store/document.ts";

/** The origin of what came from the disk, another tab or a file: neither undone nor written again. */
export const ELSEWHERE = "elsewhere";

/** A document of all updates that can be read. One that cannot may leave half of itself behind, so it costs a fresh start without it. */
export function documentOf(updates: readonly Uint8Array[]): {
  readonly doc: Y.Doc;
  readonly unreadable: number;
} {
  let readable = updates;
  for (;;) {
    const doc = newDocument();
    const bad = new Set<Uint8Array>();
    doc.transact(() => {
      for (const update of readable) if (!isTaken(doc, update)) bad.add(update);
    }, ELSEWHERE);
    if (bad.size === 0) return { doc, unreadable: updates.length - readable.length };
    doc.destroy();
    readable = readable.filter((update) => !bad.has(update));
  }
}

/** Takes an update into a document that is in use; returns whether it could be read. One that cannot leaves nothing behind. */
export function takeIn(doc: Y.Doc, update: Uint8Array): boolean {
  return isReadable(update) && isTaken(doc, update);
}

/** The state of a document of which this update is the whole. */
export function stateOfUpdate(update: Uint8Array): Y.Snapshot {
  const { ds } = Y.decodeUpdate(update);
  const sv = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(update));
  return Y.createSnapshot(Y.mergeDeleteSets([ds]), sv);
}

/** Whether an update that others build on is missing, so that theirs wait for it. */
export function waits({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null;
}

/** Whether an update can be decoded to its end, so that taking it in cannot stop half way. */
function isReadable(update: Uint8Array): boolean {
  try {
    Y.decodeUpdate(update);
    return true;
  } catch {
    return false;
  }
}

function isTaken(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update, ELSEWHERE);
    return true;
  } catch {
    return false;
  }
}
