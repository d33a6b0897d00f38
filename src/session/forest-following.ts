import { computed, type ReadonlySignal } from "@preact/signals-core";
import { type Forest, forestAfter } from "#model/forest.ts";
import type { ArgumentMap } from "#model/map.ts";

/** The forest of each map that a signal holds: the same one as long as only words change. */
export function forestsOf(map: ReadonlySignal<ArgumentMap>): ReadonlySignal<Forest> {
  let before: ArgumentMap | null = null;
  return computed(() => {
    const now = map.value;
    const forest = forestAfter(before ?? now, now);
    before = now;
    return forest;
  });
}
