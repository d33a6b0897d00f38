import type { PathWriter } from "#layout/path-writer.ts";
import type { Point } from "#layout/picture.ts";
import { corner } from "#layout/sizes.ts";

/**
 * Writes a path along `points`, whose neighbours share an x or a y, with round corners.
 * Where there is no room for a whole corner, it is as round as it can be.
 */
export function writeOrthogonal(path: PathWriter, points: readonly Point[]): void {
  const turns = turnsOf(points);
  const last = turns.length - 1;
  if (last < 0) return;
  path.move(turns[0]!);
  for (let at = 1; at < last; at++) writeTurn(path, turns, at);
  if (last > 0) path.line(turns[last]!);
}

/** Up to a corner and round it. */
function writeTurn(path: PathWriter, turns: readonly Point[], at: number): void {
  const before = turns[at - 1]!;
  const point = turns[at]!;
  const after = turns[at + 1]!;
  const radius = Math.min(corner, room(before, point, at === 1), room(point, after, at === turns.length - 2));
  path.line(towards(point, before, radius));
  path.arc(radius, isRightTurn(before, point, after) ? 1 : 0, towards(point, after, radius));
}

/** The two ends and the points at which the line turns. */
function turnsOf(points: readonly Point[]): readonly Point[] {
  const turns: Point[] = [];
  for (const point of points) {
    const last = turns.at(-1);
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    const before = turns.at(-2);
    if (before && last && !isTurn(before, last, point)) turns.pop();
    turns.push(point);
  }
  return turns;
}

/** A stretch between two corners is shared by both; one with a loose end serves its only corner. */
function room(from: Point, to: Point, isLoose: boolean): number {
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  return isLoose ? length : length / 2;
}

function isTurn(before: Point, point: Point, after: Point): boolean {
  return (before.x === point.x) !== (point.x === after.x);
}

function isRightTurn(before: Point, point: Point, after: Point): boolean {
  return (point.x - before.x) * (after.y - point.y) - (point.y - before.y) * (after.x - point.x) > 0;
}

function towards(from: Point, to: Point, distance: number): Point {
  return {
    x: from.x + Math.sign(to.x - from.x) * distance,
    y: from.y + Math.sign(to.y - from.y) * distance,
  };
}
