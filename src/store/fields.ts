import { isSame } from "#model/equality.ts";
import { diffArrays } from "diff";
import * as Y from "yjs";
import { now } from "#store/sight.ts";
import { textEdits } from "#store/text-edits.ts";
import { canonicalJson, plainEntries, plainValue, wholeText } from "#store/values.ts";

/** One field of a record, and how it is kept: whole (`plain`), or so that two people's edits of it merge. */
export type Field =
  | { readonly as: "plain"; readonly value: unknown }
  | { readonly as: "text"; readonly value: string }
  | { readonly as: "list"; readonly value: readonly unknown[] }
  | { readonly as: "entries"; readonly value: Entries };

/** Names with their values, in any order, no name twice. */
type Entries = readonly (readonly [name: string, value: unknown])[];

export type Fields = Readonly<Record<string, Field>>;

/** A record that holds the fields, in the order in which they are given. */
export function newFields(fields: Fields): Y.Map<unknown> {
  const record = new Y.Map<unknown>();
  for (const [name, field] of Object.entries(fields)) record.set(name, newField(field));
  return record;
}

/** Makes a record say `after` where it differs from `before`. With no `before` every field is made to say it. */
export function writeFields(record: Y.Map<unknown>, before: Fields | null, after: Fields): void {
  for (const [name, field] of Object.entries(after))
    if (before === null || !isSame(before[name]?.value, field.value)) writeField(record, name, field);
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
  else if (field.as !== "plain" || !isSame(kept, plainValue(field.value))) record.set(name, newField(field));
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

/** An entry that is no more: its key stays. */
function takeOut(entries: Y.Map<unknown>, name: string): void {
  if (entries.get(name) !== undefined) entries.set(name, undefined);
}
