/** A value as JSON knows it. */
type Value = unknown;

/** Whether two JSON values say the same, whatever the order of their fields. */
export function sameValue(a: Value, b: Value): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameList(a, b);
  return sameFields(Object.entries(a), new Map(Object.entries(b)));
}

function sameList(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((value, index) => sameValue(value, b[index]));
}

function sameFields(a: readonly [string, Value][], b: ReadonlyMap<string, Value>): boolean {
  return a.length === b.size && a.every(([name, value]) => b.has(name) && sameValue(value, b.get(name)));
}

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
  const kept = Object.entries(value).filter(([name, field]) => field !== undefined && name !== "__proto__");
  return Object.fromEntries(kept.map(([name, field]) => [wholeText(name), plainValue(field)]));
}

/** The text with halves of surrogate pairs replaced, as UTF-8 would replace them: a document re-read from its bytes holds the same. */
export function wholeText(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, "\u{FFFD}");
}

/** JSON with sorted field names: equal values have equal text. */
export function canonicalJson(value: Value): string {
  return JSON.stringify(value, (_name, field: Value) =>
    typeof field === "object" && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  );
}
