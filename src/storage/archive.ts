import * as v from "valibot";
import type { ImageHash, MapId } from "#model/ids.ts";
import { joined } from "#store/bytes.ts";
import type { MapEntry } from "#store/ports.ts";
import type {
  KeptCount,
  KeptImage,
  KeptImageUse,
  KeptSnapshot,
  KeptUpdate,
  Quarantined,
} from "#storage/schema.ts";
import { readValue, writeValue } from "#storage/plain-value.ts";

/*
 * What the sections of an archive hold. A map's body is a line of JSON, with its length in front, and the bytes of its
 * records one after the other. A record's `change` stays out: it only repeats what its bytes say.
 */

/** The version that holds images; one without any is written as the version before, which earlier programs read too. */
export const ARCHIVE_VERSION = 2;
export const VERSION_WITHOUT_IMAGES = 1;

export interface ArchiveHead {
  readonly version: number;
  /** Which writing it is of those to the same place; the higher, the later. */
  readonly generation: number;
  readonly writtenAt: number;
  /** How many maps it is to hold. */
  readonly maps: number;
  /** What the library was like; equal stamps mean that nothing has changed. */
  readonly stamp: string;
}

/** The last section: without it the file is not all there. */
export interface ArchiveEnd {
  readonly maps: number;
  /** Of everything in front of this section. */
  readonly length: number;
}

export type ArchivedUpdate = Omit<KeptUpdate, "seq" | "change" | "map">;
export type ArchivedSnapshot = Pick<KeptSnapshot, "through" | "bytes">;

/** One map with all its records. */
export interface ArchivedMap {
  readonly map: MapId;
  /** Its line of the catalogue, if there is one. */
  readonly entry: MapEntry | null;
  readonly counts: readonly Omit<KeptCount, "map">[];
  readonly snapshots: readonly ArchivedSnapshot[];
  readonly updates: readonly ArchivedUpdate[];
  /** Which images it has shown; left out where there are none. Their bytes are in sections of their own. */
  readonly images?: readonly Omit<KeptImageUse, "map">[] | undefined;
}

const natural = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const shortText = v.pipe(v.string(), v.maxLength(1000));
const mapId = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(1000),
  v.transform((id) => id as MapId),
);

const head = v.object({
  version: natural,
  generation: natural,
  writtenAt: natural,
  maps: natural,
  stamp: shortText,
});

const end = v.object({ maps: natural, length: natural });

const entry = v.object({
  id: mapId,
  title: v.string(),
  question: v.string(),
  claims: natural,
  editedAt: natural,
  shipped: v.nullable(mapId),
  deletedAt: v.nullable(natural),
});

const writer = v.object({ client: natural, total: natural });

const imageHash = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/),
  v.transform((hash) => hash as ImageHash),
);

const mapHead = v.object({
  map: mapId,
  entry: v.nullable(entry),
  counts: v.array(writer),
  snapshots: v.array(v.object({ through: v.array(v.tuple([natural, natural])), length: natural })),
  updates: v.array(
    v.object({ client: natural, number: natural, label: shortText, crc: natural, length: natural }),
  ),
  images: v.optional(v.array(v.object({ hash: imageHash, size: natural }))),
});

const quarantined = v.object({ place: shortText, map: mapId, foundAt: v.number(), record: v.unknown() });

export function writeHead(value: ArchiveHead): Uint8Array<ArrayBuffer> {
  return textBytes(JSON.stringify(value));
}

/** Each reader gives `null` for what is not of its form. */
export function readHead(body: Uint8Array): ArchiveHead | null {
  return parsed(head, body);
}

/** How long the end's body is, so that it can be found from behind. */
export const END_BYTES = 64;

export function writeEnd(value: ArchiveEnd): Uint8Array<ArrayBuffer> {
  return textBytes(JSON.stringify(value).padEnd(END_BYTES));
}

export function readEnd(body: Uint8Array): ArchiveEnd | null {
  return parsed(end, body);
}

export function writeMap(value: ArchivedMap): Uint8Array<ArrayBuffer> {
  const snapshots = value.snapshots.map(({ through, bytes }) => ({ through, length: bytes.length }));
  const updates = value.updates.map(({ client, number, label, crc, bytes }) => ({
    client,
    number,
    label,
    crc,
    length: bytes.length,
  }));
  const line = textBytes(JSON.stringify({ ...value, snapshots, updates }));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, line.length, true);
  return joined([length, line, ...[...value.snapshots, ...value.updates].map(({ bytes }) => bytes)]);
}

export function readMap(body: Uint8Array<ArrayBuffer>): ArchivedMap | null {
  if (body.length < 4) return null;
  const lineEnd = 4 + new DataView(body.buffer, body.byteOffset).getUint32(0, true);
  const found = parsed(mapHead, body.subarray(4, lineEnd));
  if (found === null) return null;
  let at = lineEnd;
  const take = (length: number) => body.slice(at, (at += length));
  const snapshots = found.snapshots.map(({ through, length }) => ({ through, bytes: take(length) }));
  const updates = found.updates.map(({ length, ...update }) => ({ ...update, bytes: take(length) }));
  return at === body.length ? { ...found, snapshots, updates } : null;
}

/** An image: the 64 digits of its hash, and its bytes. */
export function writeImage({ hash, bytes }: KeptImage): Uint8Array<ArrayBuffer> {
  return joined([textBytes(hash), bytes]);
}

export function readImage(body: Uint8Array<ArrayBuffer>): KeptImage | null {
  const hash = v.safeParse(imageHash, new TextDecoder().decode(body.subarray(0, 64)));
  return hash.success ? { hash: hash.output, bytes: body.slice(64) } : null;
}

/** Settings that JSON cannot say stay out: a handle on a file means nothing on another device. */
export function writeSettings(settings: Readonly<Record<string, unknown>>): Uint8Array<ArrayBuffer> {
  const sayable = Object.entries(settings).filter(([, value]) => writeValue(value) !== null);
  return textBytes(writeValue(Object.fromEntries(sayable)) ?? "{}");
}

export function readSettings(body: Uint8Array): Readonly<Record<string, unknown>> | null {
  return parsed(v.record(v.string(), v.unknown()), body);
}

export function writeQuarantined(value: Quarantined): Uint8Array<ArrayBuffer> {
  return textBytes(writeValue(value) ?? writeValue({ ...value, record: null }) ?? "null");
}

export function readQuarantined(body: Uint8Array): Quarantined | null {
  return parsed(quarantined, body);
}

function parsed<Output>(schema: v.GenericSchema<unknown, Output>, body: Uint8Array): Output | null {
  try {
    const result = v.safeParse(schema, readValue(new TextDecoder("utf-8", { fatal: true }).decode(body)));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

function textBytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text));
}
