import { descended, withEntries } from "#model/descent.ts";

/** Of more entries that differ, all are copied again. */
const mostOver = 128;

const gone = Symbol("gone");

/**
 * As `withEntries`, but that entries are not copied: those that differ lie over the map before, few of them over what
 * is at hand. For what is derived from a map and stays on this thread, since such a map cannot be sent to a worker.
 */
export function layered<Key, Value>(
  before: ReadonlyMap<Key, Value>,
  entries: readonly (readonly [Key, Value | undefined])[],
): ReadonlyMap<Key, Value> {
  if (entries.length === 0) return before;
  if (entries.length > mostOver) return withEntries(before, entries);
  const [base, over] = before instanceof Layered ? before.layers<Key, Value>() : [before, new Map()];
  for (const [key, value] of entries) over.set(key, value ?? gone);
  const after = new Layered(base, over);
  return descended(
    before,
    over.size > mostOver ? new Map(after) : after,
    entries.map(([key]) => key),
  );
}

/** A map under few entries that differ. */
class Layered<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly size: number;
  readonly #base: ReadonlyMap<Key, Value>;
  readonly #over: ReadonlyMap<Key, Value | typeof gone>;

  constructor(base: ReadonlyMap<Key, Value>, over: ReadonlyMap<Key, Value | typeof gone>) {
    [this.#base, this.#over] = [base, over];
    let { size } = base;
    for (const [key, value] of over) {
      if (base.has(key)) size -= value === gone ? 1 : 0;
      else size += value === gone ? 0 : 1;
    }
    this.size = size;
  }

  /** What lies below, and a copy of what lies over it. */
  layers<K, V>(this: Layered<K, V>): [ReadonlyMap<K, V>, Map<K, V | typeof gone>] {
    return [this.#base, new Map(this.#over)];
  }

  get(key: Key): Value | undefined {
    const over = this.#over.get(key);
    if (over === undefined) return this.#base.get(key);
    return over === gone ? undefined : over;
  }

  has(key: Key): boolean {
    const over = this.#over.get(key);
    return over === undefined ? this.#base.has(key) : over !== gone;
  }

  *entries(): Generator<[Key, Value], undefined> {
    for (const entry of this.#base) {
      const over = this.#over.get(entry[0]);
      if (over === undefined) yield entry;
      else if (over !== gone) yield [entry[0], over];
    }
    for (const [key, value] of this.#over) if (value !== gone && !this.#base.has(key)) yield [key, value];
  }

  *keys(): Generator<Key, undefined> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): Generator<Value, undefined> {
    for (const [, value] of this.entries()) yield value;
  }

  forEach(take: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.entries()) take(value, key, this);
  }

  [Symbol.iterator](): Generator<[Key, Value], undefined> {
    return this.entries();
  }
}
