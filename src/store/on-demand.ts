/**
 * A map of which a part is here, and all of it is brought as soon as something else is asked for, or all that there is:
 * whoever reads it sees nothing but a map. `bring` gives all of it, what is here as equal objects.
 */
export class OnDemand<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly size: number;
  #here: ReadonlyMap<Key, Value>;
  #bring: (() => ReadonlyMap<Key, Value>) | null;

  constructor(here: ReadonlyMap<Key, Value>, size: number, bring: () => ReadonlyMap<Key, Value>) {
    this.size = size;
    this.#here = here;
    this.#bring = bring;
  }

  get(key: Key): Value | undefined {
    return this.#here.get(key) ?? this.#all().get(key);
  }

  has(key: Key): boolean {
    return this.#here.has(key) || this.#all().has(key);
  }

  forEach(callback: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) callback(value, key, this);
  }

  entries() {
    return this.#all().entries();
  }

  keys() {
    return this.#all().keys();
  }

  values() {
    return this.#all().values();
  }

  [Symbol.iterator]() {
    return this.entries();
  }

  #all(): ReadonlyMap<Key, Value> {
    if (this.#bring !== null) this.#here = this.#bring();
    this.#bring = null;
    return this.#here;
  }
}
