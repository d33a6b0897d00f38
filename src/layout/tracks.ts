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
 * of another. `reaches` stand from left to right, both by `x` and by what they reach, each at least `clearance` from
 * the next.
 *
 * A stem that stands over a bus further right stands over all buses up to there, and so do the stems in between; and
 * the other way round to the left. So it is enough to look at neighbours: a trunk is one track above the next one
 * where it stands over that one's bus, and so on in a run.
 */
export function tracksFor(reaches: readonly Reach[]): readonly number[] {
  const tracks = reaches.map(() => 0);
  for (let at = reaches.length - 2; at >= 0; at--) {
    if (standsOverNext(reaches, at)) tracks[at] = tracks[at + 1]! + 1;
  }
  let run = 0;
  for (let at = 1; at < reaches.length; at++) {
    run = standsOverLast(reaches, at) ? run + 1 : 0;
    tracks[at] = Math.max(tracks[at]!, run);
  }
  return tracks;
}

function standsOverNext(reaches: readonly Reach[], at: number): boolean {
  return reaches[at + 1]!.left < reaches[at]!.x + clearance;
}

function standsOverLast(reaches: readonly Reach[], at: number): boolean {
  return !standsOverNext(reaches, at - 1) && reaches[at]!.x < reaches[at - 1]!.right + clearance;
}
