import type { Json } from "#model/source.ts";
import { MAX_FILE_BYTES, refuseLong, Unreadable } from "#interchange/reading.ts";
import { interchangeWords } from "#words/interchange.ts";

/** Names and values, as YAML data and JSON objects hold them. Has no `__proto__`. */
export type Data = Record<string, Json>;

const MAX_DEPTH = 100;
const MAX_VALUES = 5_000_000;

/**
 * A copy of a parsed value that holds nothing but JSON: dates become text, what JSON cannot say becomes `null`,
 * and the key `__proto__` is dropped. Throws `Unreadable` beyond 100 levels, for texts that are too long, or where a
 * few lines of YAML (aliases of aliases) stand for millions of letters, or for more values than `most`.
 */
export function plainJson(value: unknown, most = MAX_VALUES): Json {
  return new Copy(most).of(value, 0);
}

export function isData(value: Json | undefined): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a value is, for a sentence: `text "thaw"`, `a list`, `the number 3`. */
export function describeJson(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "an empty value";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return `the text ${JSON.stringify(shortened(value))}`;
  if (typeof value === "number") return `the number ${value}`;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return "names and values";
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

class Copy {
  readonly #most: number;
  #count = 0;
  #letters = 0;

  constructor(most: number) {
    this.#most = most;
  }

  of(value: unknown, depth: number): Json {
    this.#count += 1;
    if (depth > MAX_DEPTH || this.#count > this.#most) throw new Unreadable(interchangeWords.tooDeep);
    if (typeof value === "string") return this.#text(value);
    if (typeof value === "boolean") return value;
    if (typeof value === "number") return Number.isFinite(value) ? value : null;
    if (value instanceof Date) return value.toISOString().replace("T00:00:00.000Z", "");
    if (Array.isArray(value)) return value.map((item) => this.of(item, depth + 1));
    return typeof value === "object" && value !== null ? this.#record(value, depth) : null;
  }

  /** No file of the size that is allowed holds more letters than it has bytes. */
  #text(value: string): string {
    refuseLong(value);
    this.#letters += value.length;
    if (this.#letters > MAX_FILE_BYTES) throw new Unreadable(interchangeWords.inflates(MAX_FILE_BYTES));
    return value;
  }

  #record(value: object, depth: number): Data {
    const copy: Data = {};
    for (const [name, item] of Object.entries(value)) {
      const key = this.#text(name);
      if (key !== "__proto__" && item !== undefined) copy[key] = this.of(item, depth + 1);
    }
    return copy;
  }
}
