/*
 * Immutable maps that come from each other by few entries, as an edit makes them of a large one. Each remembers by
 * which, so that what is derived from it can follow by as few. It is remembered only to be quick: `differingKeys` says
 * the same of maps that know nothing of each other, after looking at all entries.
 */

type Entries<Key, Value> = ReadonlyMap<Key, Value>;

/** How a map came from another. */
interface Descent {
  readonly keys: readonly unknown[];
  from: Descent | null;
}

/** So many edits are remembered, and no more, so that memory stays bounded. */
const mostRemembered = 100;

const known = new WeakMap<object, Descent>();

/** The map with these entries put in, or taken out where the value is `undefined`; the same map where there are none. */
export function withEntries<Key, Value>(
  before: Entries<Key, Value>,
  entries: readonly (readonly [Key, Value | undefined])[],
): Entries<Key, Value> {
  if (entries.length === 0) return before;
  const after = new Map(before);
  for (const [key, value] of entries) {
    if (value === undefined) after.delete(key);
    else after.set(key, value);
  }
  const keys = entries.map(([key]) => key);
  return descended(before, after, keys);
}

/** Remembers that a map has come from another, from which it differs under these keys alone; returns it. */
export function descended<Key, Value>(
  before: Entries<Key, Value>,
  after: Entries<Key, Value>,
  keys: readonly Key[],
): Entries<Key, Value> {
  if (2 * keys.length > before.size) return after;
  const from = known.get(before) ?? { keys: [], from: null };
  known.set(before, from);
  known.set(after, { keys, from });
  forgetEarlier(from);
  return after;
}

/** The keys under which two maps hold different objects, or only one of them holds any. */
export function differingKeys<Key, Value>(
  before: Entries<Key, Value>,
  after: Entries<Key, Value>,
): readonly Key[] {
  if (before === after) return [];
  const keys = keysBetween(before, after) ?? [...before.keys(), ...after.keys()];
  const differing = new Set<Key>();
  for (const key of keys as readonly Key[]) if (before.get(key) !== after.get(key)) differing.add(key);
  return [...differing];
}

/** The keys of all entries that may differ between two maps of which it is remembered how one came from the other; else `null`. */
export function tracedKeys<Key, Value>(
  before: Entries<Key, Value>,
  after: Entries<Key, Value>,
): readonly Key[] | null {
  return before === after ? [] : (keysBetween(before, after) as readonly Key[] | null);
}

function forgetEarlier(newest: Descent): void {
  let at: Descent | null = newest;
  for (let count = 1; at !== null && count < mostRemembered; count++) at = at.from;
  if (at !== null) at.from = null;
}

/** The keys on the ways from both maps to the one that both come from; `null` where none is known. */
function keysBetween(before: object, after: object): readonly unknown[] | null {
  const ways = [before, after].map((map) => wayFrom(known.get(map) ?? null));
  const [one, other] = ways.map((way) => new Set(way));
  const shared = ways[1]!.find((each) => one!.has(each));
  if (shared === undefined) return null;
  const apart = [
    ...ways[0]!.filter((each) => !other!.has(each)),
    ...ways[1]!.filter((each) => !one!.has(each)),
  ];
  return apart.flatMap(({ keys }) => keys);
}

function wayFrom(descent: Descent | null): readonly Descent[] {
  const way: Descent[] = [];
  for (let at = descent; at !== null; at = at.from) way.push(at);
  return way;
}
