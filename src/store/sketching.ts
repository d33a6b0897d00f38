import type { ArgumentMap } from "#model/map.ts";
import type { OpenMap } from "#store/open-map.ts";

/** How the first screen of an open map was drawn, kept beside its glimpse for whoever draws it at the next visit: a line that only they read. */
export interface Sketching {
  /** What was kept; `null` where there is none, or where it does not hold any more. */
  kept: string | null;
  /** Makes one of the map as it is given, `null` where it cannot; nobody draws it where this is `null`. */
  make: ((map: ArgumentMap) => string | null) | null;
}

const sketchings = new WeakMap<OpenMap, Sketching>();

/** The same as long as the map is open. */
export function sketchingOf(open: OpenMap): Sketching {
  const found = sketchings.get(open) ?? { kept: null, make: null };
  sketchings.set(open, found);
  return found;
}
