import type { GraphPlaces, PlacedLink } from "#layout/graph-places.ts";
import { GraphPen } from "#layout/graph-pen.ts";
import type { LinkEnds } from "#layout/graph-ports.ts";
import type { Point, Rect } from "#layout/picture.ts";
import { corner } from "#layout/sizes.ts";

/** How far a line that leads a card back to itself stands out of it, and where it leaves and comes back. */
const loop = { reach: 20, badge: 15, from: 0.3, to: 0.7 } as const;

/** What a link is drawn by: the rows that it passes, and the track on which it begins, `null` for one that only bends. */
export interface LinkWay {
  readonly rows: GraphPlaces["rows"];
  readonly ranks: readonly number[];
  readonly track: number | null;
}

/**
 * Draws a link from its upper end down: straight past the cards of each row, in a bend between two rows. It begins with
 * `near`, along the track of its card or, where there is none, through the first half of its first bend; the rest is
 * `far`.
 */
export function drawLink(
  { upper, lower, passes }: PlacedLink,
  { from, to }: LinkEnds,
  { rows, ranks, track }: LinkWay,
  { near, far }: { readonly near: GraphPen; readonly far: GraphPen },
): void {
  const first = ranks[upper]!;
  const end = ranks[lower]!;
  const rowAt = (rank: number) => rows[rank]!;
  near.move(from);
  let here: Point = { x: from.x, y: Math.max(from.y, rowAt(first).bottom) };
  if (here.y > from.y) near.line(here);
  for (const [at, x] of [...passes, to.x].entries()) {
    const row = at < passes.length ? first + 1 + at : end;
    const next = { x, y: rowAt(row).top };
    if (at === 0 && track !== null) turnOff(near, far, here, next, track);
    else if (at === 0) bendInTwo(near, far, here, next);
    else bend(far, here, next);
    here = row === end ? next : { x, y: rowAt(row).bottom };
    if (row !== end) far.line(here);
  }
  if (to.y > here.y) far.line(to);
}

/** The line of a card that answers itself, at its right edge; and where its badge stands. */
export function drawLoop(pen: GraphPen, { x, y, width, height }: Rect): Point {
  const right = x + width;
  const [start, end] = [y + height * loop.from, y + height * loop.to];
  pen.move({ x: right, y: start });
  pen.curve({ x: right + loop.reach, y: start }, { x: right + loop.reach, y: end }, { x: right, y: end });
  return { x: right + loop.badge, y: (start + end) / 2 };
}

/** Down to a track, along it, and down again, with round corners; what is below the track with another pen. */
function turnOff(upper: GraphPen, lower: GraphPen, from: Point, to: Point, track: number): void {
  const across = to.x - from.x;
  const radius = Math.min(corner, Math.abs(across) / 2, track - from.y, to.y - track);
  const side = Math.sign(across) * radius;
  const last = { x: to.x, y: track + radius };
  upper.line({ x: from.x, y: track - radius });
  upper.curve({ x: from.x, y: track }, { x: from.x, y: track }, { x: from.x + side, y: track });
  upper.line({ x: to.x - side, y: track });
  upper.curve({ x: to.x, y: track }, { x: to.x, y: track }, last);
  if (lower !== upper) lower.move(last);
  lower.line(to);
}

function bend(pen: GraphPen, from: Point, to: Point): void {
  const half = (from.y + to.y) / 2;
  pen.curve({ x: from.x, y: half }, { x: to.x, y: half }, to);
}

/** One bend, its upper half with one pen and its lower half with another (de Casteljau). */
function bendInTwo(upper: GraphPen, lower: GraphPen, from: Point, to: Point): void {
  const half = (from.y + to.y) / 2;
  const middle = { x: (from.x + to.x) / 2, y: half };
  const before = { x: (from.x + middle.x) / 2, y: ((from.y + half) / 2 + half) / 2 };
  const after = { x: (to.x + middle.x) / 2, y: ((to.y + half) / 2 + half) / 2 };
  upper.curve({ x: from.x, y: (from.y + half) / 2 }, before, middle);
  if (lower !== upper) lower.move(middle);
  lower.curve(after, { x: to.x, y: (to.y + half) / 2 }, to);
}
