/* oxlint-disable no-underscore-dangle -- Yjs names so what it keeps of the past */
import * as Y from "yjs";
import { type Roots, rootsOf } from "#store/document.ts";
import { beyond } from "#store/snapshots.ts";

/** The records that something was written into or deleted from, by shelf. */
export interface Touched {
  about: boolean;
  readonly claims: Set<string>;
  readonly relations: Set<string>;
  readonly sources: Set<string>;
}

/** The records in which two states of a document may differ. It costs what lies between the two, not what the document holds. */
export function touchedBetween(doc: Y.Doc, one: Y.Snapshot, other: Y.Snapshot): Touched {
  const touched: Touched = { about: false, claims: new Set(), relations: new Set(), sources: new Set() };
  const roots = rootsOf(doc);
  for (const [state, base] of [
    [one, other],
    [other, one],
  ] as const) {
    const { sv, ds } = beyond(state, base);
    for (const [client, end] of sv) note(doc, client, base.sv.get(client) ?? 0, end, roots, touched);
    for (const [client, ranges] of ds.clients)
      for (const { clock, len } of ranges) note(doc, client, clock, clock + len, roots, touched);
  }
  return touched;
}

function note(doc: Y.Doc, client: number, from: number, end: number, roots: Roots, touched: Touched): void {
  const structs = doc.store.clients.get(client) ?? [];
  for (let at = firstFrom(structs, from); at < structs.length && structs[at]!.id.clock < end; at++) {
    const struct = structs[at];
    if (struct instanceof Y.Item) noteItem(struct, roots, touched);
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

function noteItem(written: Y.Item, roots: Roots, touched: Touched): void {
  let item = written;
  for (;;) {
    const { parent } = item;
    if (!(parent instanceof Y.AbstractType)) return;
    if (parent._item !== null) {
      item = parent._item;
      continue;
    }
    if (parent === roots.about) touched.about = true;
    else if (item.parentSub !== null)
      for (const shelf of ["claims", "relations", "sources"] as const)
        if (parent === roots[shelf]) touched[shelf].add(item.parentSub);
    return;
  }
}
