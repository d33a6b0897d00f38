import { computed, type ReadonlySignal } from "@preact/signals-core";
import { branchCounts, type Counts } from "#model/counts.ts";
import { type Forest, forestAsBefore } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/** What follows an edit of a map of more claims is fetched; of fewer, all is quickly made anew. */
const smallMap = 200;

type ForestAfter = (before: ArgumentMap, map: ArgumentMap) => Forest;
type CountsAfter = (before: Forest, forest: Forest) => ReadonlyMap<ClaimId, Counts>;

/** What makes forest and counts by what an edit has changed. Until that is there, or needed, they are made from nothing where more than words change. */
const followers: { forestAfter: ForestAfter; countsAfter: CountsAfter; isAsked: boolean } = {
  forestAfter: forestAsBefore,
  countsAfter: (_, forest) => branchCounts(forest),
  isAsked: false,
};

async function fetchFollowers(): Promise<void> {
  if (followers.isAsked) return;
  followers.isAsked = true;
  try {
    const forests = await import("#model/forest-after.ts");
    const counts = await import("#model/counts-after.ts");
    Object.assign(followers, { forestAfter: forests.forestAfter, countsAfter: counts.branchCountsAfter });
  } catch {
    followers.isAsked = false;
  }
}

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
