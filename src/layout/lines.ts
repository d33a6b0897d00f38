import type { Bend } from "#layout/bend.ts";
import { writeOrthogonal } from "#layout/path.ts";
import { PathWriter } from "#layout/path-writer.ts";
import type { Point } from "#layout/picture.ts";
import type { RectTable } from "#layout/rects.ts";

/** Lines of one sort, each with the number of what it belongs to. */
export interface LineTable {
  /** Cards of trunks, steps of drops, boxes of brackets, links of curves. */
  readonly of: Int32Array<ArrayBuffer>;
  /** SVG path data of all lines, one behind the other, in ASCII. */
  readonly paths: Uint8Array<ArrayBuffer>;
  /** Where each line's path ends. */
  readonly ends: Int32Array<ArrayBuffer>;
  /** A rect around each line; a curve's handles count as points of it. */
  readonly extents: RectTable;
}

/** Takes lines down one by one, each part by part. */
export class LineWriter {
  readonly #of: Int32Array;
  readonly #ends: Int32Array;
  readonly #extents: Float64Array;
  readonly #paths = new PathWriter();
  #count = 0;

  /** `most` is the number of lines that there may be. */
  constructor(most: number) {
    this.#of = new Int32Array(most);
    this.#ends = new Int32Array(most);
    this.#extents = new Float64Array(4 * most);
  }

  get count(): number {
    return this.#count;
  }

  begin(of: number): void {
    this.#of[this.#count] = of;
    this.#ends[this.#count] = this.#paths.length;
    this.#extents.fill(Infinity, 4 * this.#count, 4 * this.#count + 2);
    this.#extents.fill(-Infinity, 4 * this.#count + 2, 4 * this.#count + 4);
    this.#count++;
  }

  addOrthogonal(points: readonly Point[]): void {
    writeOrthogonal(this.#paths, points);
    this.#written(points);
  }

  addBend(bend: Bend): void {
    this.#paths.move(bend[0]);
    this.#paths.curve(bend[1], bend[2], bend[3]);
    this.#written(bend);
  }

  finish(): LineTable {
    const extents = this.#extents.slice(0, 4 * this.#count);
    for (let at = 0; at < extents.length; at += 4) {
      extents[at + 2]! -= extents[at]!;
      extents[at + 3]! -= extents[at + 1]!;
    }
    return {
      of: this.#of.slice(0, this.#count),
      paths: this.#paths.finish(),
      ends: this.#ends.slice(0, this.#count),
      extents,
    };
  }

  /** Until a line is done, its extent has its right and bottom edges in the place of its size. */
  #written(points: readonly Point[]): void {
    const extents = this.#extents;
    const at = 4 * (this.#count - 1);
    this.#ends[this.#count - 1] = this.#paths.length;
    for (const { x, y } of points) {
      extents[at] = Math.min(extents[at]!, x);
      extents[at + 1] = Math.min(extents[at + 1]!, y);
      extents[at + 2] = Math.max(extents[at + 2]!, x);
      extents[at + 3] = Math.max(extents[at + 3]!, y);
    }
  }
}
