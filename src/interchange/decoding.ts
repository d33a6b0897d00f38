import { interchangeWords as words } from "#words/interchange.ts";

/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark says so. Anything else is refused with the line in
 * which it stops being text, rather than read with letters missing.
 */
export function decodeText(bytes: Uint8Array): { readonly text: string } | { readonly refused: string } {
  const encoding = encodingOf(bytes);
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    const place = Math.max(0, text.indexOf("\ufffd"));
    if (bytes.includes(0)) return { refused: words.notText };
    return { refused: words.brokenText(text.slice(0, place).split("\n").length) };
  }
}

/** The text that a file begins with, by its first bytes; what is no letter in them stands as U+FFFD. */
export function decodeStart(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
