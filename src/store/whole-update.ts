import type { ArgumentMap } from "#model/map.ts";
import { SHELVES } from "#model/shelves.ts";
import { compareIds } from "#model/ids.ts";
import { joined } from "#store/bytes.ts";
import { aboutFields, recordFields } from "#store/document.ts";
import { type Field, type Fields, keyOf } from "#store/fields.ts";
import { ItemBytes } from "#store/item-bytes.ts";
import { numbers, type Section, type Sections } from "#store/sections.ts";
import { plainEntries, plainValue, wholeText } from "#store/values.ts";

/*
 * A document that is made to be written down at once is never asked anything, and of 10,000 claims it takes Yjs a second:
 * 200,000 items are linked to each other, sorted, and read back. Here the same bytes are written one after the other, in
 * the order in which Yjs would make the items; a test holds both equal. It relies on this: the document was empty, one
 * writer fills it, and no key is set twice. So no item has a neighbour to name, and each names its parent.
 */

/** An update, and where in it its structs are. */
export interface WholeUpdate {
  readonly update: Uint8Array<ArrayBuffer>;
  readonly sections: Sections;
}

/** The update by which a writer fills an empty document with a map. */
export function wholeUpdate(client: number, map: ArgumentMap): WholeUpdate {
  const items = new ItemWriter(client);
  for (const [key, value] of valuesOf(aboutFields(map.about))) writeValue(items, "about", key, value);
  for (const shelf of SHELVES) {
    const records = [...map[shelf].values()].toSorted((a, b) => compareIds(a.id, b.id));
    for (const record of records) {
      const fields = valuesOf(recordFields(shelf, record));
      const place = items.type(shelf, record.id, TYPES.map);
      for (const [key, value] of fields) writeValue(items, place, key, value);
      items.values(place, "gone", [false]);
    }
  }
  return items.finish();
}

/** What a field becomes: a value, or something that two people can write in. */
type Value =
  | { readonly as: "plain"; readonly value: unknown }
  | { readonly as: "text"; readonly value: string }
  | { readonly as: "list"; readonly value: readonly unknown[] }
  | { readonly as: "entries"; readonly value: ReadonlyMap<string, unknown> };

/** What is set in a record, each key once, as `newFields` sets it. */
function valuesOf(fields: Fields): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const [name, field] of Object.entries(fields)) {
    if (field.as === "keys") {
      const entries = field.value.map(([key, value]): readonly [string, unknown] => [
        keyOf(name, key),
        value,
      ]);
      for (const [key, value] of plainEntries(entries)) values.set(key, { as: "plain", value });
    } else if (field.as !== "optional" || field.value !== "") values.set(name, valueOf(field));
  }
  return values;
}

function valueOf(field: Exclude<Field, { readonly as: "keys" }>): Value {
  if (field.as === "text") return { as: "text", value: wholeText(field.value) };
  if (field.as === "list") return { as: "list", value: field.value.map(plainValue) };
  if (field.as === "entries") return { as: "entries", value: new Map(plainEntries(field.value)) };
  return { as: "plain", value: plainValue(field.value) };
}

function writeValue(items: ItemWriter, parent: Parent, key: string, value: Value): void {
  if (value.as === "plain") return items.values(parent, key, [value.value]);
  const place = items.type(parent, key, TYPES[value.as]);
  if (value.as === "text") items.text(place, value.value);
  else if (value.as === "list") items.values(place, null, value.value);
  else for (const [name, entry] of value.value) items.values(place, name, [entry]);
}

/** By Yjs's numbers. */
const TYPES = { list: 0, map: 1, entries: 1, text: 2 };
const KINDS = { text: 4, type: 7, values: 8 };
const HAS_KEY = 0x20;

/** A shared type at the document's root by its name, or any other by the clock of the item that holds it. */
type Parent = string | number;

/** Writes items one after the other, and notes where each begins. */
class ItemWriter {
  readonly #bytes = new ItemBytes();
  readonly #section: Section;
  #clock = 0;

  constructor(client: number) {
    this.#section = { client, starts: [], clocks: [], needs: new Map() };
  }

  /** A new shared type; its clock. */
  type(parent: Parent, key: string, type: number): number {
    const clock = this.#clock;
    this.#begin(KINDS.type, parent, key, 1);
    this.#bytes.number(type);
    return clock;
  }

  /** Values under a key, or in a list; none where there are none. */
  values(parent: Parent, key: string | null, values: readonly unknown[]): void {
    if (values.length === 0) return;
    this.#begin(KINDS.values, parent, key, values.length);
    this.#bytes.number(values.length);
    for (const value of values) this.#bytes.value(value);
  }

  /** Letters in a text; none where there are none. */
  text(parent: Parent, text: string): void {
    if (text === "") return;
    this.#begin(KINDS.text, parent, null, text.length);
    this.#bytes.text(text);
  }

  finish(): WholeUpdate {
    const { client, starts, clocks, needs } = this.#section;
    const head = numbers([1, starts.length, client, 0]);
    const section: Section = {
      client,
      starts: [...starts, this.#bytes.length].map((start) => head.length + start),
      clocks: [...clocks, this.#clock],
      needs,
    };
    const update = joined([head, this.#bytes.written, numbers([0])]);
    return { update, sections: new Map([[client, section]]) };
  }

  #begin(kind: number, parent: Parent, key: string | null, ticks: number): void {
    const bytes = this.#bytes;
    this.#section.starts.push(bytes.length);
    this.#section.clocks.push(this.#clock);
    bytes.byte(key === null ? kind : kind | HAS_KEY);
    bytes.number(typeof parent === "string" ? 1 : 0);
    if (typeof parent === "string") bytes.text(parent);
    else {
      bytes.number(this.#section.client);
      bytes.number(parent);
    }
    if (key !== null) bytes.text(key);
    this.#clock += ticks;
  }
}
