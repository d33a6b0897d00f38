import * as Y from "yjs";

/** What values are written as in front of themselves, by the numbers of Yjs. */
const MARKS = { list: 117, fields: 118, text: 119, true: 120, false: 121, null: 126 };

const utf8 = new TextEncoder();

/**
 * Bytes as Yjs's first form of an update has them, one after the other. Of a large map most are short texts in ASCII; those
 * are written letter by letter, since to ask the browser's encoder for each of them takes ten times as long.
 */
export class ItemBytes {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** All that was written so far. */
  get written(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }

  byte(value: number): void {
    this.#reach(1);
    this.#bytes[this.#length++] = value;
  }

  /** A whole number that is not negative. */
  number(value: number): void {
    let left = value;
    for (; left > 0x7f; left = Math.floor(left / 128)) this.byte(0x80 | (left & 0x7f));
    this.byte(left);
  }

  text(value: string): void {
    const start = this.#length;
    this.number(value.length);
    if (this.#ascii(value)) return;
    this.#length = start;
    const encoded = utf8.encode(value);
    this.number(encoded.length);
    this.#all(encoded);
  }

  /** A value as JSON has it. */
  value(value: unknown): void {
    if (typeof value === "string") {
      this.byte(MARKS.text);
      this.text(value);
    } else if (value === null) this.byte(MARKS.null);
    else if (typeof value === "boolean") this.byte(value ? MARKS.true : MARKS.false);
    else if (Array.isArray(value)) {
      this.byte(MARKS.list);
      this.number(value.length);
      for (const each of value) this.value(each);
    } else if (typeof value === "object") this.#fields(value);
    else this.#other(value);
  }

  #fields(value: object): void {
    const fields = Object.entries(value);
    this.byte(MARKS.fields);
    this.number(fields.length);
    for (const [name, field] of fields) {
      this.text(name);
      this.value(field);
    }
  }

  /** Numbers have four forms, and are few. */
  #other(value: unknown): void {
    const encoder = new Y.UpdateEncoderV1();
    encoder.writeAny(value);
    const { bufs, cbuf, cpos } = encoder.restEncoder;
    for (const part of [...bufs, cbuf.subarray(0, cpos)]) this.#all(part);
  }

  /** Writes a text that is all in ASCII; whether it is. */
  #ascii(value: string): boolean {
    this.#reach(value.length);
    const [bytes, start] = [this.#bytes, this.#length];
    for (let at = 0; at < value.length; at++) {
      const code = value.charCodeAt(at);
      if (code > 0x7f) return false;
      bytes[start + at] = code;
    }
    this.#length += value.length;
    return true;
  }

  #all(bytes: Uint8Array): void {
    this.#reach(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Makes room for so many bytes more. */
  #reach(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
