import { crc32 } from "#store/crc.ts";
import { BACKUP_MARK } from "#store/ports.ts";

/*
 * An archive is a file of sections, so that what is whole can be told from what is damaged, and read without the rest:
 *
 *     8 bytes   the mark of a backup
 *     sections  24 bytes of head (mark, kind, length of the body, checksum of the body, checksum of this head), the body
 *
 * Numbers are little-endian. A reader that finds no head where one should be looks for the next one.
 */

/** What a section holds. */
export const kinds = { head: 1, map: 2, settings: 3, quarantine: 4, end: 5, image: 6 } as const;

export const HEAD_BYTES = 24;
/** A body beyond this is not read. */
const MAX_BODY_BYTES = 512 * 1_048_576;

const SECTION_MARK = [0x89, 0x43, 0x50, 0x53] as const;
/** How much is taken in at a time where a head is looked for. */
const WINDOW = 1_048_576;
/** How much is summed up between two pauses. */
const STRIDE = 1_048_576;

export interface SectionHead {
  readonly kind: number;
  readonly length: number;
  readonly crc: number;
}

/** A section that is whole, or a stretch of the file that is not. */
export type Section =
  | { readonly kind: number; readonly body: Uint8Array<ArrayBuffer> }
  | { readonly kind: null };

/** The bytes of a section. Lets other work of the page go first where there is much to sum up. */
export async function sectionOf(kind: number, body: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(HEAD_BYTES + body.length);
  const view = new DataView(bytes.buffer);
  bytes.set(SECTION_MARK);
  view.setUint32(4, kind, true);
  view.setFloat64(8, body.length, true);
  view.setUint32(16, await sumOf(body), true);
  view.setUint32(20, crc32(bytes.subarray(0, 20)), true);
  bytes.set(body, HEAD_BYTES);
  return bytes;
}

/** The head that begins at a place, or `null` when none does. */
export function headAt(bytes: Uint8Array, at: number): SectionHead | null {
  if (at + HEAD_BYTES > bytes.length) return null;
  if (SECTION_MARK.some((byte, offset) => bytes[at + offset] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, HEAD_BYTES);
  if (view.getUint32(20, true) !== crc32(bytes.subarray(at, at + 20))) return null;
  const length = view.getFloat64(8, true);
  if (!Number.isSafeInteger(length) || length < 0) return null;
  return { kind: view.getUint32(4, true), length, crc: view.getUint32(16, true) };
}

/** All sections of a file, one at a time, with the stretches between them that are damaged. */
export async function* sectionsIn(file: Blob): AsyncGenerator<Section> {
  let at = BACKUP_MARK.length;
  while (at < file.size) {
    const head = headAt(await bytesOf(file, at, HEAD_BYTES), 0);
    const end = head === null ? at : at + HEAD_BYTES + head.length;
    const body = head === null ? null : await wholeBody(file, at + HEAD_BYTES, head);
    if (head !== null && body !== null) yield { kind: head.kind, body };
    const next = body !== null ? end : await nextHead(file, at, head === null ? null : end);
    if (body === null) yield { kind: null };
    at = next;
  }
}

async function wholeBody(file: Blob, at: number, head: SectionHead): Promise<Uint8Array<ArrayBuffer> | null> {
  if (head.length > MAX_BODY_BYTES || at + head.length > file.size) return null;
  const body = await bytesOf(file, at, head.length);
  return (await sumOf(body)) === head.crc ? body : null;
}

/** Where the next section begins after a damaged one: where it says that it ends, if that is so, or else wherever a head is. */
async function nextHead(file: Blob, at: number, said: number | null): Promise<number> {
  if (said !== null && said < file.size && headAt(await bytesOf(file, said, HEAD_BYTES), 0) !== null)
    return said;
  for (let from = at + 1; from < file.size; from += WINDOW) {
    const bytes = await bytesOf(file, from, WINDOW + HEAD_BYTES);
    for (let offset = bytes.indexOf(SECTION_MARK[0]); offset !== -1;) {
      if (headAt(bytes, offset) !== null) return from + offset;
      offset = bytes.indexOf(SECTION_MARK[0], offset + 1);
    }
  }
  return file.size;
}

export async function bytesOf(file: Blob, at: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(at, at + length).arrayBuffer());
}

async function sumOf(body: Uint8Array): Promise<number> {
  let sum = 0;
  for (let at = 0; at < body.length; at += STRIDE) {
    if (at > 0) await new Promise((resolve) => setTimeout(resolve));
    sum = crc32(body.subarray(at, at + STRIDE), sum);
  }
  return sum;
}
