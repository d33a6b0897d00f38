import type { ImageBytes } from "#model/image.ts";
import { MAX_TEXT } from "#model/limits.ts";
import type { ArgumentMap } from "#model/map.ts";
import { interchangeWords } from "#words/interchange.ts";

/** A map's document as a file carries it: bytes that only the store can judge. */
export interface FileHistory {
  /** Whose copy it is; empty when that is not said. */
  readonly by: string;
  readonly document: Uint8Array<ArrayBuffer>;
  /** The CRC-32 that its writer found. */
  readonly crc: number;
}

/** What came of reading a file: a map and what was odd about it, or a sentence that says why there is none. */
export type ReadOutcome =
  | {
      readonly map: ArgumentMap;
      readonly warnings: readonly string[];
      readonly history?: FileHistory;
      /** The images that came along and are sound. */
      readonly images?: ImageBytes;
    }
  | { readonly refused: string };

/** Files beyond this are refused before they are read. */
export const MAX_FILE_BYTES = 50 * 1_048_576;

/** A sentence for a file that is too large to read, `null` for any other. To be asked before reading. */
export function refuseSize(bytes: number): string | null {
  return bytes > MAX_FILE_BYTES ? interchangeWords.tooLarge(bytes, MAX_FILE_BYTES) : null;
}

/** Thrown inside a reader and caught at its door: the message is the refusal's sentence. */
export class Unreadable extends Error {}

/**
 * Runs a reader; what it cannot read becomes a refusal. So does what a parser that is not ours trips over: a file
 * is a stranger's, and must not break more than its own opening.
 */
export function reading(read: () => ReadOutcome): ReadOutcome {
  try {
    const outcome = read();
    if ("map" in outcome) refuseLongTexts(outcome.map);
    return outcome;
  } catch (error) {
    if (error instanceof Unreadable) return { refused: error.message };
    if (error instanceof RangeError) return { refused: interchangeWords.tooDeep };
    return { refused: interchangeWords.tripped(error instanceof Error ? error.message : String(error)) };
  }
}

function refuseLongTexts({ about, claims }: ArgumentMap): void {
  for (const text of Object.values(about)) refuseLong(text);
  for (const { text, label, note } of claims.values())
    for (const each of [text, label, note]) refuseLong(each);
}

/** Throws `Unreadable` for a text that no screen could show. */
export function refuseLong(text: string): void {
  if (text.length > MAX_TEXT) throw new Unreadable(interchangeWords.tooLong(text.length, MAX_TEXT, text));
}
