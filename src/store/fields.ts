import { isSame } from "#model/equality.ts";
import { diffArrays } from "diff";
import * as Y from "yjs";
import { now } from "#store/sight.ts";
import { textEdits } from "#store/text-edits.ts";
import { canonicalJson, plainEntries, plainValue, wholeText } from "#store/values.ts";

/**
 * One field of a record, and how it is kept: whole (`plain`), or so that two people's edits of it merge. What came into
 * the model later needs nothing of the records from before it: `optional` is plain, and is written only where it says
 * something or has; of `keys` each entry has a key of its own in the record, after the field's name.
 */
export type Field =
  | { readonly as: "plain"; readonly value: unknown }
  | { readonly as: "optional"; readonly value: string }
  | { readonly as: "text"; readonly value: string }
  | { readonly as: "list"; readonly value: readonly unknown[] }
  | { readonly as: "entries" | "keys"; readonly value: Entries };

type KeysField = Extract<Field, { readonly as: "entries" | "keys" }>;

/** Names with their values, in any order, no name twice. */
type Entries = readonly (readonly [name: string, value: unknown])[];

export type Fields = Readonly<Record<string, Field>>;

/** A record that holds the fields, in the order in which they are given. */
export function newFields(fields: Fields): Y.Map<unknown> {
  const record = new Y.Map<unknown>();
  for (const [name, field] of Object.entries(fields)) {
    if (field.as === "keys")
      for (const [key, value] of plainEntries(keyed(name, field.value))) record.set(key, value);
    else if (field.as !== "optional" || field.value !== "") record.set(name, newField(field));
  }
  return record;
}

/** Under which key of a record an entry of a field stands. */
export function keyOf(field: string, name: string): string {
  return `${field} ${name}`;
}

function keyed(field: string, entries: Entries): Entries {
  return entries.map(([name, value]) => [keyOf(field, name), value]);
}

/** Makes a record say `after` where it differs from `before`. With no `before` every field is made to say it. */
export function writeFields(record: Y.Map<unknown>, before: Fields | null, after: Fields): void {
  for (const [name, field] of Object.entries(after))
    if (field.as === "keys") writeKeys(record, name, before?.[name], field);
    else if (before === null || !isSame(before[name]?.value, field.value)) writeField(record, name, field);
}

function newField(field: Field): unknown {
  if (field.as === "text") return new Y.Text(wholeText(field.value));
  if (field.as === "list") return newList(field.value);
  if (field.as === "entries") return new Y.Map(plainEntries(field.value));
  return plainValue(field.value);
}

function newList(values: readonly unknown[]): Y.Array<unknown> {
  const list = new Y.Array<unknown>();
  list.push(values.map(plainValue));
  return list;
}

function writeField(record: Y.Map<unknown>, name: string, field: Field): void {
  const kept = record.get(name);
  if (field.as === "text" && kept instanceof Y.Text) writeText(kept, wholeText(field.value));
  else if (field.as === "list" && kept instanceof Y.Array) writeList(kept, field.value.map(plainValue));
  else if (field.as === "entries" && kept instanceof Y.Map) writeEntries(kept, field.value);
  else if (field.as === "optional" && kept === undefined && field.value === "") return;
  else if (!isPlain(field) || !isSame(kept, plainValue(field.value))) record.set(name, newField(field));
}

function isPlain({ as }: Field): boolean {
  return as === "plain" || as === "optional";
}

function writeText(text: Y.Text, after: string): void {
  for (const { at, removed, inserted } of textEdits(now.text(text), after)) {
    if (removed > 0) text.delete(at, removed);
    if (inserted !== "") text.insert(at, inserted);
  }
}

function writeList(list: Y.Array<unknown>, after: readonly unknown[]): void {
  let [from, at] = [0, 0];
  for (const part of diffArrays(list.toArray().map(canonicalJson), after.map(canonicalJson))) {
    if (part.removed) {
      list.delete(at, part.count);
      continue;
    }
    if (part.added) list.insert(at, after.slice(from, from + part.count));
    at += part.count;
    from += part.count;
  }
}

function writeEntries(entries: Y.Map<unknown>, value: Entries): void {
  const after = new Map(plainEntries(value));
  for (const name of [...entries.keys()].toSorted()) if (!after.has(name)) takeOut(entries, name);
  for (const [name, field] of after) if (!isSame(entries.get(name), field)) entries.set(name, field);
}

/** Entries that the change does not touch stay as they are, whoever wrote them meanwhile. */
function writeKeys(record: Y.Map<unknown>, name: string, before: Field | undefined, after: KeysField): void {
  const was = before?.as === "keys" ? new Map(plainEntries(keyed(name, before.value))) : null;
  const is = new Map(plainEntries(keyed(name, after.value)));
  const known = was?.keys() ?? [...record.keys()].filter((key) => key.startsWith(keyOf(name, "")));
  for (const key of [...known].toSorted()) if (!is.has(key)) takeOut(record, key);
  for (const [key, value] of is)
    if (!isSame(was?.get(key), value) && !isSame(record.get(key), value)) record.set(key, value);
}

/** An entry that is no more: its key stays. */
function takeOut(entries: Y.Map<unknown>, name: string): void {
  if (entries.get(name) !== undefined) entries.set(name, undefined);
}
