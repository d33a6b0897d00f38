import { computed, type ReadonlySignal } from "@preact/signals-core";
import type { Counts } from "#model/counts.ts";
import { fetchFollowers, followers } from "#model/followers.ts";
import type { Forest } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/** What follows an edit of a map of more claims is fetched; of fewer, all is quickly made anew. */
const smallMap = 200;

/** The forest of each map that a signal holds: the same one as long as only words change. */
export function forestsOf(map: ReadonlySignal<ArgumentMap>): ReadonlySignal<Forest> {
  return following(map, (before, now) => {
    if (now.claims.size > smallMap) void fetchFollowers();
    return followers.forestAfter(before, now);
  });
}

/** What stands under each claim of each forest that a signal holds. */
export function countsOf(forest: ReadonlySignal<Forest>): ReadonlySignal<ReadonlyMap<ClaimId, Counts>> {
  return following(forest, (before, now) => followers.countsAfter(before, now));
}

/** What comes of each value of a signal, which is told the value that was there before. */
function following<Value, Result>(
  values: ReadonlySignal<Value>,
  follow: (before: Value, now: Value) => Result,
): ReadonlySignal<Result> {
  let before: { readonly value: Value } | null = null;
  return computed(() => {
    const { value } = values;
    const result = follow(before === null ? value : before.value, value);
    before = { value };
    return result;
  });
}
