import type { MapId } from "#model/ids.ts";
import type { UpdateRecord } from "#store/ports.ts";
import { crc32 } from "#store/crc.ts";
import type { KeptSnapshot, KeptUpdate } from "#storage/schema.ts";

/** An update before the database has numbered it. */
export type NewUpdate = Omit<KeptUpdate, "seq">;

/** A record as it goes to the disk: its writer's `number`th, with its checksum. */
export function keptUpdate({ map, client, label, bytes, change }: UpdateRecord, number: number): NewUpdate {
  const kept = { map, client, number, label, bytes, change };
  return { ...kept, crc: updateCrc(kept) };
}

/** Whether a record is what was written. Total: a record may be of any shape. */
export function isWholeUpdate(record: KeptUpdate): boolean {
  return isBytes(record.bytes) && record.crc === updateCrc(record);
}

export function isWholeSnapshot(snapshot: KeptSnapshot): boolean {
  return isBytes(snapshot.bytes) && snapshot.crc === snapshotCrc(snapshot);
}

export function snapshotCrc({ map, upto, through, bytes }: Omit<KeptSnapshot, "crc">): number {
  return crc32(bytes, headCrc([map, upto, through]));
}

/**
 * How many records are not there: of each writer's, from the first to the last that its count knows, those that
 * neither stand in the log nor went into a snapshot.
 */
export function countMissing(
  counts: readonly { readonly client: number; readonly total: number }[],
  updates: readonly { readonly client: number; readonly number: number }[],
  snapshots: readonly Pick<KeptSnapshot, "through">[],
): number {
  const seen = new Set(updates.map(({ client, number }) => `${client} ${number}`));
  const folded = new Map<number, number>();
  for (const { through } of snapshots)
    for (const [client, number] of through) folded.set(client, Math.max(number, folded.get(client) ?? 0));
  let missing = 0;
  for (const { client, total } of counts)
    for (let number = 1 + (folded.get(client) ?? 0); number <= total; number++)
      if (!seen.has(`${client} ${number}`)) missing++;
  return missing;
}

/** Where a record stands, for the quarantine. */
export function placeOf(record: KeptUpdate | KeptSnapshot): string {
  return "seq" in record ? `updates ${record.seq}` : `snapshots ${record.map} ${record.upto}`;
}

function updateCrc({ map, client, number, label, bytes }: Omit<NewUpdate, "crc" | "change">): number {
  return crc32(bytes, headCrc([map, client, number, label]));
}

function headCrc(head: readonly (MapId | string | number | KeptSnapshot["through"])[]): number {
  return crc32(new TextEncoder().encode(JSON.stringify(head)));
}

function isBytes(bytes: unknown): boolean {
  return bytes instanceof Uint8Array;
}
