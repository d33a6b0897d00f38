import { hashOf } from "#interchange/digest.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { OpenMap } from "#store/open-map.ts";
import { turn } from "#store/turns.ts";
import { writeBeside, type Writing } from "#store/writing-client.ts";

/** A map as a file to open again. */
export interface FileContents {
  readonly map: ArgumentMap;
  readonly contents: Blob;
}

/** Writes an open map as its native file, with its images, its history and a person's name on it. Rejects with a sentence. */
export async function fileContents(open: OpenMap, by: string, writing: Writing): Promise<FileContents> {
  const { map, document } = await open.copy();
  const images = await (await open.images()).allOf(map);
  await turn();
  return { map, contents: await writeBeside(map, { type: "copy", document, by, images }, writing) };
}

/** The same as another map, which says only what this one says now, without private notes. Rejects with a sentence. */
export async function bareContents(open: OpenMap, writing: Writing): Promise<FileContents> {
  const map = open.map.peek();
  const images = await (await open.images()).allOf(map);
  return { map, contents: await writeBeside(map, { type: "bare", images }, writing) };
}

/** By what it is told whether a map knows more than it did: equal for documents that know the same. Rejects with a sentence. */
export async function stateHash(open: OpenMap): Promise<string> {
  // A shipped map has no document before its first edit is written.
  if (open.present === null) await open.copy();
  return hashOf(open.present?.stateBytes() ?? new Uint8Array());
}
