import type { Point } from "#layout/picture.ts";
import { corner } from "#layout/sizes.ts";

/**
 * SVG path data along `points`, whose neighbours share an x or a y, with round corners.
 * Where there is no room for a whole corner, it is as round as it can be. Only absolute M, L and A.
 */
export function orthogonalPath(points: readonly Point[]): string {
  const bends = turnsOf(points);
  const [start, ...rest] = bends;
  if (start === undefined) return "";
  return rest.reduce(
    (path, point, at) => {
      const before = bends[at];
      const after = rest[at + 1];
      if (before === undefined || after === undefined) return `${path}L${at2(point)}`;
      const radius = Math.min(
        corner,
        room(before, point, at === 0),
        room(point, after, at === rest.length - 2),
      );
      const from = towards(point, before, radius);
      const to = towards(point, after, radius);
      const sweep = isRightTurn(before, point, after) ? 1 : 0;
      return `${path}L${at2(from)}A${radius} ${radius} 0 0 ${sweep} ${at2(to)}`;
    },
    `M${at2(start)}`,
  );
}

export function at2({ x, y }: Point): string {
  return `${rounded(x)} ${rounded(y)}`;
}

function rounded(length: number): number {
  return Math.round(length * 100) / 100;
}

/** The two ends and the points at which the line turns. */
function turnsOf(points: readonly Point[]): readonly Point[] {
  const turns: Point[] = [];
  for (const point of points) {
    const [before, last] = turns.slice(-2);
    if (turns.length > 0 && isSame(turns.at(-1), point)) continue;
    if (before && last && !isTurn(before, last, point)) turns.pop();
    turns.push(point);
  }
  return turns;
}

function isSame(a: Point | undefined, b: Point): boolean {
  return a?.x === b.x && a.y === b.y;
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
