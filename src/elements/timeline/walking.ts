import type { Lane, TimelineItem } from "#lenses/timeline.ts";
import type { AttributionId, ClaimId, HolderId } from "#model/ids.ts";

/** An item's place: the lane, and the item in it. */
export interface Place {
  readonly lane: number;
  readonly at: number;
}

/** How far Page Up and Page Down go. */
const page = 10;

/**
 * Where a key leads: arrows to the left and right by date in the lane, up and down to what is nearest in time in the lane
 * beside, Home and End to the ends of the lane, Page Up and Down ten items on. `null` where it leads nowhere.
 */
export function walked(key: string, lanes: readonly Lane[], { lane, at }: Place): Place | null {
  const items = lanes[lane]?.items ?? [];
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    Home: 0,
    End: items.length - 1,
    PageUp: at - page,
    PageDown: at + page,
  };
  const next = steps[key];
  if (next !== undefined) return { lane, at: Math.max(0, Math.min(items.length - 1, next)) };
  const beside = key === "ArrowUp" ? lane - 1 : key === "ArrowDown" ? lane + 1 : null;
  const from = items[at];
  const there = beside === null ? undefined : lanes[beside];
  if (beside === null || there === undefined || from === undefined) return null;
  return { lane: beside, at: nearest(there.items, from.first) };
}

/** The place of the item that begins nearest to a day; of several the first. */
function nearest(items: readonly TimelineItem[], day: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.first < day) low = middle + 1;
    else high = middle;
  }
  const before = items[low - 1];
  const after = items[low];
  if (after === undefined) return Math.max(0, low - 1);
  return before !== undefined && day - before.first < after.first - day ? low - 1 : low;
}

/** The claims that an item is about. */
export function claimsOf({ what }: TimelineItem): readonly ClaimId[] {
  return what.type === "argument" ? [what.claim] : what.claims;
}

/** Whose step is followed, where one is. */
interface Followed {
  readonly holder: HolderId | null;
  readonly attribution: AttributionId | null;
}

/** The item that stands for a claim: the step that is followed, or the holder's; else the first assertion, the first
 * other stance, the first source. */
export function placeOf(lanes: readonly Lane[], claim: ClaimId, followed: Followed | null): Place | null {
  let best: (Place & { readonly first: number }) | null = null;
  let least = Infinity;
  for (const [lane, { items }] of lanes.entries()) {
    for (const [at, item] of items.entries()) {
      if (!claimsOf(item).includes(claim)) continue;
      const rank = rankOf(item, followed);
      if (rank > least || (rank === least && best !== null && item.first >= best.first)) continue;
      least = rank;
      best = { lane, at, first: item.first };
    }
  }
  return best === null ? null : { lane: best.lane, at: best.at };
}

function rankOf({ what }: TimelineItem, followed: Followed | null): number {
  if (what.type === "work") return 4;
  if (followed === null || what.holder !== followed.holder) return what.stance === "asserts" ? 2 : 3;
  return what.attribution === followed.attribution ? 0 : 1;
}

/** The place of the item in which something happened. */
export function placeIn(event: Event): Place | null {
  const item = event
    .composedPath()
    .find((each) => each instanceof HTMLElement && each.dataset["at"] !== undefined);
  if (!(item instanceof HTMLElement)) return null;
  return { lane: Number(item.parentElement?.dataset["lane"]), at: Number(item.dataset["at"]) };
}
