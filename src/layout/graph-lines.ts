import type { GraphPlaces, PlacedLink } from "#layout/graph-places.ts";
import { GraphPen } from "#layout/graph-pen.ts";
import type { LinkEnds } from "#layout/graph-ports.ts";
import type { Point, Rect } from "#layout/picture.ts";

/** How far a line that leads a card back to itself stands out of it, and where it leaves and comes back. */
const loop = { reach: 20, badge: 15, from: 0.3, to: 0.7 } as const;

/**
 * Draws a link from its upper end down: straight past the cards of each row, in a bend between two rows. The first
 * half of its first bend is drawn with `near`, the rest with `far`.
 */
export function drawLink(
  { upper, lower, passes }: PlacedLink,
  { from, to }: LinkEnds,
  { rows, ranks }: { readonly rows: GraphPlaces["rows"]; readonly ranks: readonly number[] },
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
    if (at === 0) bendInTwo(near, far, here, next);
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
