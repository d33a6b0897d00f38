import type { MapId } from "#model/ids.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Client numbers below this belong to seeds. Live documents take higher ones, so that where a person and a seed differ, the person's value wins. */
export const FIRST_LIVE_CLIENT = 2 ** 32;

/** A client number that no other writer has: 48 random bits above the seeds' numbers. */
export function mintClient(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return FIRST_LIVE_CLIENT + (high % 2 ** 16) * 2 ** 32 + low;
}

/** An id that no one else has: 21 URL-safe characters, 126 random bits. */
export function mintMapId(): MapId {
  const bytes = crypto.getRandomValues(new Uint8Array(21));
  return [...bytes].map((byte) => LETTERS[byte % 64]).join("") as MapId;
}
