import * as Y from "yjs";
import type { Ranges } from "#store/snapshots.ts";

type Clocks = ReadonlyMap<number, number>;

/**
 * What two copies had in common before they parted: everything that both know of, less what both have deleted. A value
 * in whose place each has put its own since counts as standing, or the ancestor would say nothing there. `doc` has
 * both, and may have more.
 */
export function ancestorOf(doc: Y.Doc, mine: Y.Snapshot, theirs: Y.Snapshot): Y.Snapshot {
  const common = commonClocks(mine.sv, theirs.sv);
  const deleted = intersection(mine.ds, theirs.ds);
  for (const item of overwrittenByBoth(doc, common, mine.sv, theirs.sv)) spare(deleted, item);
  return Y.createSnapshot(deleted, common);
}

/** How much of each writer's work both have. */
function commonClocks(one: Clocks, other: Clocks): Map<number, number> {
  const common = [...one].map(
    ([client, clock]) => [client, Math.min(clock, other.get(client) ?? 0)] as const,
  );
  return new Map(common.filter(([, clock]) => clock > 0));
}

/** Values that stood when the two parted, and in whose place each has put its own since. */
function overwrittenByBoth(doc: Y.Doc, common: Clocks, mine: Clocks, theirs: Clocks): readonly Y.Item[] {
  const found: Y.Item[] = [];
  for (const [client, end] of common)
    for (const item of doc.store.clients.get(client) ?? []) {
      if (item.id.clock >= end) break;
      if (!(item instanceof Y.Item) || item.parentSub === null) continue;
      const later = valuesAfter(item, end);
      const isStanding = !later.some((value) => isIn(value, common));
      const isInBoth = [mine, theirs].every((side) => later.some((value) => isIn(value, side)));
      if (isStanding && isInBoth) found.push(item);
    }
  return found;
}

/** The values that were put in a value's place. Yjs may have joined the first of them to it: all from `end` on. */
function valuesAfter(item: Y.Item, end: number): readonly Y.ID[] {
  const { client, clock } = item.id;
  const values = clock + item.length > end ? [Y.createID(client, end)] : [];
  for (let next = item.right; next !== null; next = next.right) values.push(next.id);
  return values;
}

function isIn({ client, clock }: Y.ID, clocks: Clocks): boolean {
  return clock < (clocks.get(client) ?? 0);
}

function intersection(one: Y.Snapshot["ds"], other: Y.Snapshot["ds"]): Y.Snapshot["ds"] {
  const result = Y.createDeleteSet();
  for (const [client, ranges] of one.clients) {
    const others = other.clients.get(client) ?? [];
    const shared: Ranges = [];
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
function spare(deletions: Y.Snapshot["ds"], { id, length }: Y.Item): void {
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
