import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from "idb";
import type { Change } from "#model/change.ts";
import type { ImageHash, MapId } from "#model/ids.ts";
import type { DamagedRecord, MapEntry } from "#store/ports.ts";

/** One edit on the disk. Nothing of it is ever changed. */
export interface KeptUpdate {
  /** Given by the database, in the order in which transactions commit. */
  readonly seq: number;
  readonly map: MapId;
  readonly client: number;
  /** The how manieth record of this client for this map it is, from 1. */
  readonly number: number;
  readonly label: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly change: Change | null;
  /** Of map, client, number, label and bytes; see `records.ts`. */
  readonly crc: number;
}

/** How many records one writer has written for one map. Only that writer writes it, so that an edit needs no reading. */
export interface KeptCount {
  readonly map: MapId;
  readonly client: number;
  readonly total: number;
  /** Of map, client and total. The first counts were written without. */
  readonly crc?: number;
}

/** Many updates as one. Two generations are kept, and the updates since the older one. */
export interface KeptSnapshot {
  readonly map: MapId;
  /** The last record that is in it; the higher, the later the snapshot. */
  readonly upto: number;
  /** For each writer, how many of its records are in it. */
  readonly through: readonly (readonly [client: number, number: number])[];
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of map, upto, through and bytes. */
  readonly crc: number;
}

/** A record that failed its checksum. No code deletes it. */
export interface Quarantined extends DamagedRecord {
  readonly map: MapId;
}

/** The bytes of an image, under their SHA-256. They never change. */
export interface KeptImage {
  readonly hash: ImageHash;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** That a map has shown an image; it stands as long as the map, whatever its claims show by now. */
export interface KeptImageUse {
  readonly map: MapId;
  readonly hash: ImageHash;
  /** In bytes. */
  readonly size: number;
}

/** What this device's database holds. */
export interface Schema extends DBSchema {
  updates: { key: number; value: KeptUpdate; indexes: { byMap: [MapId, number] } };
  counts: { key: [MapId, number]; value: KeptCount };
  snapshots: { key: [MapId, number]; value: KeptSnapshot };
  maps: { key: MapId; value: MapEntry };
  quarantine: { key: string; value: Quarantined };
  settings: { key: string; value: unknown };
  images: { key: ImageHash; value: KeptImage };
  imageUses: { key: [MapId, string]; value: KeptImageUse; indexes: { byHash: ImageHash } };
}

export type Connection = IDBPDatabase<Schema>;

/** Brings a database from one version to the next, within the transaction that it is given. A throw leaves it as it was. */
export type Upgrade = (
  database: Connection,
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], "versionchange">,
) => void | Promise<void>;

/** Without these nothing can be read; a database of the first version has no others. */
export const STORES: readonly StoreNames<Schema>[] = [
  "updates",
  "counts",
  "snapshots",
  "maps",
  "quarantine",
  "settings",
];
