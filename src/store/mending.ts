import * as Y from "yjs";
import { documentOf } from "#store/updates.ts";

/**
 * Which of these updates cannot be used: they cannot be read, or wait for another that is not among them, wholly or
 * in part. What a document shows of those is in the update that was written of the whole of it.
 */
export function areUnusable(updates: readonly Uint8Array[]): readonly boolean[] {
  const { doc } = documentOf(updates);
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc));
  doc.destroy();
  return updates.map((update) => !isWithin(update, clocks));
}

/** Whether all that an update adds and deletes is known to a document that has gone so far. */
function isWithin(update: Uint8Array, clocks: ReadonlyMap<number, number>): boolean {
  const isKnown = (client: number, end: number) => end <= (clocks.get(client) ?? 0);
  try {
    const { structs, ds } = Y.decodeUpdate(update);
    return (
      structs.every(({ id, length }) => isKnown(id.client, id.clock + length)) &&
      [...ds.clients].every(([client, ranges]) =>
        ranges.every(({ clock, len }) => isKnown(client, clock + len)),
      )
    );
  } catch {
    return false;
  }
}
