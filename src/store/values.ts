import { compareIds } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { byShelf } from "#model/shelves.ts";

/** A value as JSON knows it. */
type Value = unknown;

/**
 * The value as a document can hold it: whole Unicode, plain fields, nothing `undefined`. What JSON cannot say becomes `null`.
 * A field named `__proto__` is left out: decoders of bytes would take it for the object's prototype.
 */
export function plainValue(value: Value): Value {
  if (typeof value === "string") return wholeText(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "boolean" || value === null) return value;
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value === "object") return plainFields(value);
  return null;
}

function plainFields(value: object): Record<string, Value> {
  return Object.fromEntries(plainEntries(Object.entries(value)));
}

/** Names and values as a document can hold them, in the order of the names: equal values have equal bytes. */
export function plainEntries(entries: readonly (readonly [string, Value])[]): readonly [string, Value][] {
  return entries
    .filter(([name, value]) => value !== undefined && name !== "__proto__")
    .map(([name, value]): [string, Value] => [wholeText(name), plainValue(value)])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The text with halves of surrogate pairs replaced, as UTF-8 would replace them: a document re-read from its bytes holds the same. */
export function wholeText(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, "\u{FFFD}");
}

/** JSON with sorted field names: equal values have equal text. */
export function canonicalJson(value: Value): string {
  return JSON.stringify(inNameOrder(value));
}

/** A copy is quicker than a function that is asked about every field on the way. */
function inNameOrder(value: Value): Value {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(inNameOrder);
  const copy: Record<string, Value> = {};
  for (const name of Object.keys(value).toSorted())
    setOwn(copy, name, inNameOrder((value as Record<string, Value>)[name]));
  return copy;
}

/** Sets a field, whatever its name: `__proto__` too is a field like others then. */
function setOwn(record: Record<string, Value>, name: string, value: Value): void {
  if (name !== "__proto__") record[name] = value;
  else Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
}

/** All that a map says, as one text: equal maps have equal text, whatever the order of their containers. */
export function mapText(map: ArgumentMap): string {
  return canonicalJson({ about: map.about, ...byShelf((shelf) => inIdOrder(map[shelf])) });
}

function inIdOrder(records: ReadonlyMap<string, unknown>): readonly unknown[] {
  return [...records].toSorted(([a], [b]) => compareIds(a, b)).map(([, value]) => value);
}
