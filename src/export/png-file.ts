import type { Size } from "#layout/picture.ts";
import { crc32 } from "#store/crc.ts";

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Eight bits for each of red, green and blue, and no interlacing. */
const form = [8, 2, 0, 0, 0];
/** https://www.w3.org/TR/png-3/#9Filter-types */
const filterUp = 2;
/** Rows are handed to the compressor in pieces of about so many bytes. */
const pieceSize = 262_144;

/** A part of the picture, in pixels; `pixels` has red, green, blue and opacity of each, row by row. */
export interface PaintedTile {
  readonly x: number;
  readonly width: number;
  readonly pixels: Uint8ClampedArray;
}

/**
 * Writes a PNG from top to bottom, as the third edition of its specification has it (sections 5, 9 and 11). Only what
 * is compressed stays in memory.
 */
export class PngFile {
  readonly #width: number;
  readonly #parts: Uint8Array<ArrayBuffer>[];
  readonly #writer: WritableStreamDefaultWriter<BufferSource>;
  readonly #compressed: Promise<void>;
  /** The row that was written last, in red, green and blue. */
  readonly #above: Uint8Array;

  constructor({ width, height }: Size) {
    this.#width = width;
    this.#above = new Uint8Array(3 * width);
    const header = new DataView(new ArrayBuffer(8));
    header.setUint32(0, width);
    header.setUint32(4, height);
    this.#parts = [signature, ...chunkOf("IHDR", [...new Uint8Array(header.buffer), ...form])];
    const { readable, writable } = new CompressionStream("deflate");
    this.#writer = writable.getWriter();
    this.#compressed = this.#take(readable.getReader());
  }

  /** Adds rows, as many as its tiles are high, which stand side by side and are as wide as the picture together. Opacity is left out. */
  async add(tiles: readonly PaintedTile[], rows: number): Promise<void> {
    const length = 1 + 3 * this.#width;
    const many = Math.max(1, Math.floor(pieceSize / length));
    for (let first = 0; first < rows; first += many) {
      const piece = new Uint8Array(length * Math.min(many, rows - first));
      for (let at = 0; at * length < piece.length; at++) {
        const row = piece.subarray(at * length, (at + 1) * length);
        row[0] = filterUp;
        for (const tile of tiles) this.#filter(tile, first + at, row);
      }
      await this.#writer.ready;
      this.#writer.write(piece).catch(() => undefined);
    }
  }

  /** The whole file, when all its rows are in it. */
  async finish(): Promise<Blob> {
    await this.#writer.close();
    await this.#compressed;
    return new Blob([...this.#parts, ...chunkOf("IEND", [])], { type: "image/png" });
  }

  /** Of each byte only the difference to the one above it is kept. */
  #filter({ x, width, pixels }: PaintedTile, y: number, row: Uint8Array): void {
    const above = this.#above;
    let from = 4 * width * y;
    for (let at = 3 * x; at < 3 * (x + width); at += 3, from += 4) {
      const [red, green, blue] = [pixels[from]!, pixels[from + 1]!, pixels[from + 2]!];
      row[at + 1] = red - above[at]!;
      row[at + 2] = green - above[at + 1]!;
      row[at + 3] = blue - above[at + 2]!;
      above[at] = red;
      above[at + 1] = green;
      above[at + 2] = blue;
    }
  }

  async #take(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    for (let part = await reader.read(); part.value !== undefined; part = await reader.read())
      this.#parts.push(...chunkOf("IDAT", part.value));
  }
}

/** A chunk: its length, its name, what is in it, and a checksum of name and contents. */
function chunkOf(name: string, contents: ArrayLike<number>): readonly Uint8Array<ArrayBuffer>[] {
  const start = new DataView(new ArrayBuffer(8));
  start.setUint32(0, contents.length);
  for (let at = 0; at < 4; at++) start.setUint8(4 + at, name.charCodeAt(at));
  const [head, body] = [new Uint8Array(start.buffer), Uint8Array.from(contents)];
  const end = new DataView(new ArrayBuffer(4));
  end.setUint32(0, crc32(body, crc32(head.subarray(4))));
  return [head, body, new Uint8Array(end.buffer)];
}
