import * as Y from "yjs";
import { atOnce, type Steps } from "#model/steps.ts";
import { newDocument, rootsOf } from "#store/document.ts";
import { PIECE, type PieceSize, piecesOf } from "#store/pieces.ts";

/** The origin of what came from the disk, another tab or a file: neither undone nor written again. */
export const ELSEWHERE = "elsewhere";

/** A document, and how many of the updates that it was made of could not be read. */
export interface Made {
  readonly doc: Y.Doc;
  readonly unreadable: number;
}

/** A document of all updates that can be read. */
export function documentOf(updates: readonly Uint8Array[]): Made {
  return atOnce(makingOf(updates));
}

/**
 * Makes a document of all updates that can be read, a piece a step. One that cannot may leave half of itself behind, so
 * it costs a fresh start without it.
 */
export function* makingOf(updates: readonly Uint8Array[], size: PieceSize = PIECE): Steps<Made> {
  let readable = updates;
  for (;;) {
    const doc = newDocument();
    // Its roots are maps from the start: else all that is in them by then would have to move.
    rootsOf(doc);
    const bad = yield* fill(doc, readable, size);
    if (bad.size === 0) return { doc, unreadable: updates.length - readable.length };
    doc.destroy();
    readable = readable.filter((update) => !bad.has(update));
  }
}

/** A piece, and the update that it is of. */
interface Part {
  readonly piece: Uint8Array;
  readonly update: Uint8Array;
}

/** Takes updates into a new document, and returns those that could not be read. */
function* fill(doc: Y.Doc, updates: readonly Uint8Array[], size: PieceSize): Steps<ReadonlySet<Uint8Array>> {
  const bad = new Set<Uint8Array>();
  const all = sizeOf(updates);
  const late: Part[] = [];
  let done = 0;
  for (const parts of stepsOf(updates, size, bad)) {
    if (done > 0) yield done / all;
    // What comes after a gap waits as well, as a rule. Yjs would put it with what waits already, again and again.
    if (waits(doc)) late.push(...parts);
    else take(doc, parts, bad);
    done += Math.max(1, sizeOf(parts.map(({ piece }) => piece)));
  }
  if (late.length > 0) takeLate(doc, late, bad);
  return bad;
}

/** The pieces of all updates, as many together as make a step; none where there was only something to go through. */
function* stepsOf(
  updates: readonly Uint8Array[],
  size: PieceSize,
  bad: Set<Uint8Array>,
): Generator<readonly Part[]> {
  let [step, bytes]: [Part[], number] = [[], 0];
  for (const part of partsOf(updates, size, bad)) {
    if (part === null || (bytes > 0 && bytes + part.piece.length > size.bytes)) {
      yield step;
      [step, bytes] = [[], 0];
    }
    if (part === null) continue;
    step.push(part);
    bytes += part.piece.length;
  }
  yield step;
}

/** The pieces of all updates, and `null` where there was only something to go through. */
function* partsOf(
  updates: readonly Uint8Array[],
  size: PieceSize,
  bad: Set<Uint8Array>,
): Generator<Part | null> {
  for (const update of updates)
    try {
      for (const piece of piecesOf(update, size)) yield piece && { piece, update };
    } catch {
      bad.add(update);
    }
}

function take(doc: Y.Doc, parts: readonly Part[], bad: Set<Uint8Array>): void {
  doc.transact(() => {
    for (const { piece, update } of parts) if (!isTaken(doc, piece)) bad.add(update);
  }, ELSEWHERE);
}

/** Takes in what comes after a gap, all of it as one: it hangs on what is not there, and has to wait. */
function takeLate(doc: Y.Doc, parts: readonly Part[], bad: Set<Uint8Array>): void {
  for (const { piece, update } of parts) if (!isReadable(piece)) bad.add(update);
  if (bad.size > 0 || isTaken(doc, Y.mergeUpdates(parts.map(({ piece }) => piece)))) return;
  for (const { update } of parts) bad.add(update);
}

function sizeOf(updates: readonly Uint8Array[]): number {
  return updates.reduce((sum, { length }) => sum + length, 0);
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
