import type { GraphParts } from "#layout/graph-links.ts";
import type { GraphPlaces, PlacedLink } from "#layout/graph-places.ts";
import type { LinkEnds } from "#layout/graph-ports.ts";
import { corner } from "#layout/sizes.ts";

/** From a row down to its first track, and how far down its tracks may reach. */
const firstTrack = corner;
const reach = 24;
/** Between two tracks, where there is room. */
const trackGap = 8;

interface Span {
  readonly node: number;
  readonly left: number;
  readonly right: number;
}

/**
 * At which height the lines of each card run across, below its row: those of one card on one track, and of two cards on the
 * same one only where they do not meet. `null` for what has no such lines: where a step's lines meet, and in circles.
 */
export function tracksOf(
  { nodes }: GraphParts,
  { links, rows }: GraphPlaces,
  ranks: readonly number[],
  ends: readonly LinkEnds[],
): readonly (number | null)[] {
  const tracks: (number | null)[] = nodes.map(() => null);
  for (const [rank, { bottom }] of rows.entries()) {
    const spans = spansOf(links, ends).filter(
      ({ node }) => ranks[node] === rank && nodes[node]!.type !== "meeting",
    );
    const [placed, count] = sharedOut(spans);
    const gap = Math.min(trackGap, reach / Math.max(1, count - 1));
    for (const [node, track] of placed) tracks[node] = bottom + firstTrack + track * gap;
  }
  return tracks;
}

/** From where to where the lines of each node run across in the gap below it. */
function spansOf(links: readonly PlacedLink[], ends: readonly LinkEnds[]): readonly Span[] {
  const spans = new Map<number, Span>();
  for (const [at, { upper, isTurned, passes }] of links.entries()) {
    if (isTurned) continue;
    const xs = [ends[at]!.from.x, passes[0] ?? ends[at]!.to.x];
    const { left, right } = spans.get(upper) ?? { left: Infinity, right: -Infinity };
    spans.set(upper, { node: upper, left: Math.min(left, ...xs), right: Math.max(right, ...xs) });
  }
  return [...spans.values()];
}

/** Each span in the first track that is free from where it begins; and how many tracks that takes. */
function sharedOut(spans: readonly Span[]): readonly [ReadonlyMap<number, number>, number] {
  const taken: number[] = [];
  const tracks = new Map<number, number>();
  for (const { node, left, right } of spans.toSorted((a, b) => a.left - b.left)) {
    const free = taken.findIndex((end) => end < left);
    const track = free < 0 ? taken.length : free;
    taken[track] = right;
    tracks.set(node, track);
  }
  return [tracks, taken.length];
}
