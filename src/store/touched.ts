/* oxlint-disable no-underscore-dangle -- Yjs names so what it keeps of the past */
import * as Y from "yjs";
import { byShelf, SHELVES, type Shelf } from "#model/shelves.ts";
import { type Roots, rootsOf } from "#store/document.ts";
import { beyond } from "#store/snapshots.ts";

/** The records that something was written into or deleted from, by shelf. */
export interface Touched extends Readonly<Record<Shelf, Set<string>>> {
  about: boolean;
}

/** The records in which two states of a document may differ. It costs what lies between the two, not what the document holds. */
export function touchedBetween(doc: Y.Doc, one: Y.Snapshot, other: Y.Snapshot): Touched {
  const touched: Touched = { about: false, ...byShelf<Touched>(() => new Set()) };
  const roots = rootsOf(doc);
  for (const [state, base] of [
    [one, other],
    [other, one],
  ] as const)
    for (const item of itemsIn(doc, beyond(state, base), base.sv)) {
      const found = recordOf(item, roots);
      if (found === "about") touched.about = true;
      else if (found !== null) touched[found.shelf].add(found.id);
    }
  return touched;
}

/** Whether anything that a map says was touched by what a document gained, from where on each writer wrote it. */
export function touchesAny(doc: Y.Doc, gained: Y.Snapshot, since: ReadonlyMap<number, number>): boolean {
  const roots = rootsOf(doc);
  for (const item of itemsIn(doc, gained, since)) if (recordOf(item, roots) !== null) return true;
  return false;
}

/** What was written, or deleted. */
function* itemsIn(doc: Y.Doc, { sv, ds }: Y.Snapshot, since: ReadonlyMap<number, number>): Generator<Y.Item> {
  for (const [client, end] of sv) yield* itemsFrom(doc, client, since.get(client) ?? 0, end);
  for (const [client, ranges] of ds.clients)
    for (const { clock, len } of ranges) yield* itemsFrom(doc, client, clock, clock + len);
}

function* itemsFrom(doc: Y.Doc, client: number, from: number, end: number): Generator<Y.Item> {
  const structs = doc.store.clients.get(client) ?? [];
  for (let at = firstFrom(structs, from); at < structs.length && structs[at]!.id.clock < end; at++) {
    const struct = structs[at];
    if (struct instanceof Y.Item) yield struct;
  }
}

/** The place of the first struct that ends after a clock. */
function firstFrom(structs: readonly Y.AbstractStruct[], clock: number): number {
  let [low, high] = [0, structs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { id, length } = structs[middle]!;
    if (id.clock + length > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The record that an item is in, or is; `null` for what is no part of the map, such as a version. */
function recordOf(
  written: Y.Item,
  roots: Roots,
): "about" | { readonly shelf: Shelf; readonly id: string } | null {
  let item = written;
  for (;;) {
    const { parent } = item;
    if (!(parent instanceof Y.AbstractType)) return null;
    if (parent._item !== null) {
      item = parent._item;
      continue;
    }
    if (parent === roots.about) return "about";
    const id = item.parentSub;
    const shelf = SHELVES.find((each) => parent === roots[each]);
    return shelf === undefined || id === null ? null : { shelf, id };
  }
}
