import { deleteDB, openDB } from "idb";
import { afterEach } from "vitest";
import type { MapId } from "#model/ids.ts";
import type { Connection } from "#storage/schema.ts";
import type { MapEntry, Storage, UpdateRecord } from "#store/ports.ts";

export const map = "map" as MapId;

export const entry: MapEntry = {
  id: map,
  title: "The thaw",
  question: "",
  claims: 1,
  editedAt: 5,
  shipped: null,
  deletedAt: null,
};

const names: string[] = [];
const connections: Connection[] = [];

/** The name of a database that no other test uses; gone after the test. */
export function freshName(): string {
  const name = `test ${Date.now()} ${Math.random()}`;
  names.push(name);
  return name;
}

/** The database that the test made last, or another, behind its storage's back. */
export async function openBehind(name = names.at(-1) ?? ""): Promise<Connection> {
  const connection: unknown = await openDB(name);
  connections.push(connection as Connection);
  return connection as Connection;
}

afterEach(async () => {
  for (const connection of connections.splice(0)) connection.close();
  for (const name of names.splice(0)) await deleteDB(name);
});

export function record(client: number, ...bytes: number[]): UpdateRecord {
  return { map, client, label: "add claim", bytes: new Uint8Array(bytes), change: null };
}

export async function bytesOf({ log }: Storage, afterSeq?: number): Promise<number[][]> {
  const { updates } = await log.load(map, afterSeq);
  return updates.map((bytes) => Array.from(bytes));
}
