import type { SchoolId } from "#model/ids.ts";

/** Stands for no school. */
export const noSchools = 0;

/**
 * Sets of schools, each kept once, so that thousands of claims of the same schools share one list. A set is named by a
 * number; to add a school to one that has been met is to look it up.
 */
export class SchoolSets {
  readonly #order: readonly SchoolId[];
  readonly #places: number[][] = [[]];
  readonly #lists: (readonly SchoolId[])[] = [[]];
  /** By set and place, as one number. */
  readonly #larger = new Map<number, number>();
  readonly #named = new Map<string, number>([["", noSchools]]);

  /** `order`: all schools, in the order of every list. */
  constructor(order: readonly SchoolId[]) {
    this.#order = order;
  }

  /** The set with the school at this place of the order in it. */
  with(set: number, place: number): number {
    const step = set * this.#order.length + place;
    const known = this.#larger.get(step) ?? this.#add(set, place);
    this.#larger.set(step, known);
    return known;
  }

  listOf(set: number): readonly SchoolId[] {
    return this.#lists[set]!;
  }

  #add(set: number, place: number): number {
    const places = [...new Set([...this.#places[set]!, place])].toSorted((a, b) => a - b);
    const name = places.join();
    const known = this.#named.get(name);
    if (known !== undefined) return known;
    this.#named.set(name, this.#places.push(places) - 1);
    return this.#lists.push(places.map((each) => this.#order[each]!)) - 1;
  }
}
