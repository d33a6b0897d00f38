/** A trunk as seen in the gap between two ranks: where it comes down, and how far its bus must reach. */
export interface Reach {
  readonly x: number;
  readonly left: number;
  readonly right: number;
}

/** Buses on one track keep this much apart. */
const clearance = 16;

/**
 * A track for each trunk of one gap, 0 the lowest, such that no two buses meet and no trunk crosses the bus
 * of another. `reaches` stand from left to right, both by `x` and by what they reach, so one of two
 * neighbours that overlap can always pass above the other.
 */
export function tracksFor(reaches: readonly Reach[]): readonly number[] {
  const tracks = reaches.map(() => 0);
  const above = overlaps(reaches);
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const [high, low] of above) {
      const needed = (tracks[low] ?? 0) + 1;
      if ((tracks[high] ?? 0) >= needed) continue;
      tracks[high] = needed;
      isSettled = false;
    }
  }
  return tracks;
}

/** Pairs [upper, lower] of trunks that cannot share a track. The upper is the one whose stem stands over the other's bus. */
function overlaps(reaches: readonly Reach[]): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  let open: { readonly at: number; readonly reach: Reach }[] = [];
  for (const [at, reach] of reaches.entries()) {
    const start = Math.min(reach.x, reach.left) - clearance;
    open = open.filter((other) => Math.max(other.reach.x, other.reach.right) > start);
    for (const other of open) {
      const isUnderOther = reach.left < other.reach.x + clearance;
      pairs.push(isUnderOther ? [other.at, at] : [at, other.at]);
    }
    open.push({ at, reach });
  }
  return pairs;
}
