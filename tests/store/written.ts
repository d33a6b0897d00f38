import type { ArgumentMap } from "#model/map.ts";
import { SHELVES } from "#model/shelves.ts";
import { canonicalJson } from "#store/values.ts";
import { compareIds } from "#model/ids.ts";

/** All that a map says, as one text: equal maps have equal text, whatever the order of their containers. */
export function written(map: ArgumentMap): string {
  const shelves = SHELVES.map((shelf) => [shelf, listed(map[shelf])] as const);
  return canonicalJson({ about: map.about, ...Object.fromEntries(shelves) });
}

function listed(records: ReadonlyMap<string, unknown>): readonly unknown[] {
  return [...records].toSorted(([a], [b]) => compareIds(a, b)).map(([, value]) => value);
}
