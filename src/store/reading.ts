import { decodeText } from "#interchange/decoding.ts";
import { readMapFile } from "#interchange/map-file.ts";
import { type ReadOutcome, refuseSize } from "#interchange/reading.ts";
import type { MapId } from "#model/ids.ts";
import type { ImageBytes } from "#model/image.ts";
import type { About } from "#model/map.ts";
import { atOnce } from "#model/steps.ts";
import { normalMap } from "#store/normal-map.ts";
import { interchangeWords as words } from "#words/interchange.ts";
import { mergingWords } from "#words/merging.ts";

/** How far the reading of a file or the opening of a map has come; `share` is from 0 to 1 while it can be told. */
export interface Progress {
  readonly stage: "fetching" | "understanding" | "sources" | "keeping" | "opening";
  readonly share: number | null;
}

/** What the page needs of a map that was read beside it: the line in the library and the document's bytes, in pieces. */
export interface ReadMap {
  readonly id: MapId;
  readonly about: About;
  readonly claims: number;
  /** Each is a record of the log, and they are taken in one after the other. */
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
  /** What the map says, as `likenessOf` and `glimpseOf` write it: its screen need not wait for the document. */
  readonly likeness: readonly string[];
  readonly glimpse: string;
  /** The images that came along. */
  readonly images: ImageBytes;
  readonly warnings: readonly string[];
}

/** A file's map, with the document that it carries if it has one. */
export type Copy = Exclude<ReadOutcome, { readonly refused: string }>;

/** `copy` is of a map whose id is taken. */
export type FileOutcome = ReadMap | { readonly copy: Copy } | { readonly refused: string };

/**
 * Reads a file all the way to the bytes that the log keeps: its own document, where it carries one that is sound.
 * Never throws: what cannot be read is refused with a sentence.
 */
export async function readToPieces(
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
  if (taken.includes(outcome.map.id)) return { copy: outcome };
  tell({ stage: "keeping", share: null });
  return grounded(outcome);
}

async function grounded({ map, history, warnings, images = new Map() }: Copy): Promise<ReadMap> {
  const [{ makeSeedPieces }, { readCopy }, { piecesOf }, { likenessOf }, { glimpseOf }] = await Promise.all([
    import("#store/seed.ts"),
    import("#store/copies.ts"),
    import("#store/pieces.ts"),
    import("#store/likeness.ts"),
    import("#store/glimpse.ts"),
  ]);
  const { id, about, claims } = map;
  const judged = history && readCopy(map, history);
  const like = normalMap(map);
  const isWhole = judged !== undefined && "document" in judged;
  const pieces = isWhole
    ? [...piecesOf(judged.document)].filter((piece) => piece !== null)
    : makeSeedPieces(like);
  const said = judged === undefined || isWhole ? [] : [mergingWords.openedPlain(judged.refused)];
  return {
    id,
    about,
    claims: claims.size,
    pieces,
    likeness: atOnce(likenessOf(like)),
    glimpse: glimpseOf(like),
    images,
    warnings: [...said, ...warnings],
  };
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
