import type { Point, Rect } from "#layout/picture.ts";

/** A cubic Bézier curve: start, two handles, end. */
export type Bend = readonly [Point, Point, Point, Point];

/** Where a curve may leave or reach something, and the direction in which it does. */
export interface Port {
  readonly at: Point;
  readonly out: Point;
}

/** The sides of a card, clear of its badge and of its trunk. */
export function portsOf({ x, y, width, height }: Rect): readonly Port[] {
  const upright = [x + width / 4, x + (width * 3) / 4].flatMap((across) => [
    { at: { x: across, y }, out: { x: 0, y: -1 } },
    { at: { x: across, y: y + height }, out: { x: 0, y: 1 } },
  ]);
  return [
    { at: { x, y: y + height / 2 }, out: { x: -1, y: 0 } },
    { at: { x: x + width, y: y + height / 2 }, out: { x: 1, y: 0 } },
    ...upright,
  ];
}

/** A point on a line can be met from either side. */
export function portsAt(at: Point): readonly Port[] {
  return [
    { at, out: { x: -1, y: 0 } },
    { at, out: { x: 1, y: 0 } },
  ];
}

const swings = [0.15, 0.3, 0.55, 0.9] as const;

/** Curves that leave and arrive square to the sides that they join: from taut to swinging. */
export function bendsBetween(from: Port, to: Port): readonly Bend[] {
  const distance = Math.hypot(to.at.x - from.at.x, to.at.y - from.at.y);
  // Where the ends are far apart or close together, all swing as far as they may.
  const handles = new Set(swings.map((swing) => Math.min(480, Math.max(32, distance * swing))));
  return [...handles].map((handle) => [from.at, stepped(from, handle), stepped(to, handle), to.at]);
}

/** The point at `t` from 0 to 1. */
export function pointOn([a, b, c, d]: Bend, t: number): Point {
  const s = 1 - t;
  const weights = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t] as const;
  return {
    x: weights[0] * a.x + weights[1] * b.x + weights[2] * c.x + weights[3] * d.x,
    y: weights[0] * a.y + weights[1] * b.y + weights[2] * c.y + weights[3] * d.y,
  };
}

function stepped({ at, out }: Port, by: number): Point {
  return { x: at.x + out.x * by, y: at.y + out.y * by };
}
