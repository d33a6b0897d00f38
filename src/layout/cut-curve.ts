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

/** A part of a curve, and where that lies on the whole, from 0 to 1. */
interface Part {
  readonly curve: Cubic;
  readonly from: number;
  readonly length: number;
}

/** From 0 to 1: where the curve comes to the rect first, or somewhat before that; `null` where it misses it. */
function firstTouch(curve: Cubic, rect: Rect): number | null {
  const waiting: Part[] = touches(curve, rect) ? [{ curve, from: 0, length: 1 }] : [];
  let next = waiting.pop();
  for (let halving = 0; next !== undefined && halving < halvings; halving++) {
    const { from, length } = next;
    if (isIn(next.curve[0], rect)) return from;
    const [before, after] = halves(next.curve, 0.5);
    if (touches(after, rect)) waiting.push({ curve: after, from: from + length / 2, length: length / 2 });
    next = touches(before, rect) ? { curve: before, from, length: length / 2 } : waiting.pop();
  }
  return next?.from ?? null;
}

/** Whether a rect around the curve's four points touches another. */
function touches([a, b, c, d]: Cubic, { x, y, width, height }: Rect): boolean {
  const [right, bottom] = [x + width, y + height];
  return !(
    (a.x < x && b.x < x && c.x < x && d.x < x) ||
    (a.x > right && b.x > right && c.x > right && d.x > right) ||
    (a.y < y && b.y < y && c.y < y && d.y < y) ||
    (a.y > bottom && b.y > bottom && c.y > bottom && d.y > bottom)
  );
}

function isIn(point: Point, { x, y, width, height }: Rect): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
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
  const numbers = numbersIn(path);
  if (numbers.length !== 8 || !/^M[^A-Z]+C[^A-Z]+$/.test(path)) return null;
  const at = (place: number): Point => ({ x: numbers[2 * place]!, y: numbers[2 * place + 1]! });
  return [at(0), at(1), at(2), at(3)];
}

/** The numbers in path data, read byte by byte: hundreds of curves may be cut in a frame. */
function numbersIn(path: string): readonly number[] {
  const numbers: number[] = [];
  for (let at = 0; at < path.length;) {
    const start = at;
    if (path.charCodeAt(at) === minus) at++;
    while (isOfNumber(path.charCodeAt(at))) at++;
    if (at > start) numbers.push(Number(path.slice(start, at)));
    else at++;
  }
  return numbers;
}

const [minus, point, zero, nine] = [45, 46, 48, 57];

function isOfNumber(code: number): boolean {
  return code === point || (code >= zero && code <= nine);
}

function pathOf(points: Cubic): string {
  const [start, ...rest] = points.map(({ x, y }) => `${rounded(x)} ${rounded(y)}`);
  return `M${start}C${rest.join(" ")}`;
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}
