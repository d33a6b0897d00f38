import type { MapId } from "#model/ids.ts";
import type { DamagedRecord } from "#store/ports.ts";

/** The records that were set aside, as a file for whoever tries to read something out of them: JSON, bytes in base64. */
export function damagedFile(map: MapId, records: readonly DamagedRecord[]): Blob {
  const found = records.map(({ place, foundAt, record }) => ({
    place,
    foundAt: new Date(foundAt).toISOString(),
    record,
  }));
  const file = { format: "counterpoint-damaged-records", version: 1, map, records: found };
  return new Blob([JSON.stringify(file, bytesAsText, 2)], { type: "application/json" });
}

/** What JSON cannot say of a damaged record, which may hold anything. */
function bytesAsText(_name: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return { base64: base64(value) };
  return typeof value === "bigint" ? String(value) : value;
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
