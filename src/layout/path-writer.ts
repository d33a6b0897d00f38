import type { Point } from "#layout/picture.ts";

/** What path data are made of besides digits, as bytes. */
const bytesOf = { M: 77, L: 76, A: 65, C: 67, space: 32, minus: 45, point: 46, zero: 48 } as const;

/** More bytes than a command and its number, or a blank and a number, can take. */
const room = 48;

/**
 * Writes SVG path data as bytes into one piece of memory: absolute commands, and numbers to two digits behind the
 * point. A large map has tens of thousands of paths; as strings, most of the time would go into making and
 * collecting their parts.
 */
export class PathWriter {
  #bytes = new Uint8Array(4096);
  #length = 0;

  /** Bytes written so far. */
  get length(): number {
    return this.#length;
  }

  /** What was written, as ASCII. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  move(to: Point): void {
    this.#command(bytesOf.M);
    this.#point(to);
  }

  line(to: Point): void {
    this.#command(bytesOf.L);
    this.#point(to);
  }

  /** A quarter of a circle; `sweep` 1 turns to the right. */
  arc(radius: number, sweep: 0 | 1, to: Point): void {
    this.#command(bytesOf.A);
    this.#number(radius);
    for (const number of [radius, 0, 0, sweep]) this.#next(number);
    this.#command(bytesOf.space);
    this.#point(to);
  }

  /** A cubic Bézier curve. */
  curve(first: Point, second: Point, to: Point): void {
    this.#command(bytesOf.C);
    this.#point(first);
    this.#command(bytesOf.space);
    this.#point(second);
    this.#command(bytesOf.space);
    this.#point(to);
  }

  #point({ x, y }: Point): void {
    this.#number(x);
    this.#next(y);
  }

  #next(number: number): void {
    this.#command(bytesOf.space);
    this.#number(number);
  }

  /** A letter or a blank, and room for the number behind it. */
  #command(byte: number): void {
    if (this.#length + room > this.#bytes.length) this.#grow();
    this.#bytes[this.#length++] = byte;
  }

  #number(number: number): void {
    let hundredths = Math.round(number * 100);
    if (hundredths < 0) {
      this.#bytes[this.#length++] = bytesOf.minus;
      hundredths = -hundredths;
    }
    const whole = Math.floor(hundredths / 100);
    const rest = hundredths - whole * 100;
    this.#digits(whole);
    if (rest === 0) return;
    this.#bytes[this.#length++] = bytesOf.point;
    this.#bytes[this.#length++] = bytesOf.zero + Math.floor(rest / 10);
    if (rest % 10 > 0) this.#bytes[this.#length++] = bytesOf.zero + (rest % 10);
  }

  #digits(whole: number): void {
    let count = 1;
    for (let power = 10; power <= whole; power *= 10) count++;
    for (let at = this.#length + count - 1; at >= this.#length; at--) {
      this.#bytes[at] = bytesOf.zero + (whole % 10);
      whole = Math.floor(whole / 10);
    }
    this.#length += count;
  }

  #grow(): void {
    const bytes = new Uint8Array(2 * this.#bytes.length);
    bytes.set(this.#bytes);
    this.#bytes = bytes;
  }
}
