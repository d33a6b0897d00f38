/** A pile from which the smallest item is taken first (a binary heap). */
export class Heap<Item> {
  readonly #compare: (a: Item, b: Item) => number;
  readonly #items: Item[] = [];

  constructor(compare: (a: Item, b: Item) => number) {
    this.#compare = compare;
  }

  push(item: Item): void {
    const items = this.#items;
    let place = items.push(item) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (this.#compare(items[above]!, item) <= 0) break;
      items[place] = items[above]!;
      place = above;
    }
    items[place] = item;
  }

  pop(): Item | undefined {
    const items = this.#items;
    const last = items.pop();
    if (last === undefined || items.length === 0) return last;
    const first = items[0];
    this.#sink(last);
    return first;
  }

  /** Puts an item at the top and lets it down to where it belongs. */
  #sink(item: Item): void {
    const items = this.#items;
    let place = 0;
    for (;;) {
      let below = place * 2 + 1;
      if (below >= items.length) break;
      if (below + 1 < items.length && this.#compare(items[below + 1]!, items[below]!) < 0) below++;
      if (this.#compare(item, items[below]!) <= 0) break;
      items[place] = items[below]!;
      place = below;
    }
    items[place] = item;
  }
}
