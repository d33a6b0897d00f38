import type { Edit } from "#model/change.ts";
import { isSame } from "#model/equality.ts";

/** Records of one sort, of a map or of a shelf. */
export interface Records<Id extends string, Item> {
  get(id: Id): Item | undefined;
  has(id: Id): boolean;
  values(): Iterable<Item>;
}

/** The records of one sort while a command works on them: those of the map, and over them what was put in or taken out. */
export class Shelf<Id extends string, Item extends { readonly id: Id }> implements Records<Id, Item> {
  /** Those of the map. */
  readonly before: ReadonlyMap<Id, Item>;
  /** `null` for what was taken out. */
  readonly #edited = new Map<Id, Item | null>();

  constructor(before: ReadonlyMap<Id, Item>) {
    this.before = before;
  }

  get(id: Id): Item | undefined {
    const edited = this.#edited.get(id);
    return edited === undefined ? this.before.get(id) : (edited ?? undefined);
  }

  has(id: Id): boolean {
    return this.get(id) !== undefined;
  }

  set(id: Id, item: Item): void {
    this.#edited.set(id, item);
  }

  delete(id: Id): void {
    this.#edited.set(id, null);
  }

  /** What was put in or taken out. */
  get edited(): Iterable<Id> {
    return this.#edited.keys();
  }

  /** All records, as they are when their turn comes. */
  *values(): Generator<Item, void, undefined> {
    for (const [id, item] of this.before) {
      const edited = this.#edited.get(id);
      if (edited !== null) yield edited ?? item;
    }
    for (const [id, item] of this.#edited) if (item !== null && !this.before.has(id)) yield item;
  }

  /** What is other than before. Records that say the same are not in it. */
  edits(): readonly Edit<Item>[] {
    const edits = [...this.#edited].map(([id, after]) => ({ before: this.before.get(id) ?? null, after }));
    return edits.filter(({ before, after }) => !isSame(before, after));
  }
}
