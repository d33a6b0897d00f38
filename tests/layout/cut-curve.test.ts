import { expect, test } from "vitest";
import { cutCurve } from "#layout/cut-curve.ts";
import type { Curve, Point, Rect } from "#layout/picture.ts";
import { below, type Random, seeded } from "../random-map.ts";

type Cubic = readonly [Point, Point, Point, Point];

function curveOf(points: Cubic): Curve {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const [start, ...rest] = points.map((point) => `${point.x} ${point.y}`);
  return {
    premise: "A" as Curve["premise"],
    relation: "r" as Curve["relation"],
    kind: "opposes",
    path: `M${start}C${rest.join(" ")}`,
    extent: { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y },
  };
}

function pointsOf({ path }: Curve): Cubic {
  const [a, b, c, d, e, f, g, h] = path.match(/-?\d+(?:\.\d+)?/g)!.map(Number) as [number, ...number[]];
  return [
    { x: a, y: b! },
    { x: c!, y: d! },
    { x: e!, y: f! },
    { x: g!, y: h! },
  ];
}

function pointAt([a, b, c, d]: Cubic, at: number): Point {
  const mix = (of: "x" | "y") =>
    (1 - at) ** 3 * a[of] + 3 * (1 - at) ** 2 * at * b[of] + 3 * (1 - at) * at ** 2 * c[of] + at ** 3 * d[of];
  return { x: mix("x"), y: mix("y") };
}

function isIn({ x, y }: Point, rect: Rect): boolean {
  return x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height;
}

function randomCubic(random: Random, wide: number, high: number): Cubic {
  const point = () => ({ x: below(random, wide), y: below(random, high) });
  return [point(), point(), point(), point()];
}

test("a curve not much longer than the rect stays the object that it is", () => {
  const curve = curveOf([
    { x: 0, y: 0 },
    { x: 100, y: 50 },
    { x: 300, y: 50 },
    { x: 400, y: 0 },
  ]);
  expect(cutCurve(curve, { x: 0, y: 0, width: 200, height: 200 })).toBe(curve);
});

test("a very long curve is cut to little more than what touches the rect", () => {
  const curve = curveOf([
    { x: 0, y: 0 },
    { x: 400_000, y: 900 },
    { x: 900_000, y: 900 },
    { x: 1_300_000, y: 0 },
  ]);
  const cut = cutCurve(curve, { x: 600_000, y: 0, width: 3000, height: 2000 });
  const [start, , , end] = pointsOf(cut!);
  expect(start.x).toBeGreaterThan(599_000);
  expect(end.x).toBeLessThan(604_000);
  expect(end.x - start.x).toBeGreaterThan(2999);
});

test("a long curve that passes the rect by is not drawn", () => {
  const curve = curveOf([
    { x: 0, y: 0 },
    { x: 0, y: 90_000 },
    { x: 90_000, y: 90_000 },
    { x: 90_000, y: 0 },
  ]);
  expect(cutCurve(curve, { x: 45_000, y: 100, width: 2000, height: 1000 })).toBeNull();
});

test("law: all of a curve that is in the rect is in the part of it, and the part is on the curve, over 500 curves", () => {
  const rect: Rect = { x: 40_000, y: 300, width: 2000, height: 900 };
  let cuts = 0;
  for (let seed = 1; seed <= 500; seed++) {
    const random = seeded(seed);
    const whole = randomCubic(random, 100_000, 1500);
    const curve = curveOf(whole);
    const cut = cutCurve(curve, rect);
    if (cut === curve) continue;
    cuts++;
    const samples =
      cut === null ? [] : Array.from({ length: 400 }, (_, at) => pointAt(pointsOf(cut), at / 399));
    const most = widestGap(samples) / 2 + 1;
    for (let at = 0; at <= 2000; at++) {
      const point = pointAt(whole, at / 2000);
      if (!isIn(point, rect)) continue;
      const away = Math.min(...samples.map(({ x, y }) => Math.hypot(x - point.x, y - point.y)));
      expect(away, `seed ${seed}`).toBeLessThan(most);
    }
  }
  expect(cuts).toBeGreaterThan(75);
});

function widestGap(points: readonly Point[]): number {
  return Math.max(
    0,
    ...points.slice(1).map(({ x, y }, at) => Math.hypot(x - points[at]!.x, y - points[at]!.y)),
  );
}
