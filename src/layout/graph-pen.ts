import type { Line, Point, Rect } from "#layout/picture.ts";

/** Writes the path of one line, and remembers how far it reaches. */
export class GraphPen {
  readonly #parts: string[] = [];
  #left = Infinity;
  #top = Infinity;
  #right = -Infinity;
  #bottom = -Infinity;

  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  move(to: Point): this {
    return this.#write("M", to);
  }

  line(to: Point): this {
    return this.#write("L", to);
  }

  /** A cubic Bézier curve. */
  curve(first: Point, second: Point, to: Point): this {
    return this.#write("C", first, second, to);
  }

  finish(): Line {
    const extent: Rect = {
      x: this.#left,
      y: this.#top,
      width: this.#right - this.#left,
      height: this.#bottom - this.#top,
    };
    return { path: this.#parts.join(""), extent };
  }

  #write(command: string, ...points: readonly Point[]): this {
    this.#parts.push(command + points.map(({ x, y }) => `${inHundredths(x)} ${inHundredths(y)}`).join(" "));
    for (const { x, y } of points) {
      this.#left = Math.min(this.#left, x);
      this.#right = Math.max(this.#right, x);
      this.#top = Math.min(this.#top, y);
      this.#bottom = Math.max(this.#bottom, y);
    }
    return this;
  }
}

function inHundredths(number: number): number {
  return Math.round(number * 100) / 100;
}
