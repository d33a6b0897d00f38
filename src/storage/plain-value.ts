/** What stands for bytes in JSON. */
const BYTES = "$bytes";

/** A value as JSON text that gives back bytes too; `null` when it holds what JSON cannot say, such as a handle on a file. */
export function writeValue(value: unknown): string | null {
  try {
    return JSON.stringify(value, (_key, part: unknown) => plainPart(part)) ?? null;
  } catch {
    return null;
  }
}

/** Throws a `SyntaxError` for what is not JSON. */
export function readValue(text: string): unknown {
  return JSON.parse(text, (_key, part: unknown) => {
    const encoded = isRecord(part) ? part[BYTES] : undefined;
    return typeof encoded === "string" ? fromBase64(encoded) : part;
  });
}

function plainPart(part: unknown): unknown {
  if (part instanceof Uint8Array) return { [BYTES]: toBase64(part) };
  const isPlain = !isRecord(part) || Array.isArray(part) || Object.getPrototypeOf(part) === Object.prototype;
  if (!isPlain || typeof part === "function") throw new TypeError("JSON has no form for this value.");
  return part;
}

function isRecord(part: unknown): part is Readonly<Record<string, unknown>> {
  return typeof part === "object" && part !== null;
}

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
