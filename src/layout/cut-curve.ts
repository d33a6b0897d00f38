import type { Line, Point, Rect } from "#layout/picture.ts";

type Cubic = readonly [Point, Point, Point, Point];

/** A curve is cut to places that lie between so many halvings of it. */
const halvings = 24;

/**
 * The part of a cross-link's curve that touches a rect, where the curve is much longer; otherwise the line itself; `null`
 * for a long one that passes the rect by. A dashed curve a million pixels long keeps a browser busy for minutes, wherever it is looked at.
 */
export function cutCurve<Curve extends Line>(curve: Curve, rect: Rect): Curve | null {
  const { extent } = curve;
  if (extent.width <= 4 * rect.width && extent.height <= 4 * rect.height) return curve;
  const whole = cubicOf(curve.path);
  if (whole === null) return curve;
  const [first, last] = [firstTouch(whole, rect), firstTouch(turned(whole), rect)];
  if (first === null || last === null) return null;
  return { ...curve, path: pathOf(between(whole, first, 1 - last)) };
}

/** From 0 to 1: where the curve comes to the rect first, or somewhat before that; `null` where it misses it. */
function firstTouch(curve: Cubic, rect: Rect): number | null {
  let waiting: readonly { readonly part: Cubic; readonly from: number; readonly length: number }[] = [
    { part: curve, from: 0, length: 1 },
  ];
  for (let halving = 0; halving < halvings; halving++) {
    const next = waiting.find(({ part }) => touches(part, rect));
    if (next === undefined) return null;
    const { part, from, length } = next;
    if (touches([part[0], part[0], part[0], part[0]], rect)) return from;
    const [before, after] = halves(part, 0.5);
    const later = waiting.slice(waiting.indexOf(next) + 1);
    waiting = [
      { part: before, from, length: length / 2 },
      { part: after, from: from + length / 2, length: length / 2 },
      ...later,
    ];
  }
  return waiting.find(({ part }) => touches(part, rect))?.from ?? null;
}

/** Whether a rect around the curve's four points touches another. */
function touches(points: Cubic, { x, y, width, height }: Rect): boolean {
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  const isBeside = Math.max(...xs) < x || Math.min(...xs) > x + width;
  return !isBeside && Math.max(...ys) >= y && Math.min(...ys) <= y + height;
}

function between(curve: Cubic, from: number, to: number): Cubic {
  const [, rest] = halves(curve, from);
  return from >= 1 ? rest : halves(rest, Math.max(0, to - from) / (1 - from))[0];
}

/** Both parts of a curve that is cut at a place from 0 to 1 (de Casteljau). */
function halves([a, b, c, d]: Cubic, at: number): readonly [Cubic, Cubic] {
  const mid = (p: Point, q: Point): Point => ({ x: p.x + (q.x - p.x) * at, y: p.y + (q.y - p.y) * at });
  const [ab, bc, cd] = [mid(a, b), mid(b, c), mid(c, d)];
  const [abc, bcd] = [mid(ab, bc), mid(bc, cd)];
  const middle = mid(abc, bcd);
  return [
    [a, ab, abc, middle],
    [middle, bcd, cd, d],
  ];
}

function turned([a, b, c, d]: Cubic): Cubic {
  return [d, c, b, a];
}

/** The points of a path that is one cubic curve; `null` for any other. */
function cubicOf(path: string): Cubic | null {
  const command = /^M([^A-Z]+)C([^A-Z]+)$/.exec(path);
  const numbers = command === null ? [] : (`${command[1]} ${command[2]}`.match(/-?\d+(?:\.\d+)?/g) ?? []);
  if (numbers.length !== 8) return null;
  const at = (place: number): Point => ({ x: Number(numbers[2 * place]), y: Number(numbers[2 * place + 1]) });
  return [at(0), at(1), at(2), at(3)];
}

function pathOf(points: Cubic): string {
  const [start, ...rest] = points.map(({ x, y }) => `${rounded(x)} ${rounded(y)}`);
  return `M${start}C${rest.join(" ")}`;
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}
