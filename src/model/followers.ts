import { branchCounts, type Counts } from "#model/counts.ts";
import { type Forest, forestAsBefore } from "#model/forest.ts";
import type { homesAfter } from "#model/homes-after.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/** What derives from a map by what an edit has changed: the same as from nothing, sooner. */
interface Followers {
  forestAfter(before: ArgumentMap, map: ArgumentMap): Forest;
  countsAfter(before: Forest, forest: Forest): ReadonlyMap<ClaimId, Counts>;
  /** `null` where a forest has to be drawn from nothing to say it. */
  readonly homesAfter: typeof homesAfter;
}

/** Until it is fetched, forests and counts are made from nothing where more than words change. */
export const followers: Followers = {
  forestAfter: forestAsBefore,
  countsAfter: (_, forest) => branchCounts(forest),
  homesAfter: () => null,
};

let isAsked = false;

/** Fetches what follows edits of large maps; small ones are quickly made anew. */
export async function fetchFollowers(): Promise<void> {
  if (isAsked) return;
  isAsked = true;
  try {
    const forests = await import("#model/forest-after.ts");
    const counts = await import("#model/counts-after.ts");
    const homes = await import("#model/homes-after.ts");
    Object.assign(followers, {
      forestAfter: forests.forestAfter,
      countsAfter: counts.branchCountsAfter,
      homesAfter: homes.homesAfter,
    });
  } catch {
    isAsked = false;
  }
}
