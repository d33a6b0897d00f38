import { randomMap, rubbishMap, seeded, type Random } from "../random-map.ts";
import type { ArgumentMap } from "#model/map.ts";

/** For a test of thousands of maps, on a machine that has other things to do. */
export const patient = { timeout: 60_000 };

/** Runs a law on many small maps, sound and odd; a failure names its seed. */
export function forRandomMaps(count: number, law: (map: ArgumentMap, random: Random) => void): void {
  for (let seed = 1; seed <= count; seed++) holdsFor(seed, law);
}

function holdsFor(seed: number, law: (map: ArgumentMap, random: Random) => void): void {
  const random = seeded(seed);
  const map = seed % 2 === 0 ? randomMap(random) : rubbishMap(random);
  try {
    law(map, random);
  } catch (cause) {
    throw new Error(`Seed ${seed}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
