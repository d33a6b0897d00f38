import { randomMap, rubbishMap, seeded, type Random } from "../random-map.ts";
import type { ArgumentMap } from "#model/map.ts";

/** Runs a law on many small maps, sound and odd; a failure names its seed. */
export function forRandomMaps(count: number, law: (map: ArgumentMap, random: Random) => void): void {
  for (let seed = 1; seed <= count; seed++) holdsFor(seed, law);
}

/** One map of `forRandomMaps`: for a test that is named after a seed that once failed. */
export function holdsFor(seed: number, law: (map: ArgumentMap, random: Random) => void): void {
  const random = seeded(seed);
  const map = seed % 2 === 0 ? randomMap(random) : rubbishMap(random);
  try {
    law(map, random);
  } catch (cause) {
    throw new Error(`Seed ${seed}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
