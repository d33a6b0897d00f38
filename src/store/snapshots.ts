import * as Y from "yjs";

/*
 * States of a document, as Yjs tells them: how much of each writer is there (`sv`), and what of it is deleted (`ds`).
 * Both only grow, so that states are sets: one may hold another, two have a union and a difference.
 */

/** The state of a document now. */
export function stateOf(doc: Y.Doc): Y.Snapshot {
  return Y.snapshot(doc);
}

/** All that is in one state or the other. */
export function unionOf(one: Y.Snapshot, other: Y.Snapshot): Y.Snapshot {
  const sv = new Map(one.sv);
  for (const [client, clock] of other.sv) sv.set(client, Math.max(clock, sv.get(client) ?? 0));
  return Y.createSnapshot(Y.mergeDeleteSets([copyOf(one.ds), copyOf(other.ds)]), sv);
}

/** What a state has beyond another: `unionOf(base, beyond(state, base))` is the state, where it holds the base. */
export function beyond(state: Y.Snapshot, base: Y.Snapshot): Y.Snapshot {
  const sv = new Map([...state.sv].filter(([client, clock]) => clock > (base.sv.get(client) ?? 0)));
  const ds = Y.createDeleteSet();
  for (const [client, ranges] of state.ds.clients) {
    const left = rangesBeyond(ranges, base.ds.clients.get(client) ?? []);
    if (left.length > 0) ds.clients.set(client, left);
  }
  return Y.createSnapshot(ds, sv);
}

/** Whether a state has all that another has. */
export function holdsState(state: Y.Snapshot, other: Y.Snapshot): boolean {
  const { sv, ds } = beyond(other, state);
  return sv.size === 0 && ds.clients.size === 0;
}

/** Whether a state has a letter, a value or a record, by the number of its writer and its place in what that one wrote. */
export function sees({ sv, ds }: Y.Snapshot, client: number, clock: number): boolean {
  return clock < (sv.get(client) ?? 0) && !Y.isDeleted(ds, Y.createID(client, clock));
}

type Ranges = Y.Snapshot["ds"]["clients"] extends Map<number, infer Items> ? Items : never;

/** Ranges less other ranges; both sorted, neither with overlaps. */
function rangesBeyond(ranges: Ranges, base: Ranges): Ranges {
  const left: Ranges = [];
  let next = 0;
  for (const { clock, len } of ranges) {
    const end = clock + len;
    let from = clock;
    while (next < base.length && base[next]!.clock + base[next]!.len <= from) next++;
    for (let at = next; at < base.length && base[at]!.clock < end; at++) {
      const { clock: start, len: length } = base[at]!;
      if (start > from) left.push({ clock: from, len: start - from });
      from = Math.max(from, start + length);
    }
    if (from < end) left.push({ clock: from, len: end - from });
  }
  return left;
}

/** Merging writes into the lists that it is given. */
function copyOf({ clients }: Y.Snapshot["ds"]): Y.Snapshot["ds"] {
  const copy = Y.createDeleteSet();
  for (const [client, ranges] of clients) copy.clients.set(client, [...ranges]);
  return copy;
}
