import * as Y from "yjs";
import type { MapId } from "#model/ids.ts";
import type { Merger } from "#model/merge-review.ts";
import type { ArgumentMap } from "#model/map.ts";
import { newDocument } from "#store/document.ts";
import { Projection } from "#store/projection.ts";
import { mapText } from "#store/values.ts";

/** How two documents of one map's id stand to each other. */
export type Meeting =
  /** They were made apart: merging would let one hide the other. */
  | { readonly relation: "strangers" }
  /** They say the same. */
  | { readonly relation: "same" }
  /** The other has nothing that mine does not have. */
  | { readonly relation: "known" }
  | { readonly relation: "parted"; readonly merger: Merger };

/** Compares two sound documents, neither of which is changed. */
export function meet(id: MapId, mine: Uint8Array, theirs: Uint8Array): Meeting {
  const [ours, other, both] = [documentOf(mine), documentOf(theirs), documentOf(mine, theirs)];
  try {
    const common = commonClocks(ours, other);
    if (common.size === 0) return { relation: "strangers" };
    const maps = { mine: mapOf(ours, id), theirs: mapOf(other, id) };
    if (mapText(maps.mine) === mapText(maps.theirs)) return { relation: "same" };
    if (Y.equalSnapshots(Y.snapshot(ours), Y.snapshot(both))) return { relation: "known" };
    const merger = { ...maps, merged: mapOf(both, id), base: baseOf(id, { ours, other, both }, common) };
    return { relation: "parted", merger };
  } finally {
    for (const doc of [ours, other, both]) doc.destroy();
  }
}

type Clocks = ReadonlyMap<number, number>;
type Deletions = ReturnType<typeof Y.createDeleteSet>;

interface Documents {
  readonly ours: Y.Doc;
  readonly other: Y.Doc;
  readonly both: Y.Doc;
}

function documentOf(...updates: readonly Uint8Array[]): Y.Doc {
  const doc = newDocument();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

function mapOf(doc: Y.Doc, id: MapId): ArgumentMap {
  return Projection.of(doc, id).map;
}

function clocksOf(doc: Y.Doc): Clocks {
  return Y.decodeStateVector(Y.encodeStateVector(doc));
}

/** How much of each writer's work both have. */
function commonClocks(one: Y.Doc, other: Y.Doc): Map<number, number> {
  const others = clocksOf(other);
  const common = [...clocksOf(one)].map(
    ([client, clock]) => [client, Math.min(clock, others.get(client) ?? 0)] as const,
  );
  return new Map(common.filter(([, clock]) => clock > 0));
}

/** What both had before they parted: everything that both know of, less what both have deleted. */
function baseOf(id: MapId, { ours, other, both }: Documents, common: Map<number, number>): ArgumentMap {
  const deleted = intersection(
    Y.createDeleteSetFromStructStore(ours.store),
    Y.createDeleteSetFromStructStore(other.store),
  );
  for (const item of overwrittenByBoth(both, common, clocksOf(ours), clocksOf(other))) spare(deleted, item);
  const base = Y.createDocFromSnapshot(both, Y.createSnapshot(deleted, common), newDocument());
  const map = mapOf(base, id);
  base.destroy();
  return map;
}

/** Values that stood when the two parted, and in whose place each has put its own since. */
function overwrittenByBoth(both: Y.Doc, common: Clocks, ours: Clocks, other: Clocks): readonly Y.Item[] {
  const found: Y.Item[] = [];
  for (const structs of both.store.clients.values())
    for (const item of structs) {
      if (!(item instanceof Y.Item) || item.parentSub === null || !isIn(item, common)) continue;
      if (item.right === null || isIn(item.right, common)) continue;
      let [byUs, byOther] = [false, false];
      for (let next: Y.Item | null = item.right; next !== null; next = next.right) {
        byUs ||= isIn(next, ours);
        byOther ||= isIn(next, other);
      }
      if (byUs && byOther) found.push(item);
    }
  return found;
}

function isIn({ id }: Y.Item, clocks: Clocks): boolean {
  return id.clock < (clocks.get(id.client) ?? 0);
}

function intersection(one: Deletions, other: Deletions): Deletions {
  const result = Y.createDeleteSet();
  for (const [client, ranges] of one.clients) {
    const others = other.clients.get(client) ?? [];
    const shared: { clock: number; len: number }[] = [];
    for (let [a, b] = [0, 0]; a < ranges.length && b < others.length;) {
      const [mine, theirs] = [ranges[a]!, others[b]!];
      const end = Math.min(mine.clock + mine.len, theirs.clock + theirs.len);
      const clock = Math.max(mine.clock, theirs.clock);
      if (clock < end) shared.push({ clock, len: end - clock });
      if (mine.clock + mine.len === end) a++;
      else b++;
    }
    if (shared.length > 0) result.clients.set(client, shared);
  }
  return result;
}

/** Takes an item out of the deletions. */
function spare(deletions: Deletions, { id, length }: Y.Item): void {
  const ranges = deletions.clients.get(id.client) ?? [];
  const left = ranges.flatMap(({ clock, len }) => [
    { clock, len: Math.min(len, id.clock - clock) },
    { clock: Math.max(clock, id.clock + length), len: clock + len - Math.max(clock, id.clock + length) },
  ]);
  deletions.clients.set(
    id.client,
    left.filter(({ len }) => len > 0),
  );
}
