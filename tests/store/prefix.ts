import * as Y from "yjs";

/** Whether a document's whole history is part of another's, down to the last letter. */
export function isPrefix(earlier: Uint8Array, later: Uint8Array): boolean {
  const both = stateOf(earlier, later);
  const alone = stateOf(later);
  return both.length === alone.length && both.every((byte, at) => byte === alone[at]);
}

function stateOf(...updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc({ gc: false });
  for (const update of updates) Y.applyUpdate(doc, update);
  return Y.encodeStateAsUpdate(doc);
}
