import { boundsOf } from "#layout/bounds.ts";
import type { Cover } from "#layout/cover.ts";
import type { RectTable } from "#layout/rects.ts";

/** No cell is smaller, in map pixels. */
const leastCell = 64;

/**
 * Puts the rects, one or more, into the cells of a grid, of which there are some for each: a question looks at the few
 * of one cell. Cards of a forest stand apart and are much alike, so a tree, which is ready for anything, takes ten times as long.
 */
export function coverOfMany(rects: RectTable): Cover {
  const grid = new Grid(rects);
  return { isCovered: (x, y) => grid.isCovered(x, y) };
}

class Grid {
  readonly #rects: RectTable;
  readonly #x: number;
  readonly #y: number;
  readonly #side: number;
  readonly #columns: number;
  readonly #rows: number;
  /** By cell and one more: where its rects begin in `#items`. */
  readonly #starts: Int32Array;
  readonly #items: Int32Array;

  constructor(rects: RectTable) {
    const count = rects.length / 4;
    const { x, y, width, height } = boundsOf(rects);
    const side = Math.max(
      leastCell,
      Math.sqrt((width * height) / (2 * count)),
      Math.max(width, height) / (4 * count),
    );
    [this.#rects, this.#x, this.#y, this.#side] = [rects, x, y, side];
    this.#columns = Math.floor(width / side) + 1;
    this.#rows = Math.floor(height / side) + 1;
    this.#starts = new Int32Array(this.#columns * this.#rows + 1);
    for (let at = 0; at < count; at++) this.#visit(at, (cell) => this.#starts[cell]!++);
    let sum = 0;
    for (let cell = 0; cell < this.#starts.length; cell++) this.#starts[cell] = sum += this.#starts[cell]!;
    this.#items = new Int32Array(sum);
    // Written from the end of each cell, so that its start is right when all are in.
    for (let at = 0; at < count; at++) this.#visit(at, (cell) => (this.#items[--this.#starts[cell]!] = at));
  }

  isCovered(x: number, y: number): boolean {
    const [column, row] = [this.#column(x), this.#row(y)];
    if (column < 0 || row < 0 || column >= this.#columns || row >= this.#rows) return false;
    const cell = row * this.#columns + column;
    for (let place = this.#starts[cell]!; place < this.#starts[cell + 1]!; place++) {
      const at = 4 * this.#items[place]!;
      const [left, top] = [this.#rects[at]!, this.#rects[at + 1]!];
      if (x < left || y < top || x > left + this.#rects[at + 2]! || y > top + this.#rects[at + 3]!) continue;
      return true;
    }
    return false;
  }

  #column(x: number): number {
    return Math.floor((x - this.#x) / this.#side);
  }

  #row(y: number): number {
    return Math.floor((y - this.#y) / this.#side);
  }

  /** All cells that a rect touches. */
  #visit(at: number, take: (cell: number) => void): void {
    const [x, y] = [this.#rects[4 * at]!, this.#rects[4 * at + 1]!];
    const [last, bottom] = [
      this.#column(x + this.#rects[4 * at + 2]!),
      this.#row(y + this.#rects[4 * at + 3]!),
    ];
    for (let row = this.#row(y); row <= bottom; row++)
      for (let column = this.#column(x); column <= last; column++) take(row * this.#columns + column);
  }
}
