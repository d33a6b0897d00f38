import { normalMap } from "#store/normal-map.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { ShippedMap, Storage } from "#store/ports.ts";
import { makeSeed } from "#store/seed.ts";
import { Maps } from "#store/maps.ts";

/** A map as the app ships it, with its first seed. */
export function ships(map: ArgumentMap): ShippedMap {
  return {
    id: map.id,
    title: map.about.title,
    question: map.about.question,
    claims: map.claims.size,
    load: async () => normalMap(map),
    seed: async () => makeSeed(map),
  };
}

export function openMaps(storage: Storage, ...shipped: readonly ShippedMap[]): Promise<Maps> {
  return Maps.open({ ...storage, shipped });
}
