import { decodeText } from "#interchange/decoding.ts";
import { readMapFile } from "#interchange/map-file.ts";
import { refuseSize } from "#interchange/reading.ts";
import type { MapId } from "#model/ids.ts";
import type { About } from "#model/map.ts";
import { mintMapId } from "#store/mint.ts";
import { interchangeWords as words } from "#words/interchange.ts";

/** How far the reading of a file has come; `share` is from 0 to 1 while it can be told. */
export interface Progress {
  readonly stage: "fetching" | "understanding" | "keeping";
  readonly share: number | null;
}

/** What the page needs of a map that was read beside it: the line in the library and the document's bytes. */
export interface ReadMap {
  readonly id: MapId;
  readonly about: About;
  readonly claims: number;
  readonly seed: Uint8Array<ArrayBuffer>;
  readonly warnings: readonly string[];
}

export type FileOutcome = ReadMap | { readonly refused: string };

/**
 * Reads a file all the way to the bytes that the log keeps, under the file's own id or, where that is taken, a new
 * one. Never throws: what cannot be read is refused with a sentence.
 */
export async function readToSeed(
  file: File,
  taken: readonly MapId[],
  tell: (progress: Progress) => void,
): Promise<FileOutcome> {
  const tooLarge = refuseSize(file.size);
  if (tooLarge !== null) return { refused: tooLarge };
  const bytes = await bytesOf(file, tell).catch(() => null);
  if (bytes === null) return { refused: words.notReadable(file.name) };
  tell({ stage: "understanding", share: null });
  const decoded = decodeText(bytes);
  if ("refused" in decoded) return decoded;
  const outcome = await readMapFile(file.name, decoded.text);
  if ("refused" in outcome) return outcome;
  tell({ stage: "keeping", share: null });
  const { makeSeed } = await import("#store/seed.ts");
  const map = taken.includes(outcome.map.id) ? { ...outcome.map, id: mintMapId() } : outcome.map;
  const { id, about, claims } = map;
  return { id, about, claims: claims.size, seed: makeSeed(map), warnings: outcome.warnings };
}

/** All bytes of a file, with word of each tenth of it. Rejects when it cannot be read, or is larger than it said. */
async function bytesOf(file: File, tell: (progress: Progress) => void): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.size);
  const reader = file.stream().getReader();
  let at = 0;
  for (let part = await reader.read(); part.value !== undefined; part = await reader.read()) {
    const before = Math.floor((at / file.size) * 10);
    bytes.set(part.value, at);
    at += part.value.length;
    if (Math.floor((at / file.size) * 10) > before) tell({ stage: "fetching", share: at / file.size });
  }
  return bytes.subarray(0, at);
}
