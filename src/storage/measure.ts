import type { KeptUpdate } from "#storage/schema.ts";

/** How much a map's log has grown, or grows before it is folded. */
export interface Measure {
  readonly updates: number;
  readonly bytes: number;
}

export const USUAL: Measure = { updates: 300, bytes: 1_000_000 };

/** A record of so many bytes is about as short as it would be in a fold: many such ones are no reason to make one. */
const LARGE = 64 * 1024;

export function measure(updates: readonly Pick<KeptUpdate, "bytes">[]): Measure {
  return {
    updates: updates.length,
    bytes: updates.reduce((sum, { bytes }) => sum + (bytes.length < LARGE ? bytes.length : 0), 0),
  };
}

/** Whether a log that has grown by so much is worth folding: one of the two measures is full. One update alone is as short as its fold. */
export function isEnough({ updates, bytes }: Measure, enough: Measure): boolean {
  return updates > 1 && (updates >= enough.updates || bytes >= enough.bytes);
}
