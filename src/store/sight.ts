/* oxlint-disable no-underscore-dangle -- Yjs names so what it keeps of the past */
import * as Y from "yjs";
import { sees } from "#store/snapshots.ts";

/** What is seen of a document: what it says now, or what it said at a version. */
export interface Sight {
  value(map: Y.Map<unknown>, key: string): unknown;
  keys(map: Y.Map<unknown>): Iterable<string>;
  text(text: Y.Text): string;
  list(list: Y.Array<unknown>): readonly unknown[];
}

/** The document as it is. Whatever in a text is not text is passed over. */
export const now: Sight = {
  value: (map, key) => map.get(key),
  keys: (map) => map.keys(),
  text: (text) => text.toJSON(),
  list: (list) => list.toArray(),
};

/**
 * The document as it was in an earlier state. Reads what Yjs keeps of deleted text and values, letter by letter, since
 * Yjs joins neighbours that were written, or deleted, at different times. Total: of what is not there, nothing is seen.
 */
export function sightOf(state: Y.Snapshot): Sight {
  return {
    value: (map, key) => valueThen(map._map.get(key) ?? null, state),
    keys: (map) => map._map.keys(),
    text: (text) => unitsThen(text._start, state, Y.ContentString).join(""),
    list: (list) => unitsThen(list._start, state, null),
  };
}

/** A key's values stand in a chain, the latest last; the last that was there is the one that held. */
function valueThen(last: Y.Item | null, state: Y.Snapshot): unknown {
  const { sv } = state;
  for (let item = last; item !== null; item = item.left) {
    const { client, clock } = item.id;
    const known = Math.min(item.length, (sv.get(client) ?? 0) - clock);
    if (known > 0) {
      return sees(state, client, clock + known - 1) ? item.content.getContent()[known - 1] : undefined;
    }
  }
  return undefined;
}

function unitsThen(first: Y.Item | null, state: Y.Snapshot, only: typeof Y.ContentString | null): unknown[] {
  const units: unknown[] = [];
  for (let item = first; item !== null; item = item.right) {
    if (!item.countable || (only !== null && !(item.content instanceof only))) continue;
    const { client, clock } = item.id;
    for (const [at, unit] of item.content.getContent().entries())
      if (sees(state, client, clock + at)) units.push(unit);
  }
  return units;
}
