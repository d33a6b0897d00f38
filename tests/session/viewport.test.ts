import { describe, expect, test } from "vitest";
import { seeded } from "../random-map.ts";
import {
  centredOn,
  fitted,
  largestScale,
  opened,
  panned,
  revealing,
  smallestScale,
  toMap,
  toScreen,
  zoomedAround,
} from "#session/viewport.ts";

const screen = { width: 1280, height: 640 };

describe("laws of the camera, over 500 random views", () => {
  const random = seeded(1956);
  const views = Array.from({ length: 500 }, () => ({
    x: (random() - 0.5) * 1e5,
    y: (random() - 0.5) * 1e5,
    scale: 0.1 + random() * 2.9,
  }));
  const point = () => ({ x: random() * 1280, y: random() * 640 });

  test("the point under the pointer stays under it while zooming", () => {
    for (const view of views) {
      const at = point();
      const after = toScreen(zoomedAround(view, at, random() * 4), toMap(view, at));
      expect(after.x).toBeCloseTo(at.x, 4);
      expect(after.y).toBeCloseTo(at.y, 4);
    }
  });

  test("zooming stays within its limits", () => {
    for (const view of views) {
      expect(zoomedAround(view, point(), 1e9).scale).toBe(largestScale);
      expect(zoomedAround(view, point(), 0).scale).toBe(smallestScale);
    }
  });

  test("a pan moves what is drawn by as many pixels", () => {
    for (const view of views) {
      const [at, by] = [point(), point()];
      const after = toScreen(panned(view, by), toMap(view, at));
      expect(after.x).toBeCloseTo(at.x + by.x, 4);
      expect(after.y).toBeCloseTo(at.y + by.y, 4);
    }
  });

  test("revealing brings a rectangle that fits wholly on screen, and moves no more than it must", () => {
    for (const view of views) {
      const rect = {
        ...toMap(view, { x: random() * 4000 - 2000, y: random() * 4000 - 2000 }),
        width: 40,
        height: 30,
      };
      const after = revealing(view, rect, screen);
      const from = toScreen(after, rect);
      expect(from.x).toBeGreaterThanOrEqual(31.9);
      expect(from.x + rect.width * view.scale).toBeLessThanOrEqual(screen.width - 31.9);
      expect(from.y).toBeGreaterThanOrEqual(31.9);
      expect(revealing(after, rect, screen)).toEqual(after);
    }
  });
});

test("what all but fills the screen is revealed with what margin there is room for", () => {
  const view = { x: 0, y: 0, scale: 1 };
  const small = { width: 360, height: 640 };
  expect(revealing(view, { x: 1000, y: 0, width: 320, height: 40 }, small)).toEqual({
    x: 980,
    y: -32,
    scale: 1,
  });
  expect(revealing({ ...view, x: 980, y: -32 }, { x: 1000, y: 0, width: 320, height: 40 }, small).x).toBe(
    980,
  );
});

describe("a first view is readable, never a fitted speck", () => {
  test.each([
    ["a small map is not blown up", { x: 0, y: 0, width: 420, height: 300 }, 1],
    ["a wider one shrinks a little", { x: 0, y: 0, width: 1500, height: 400 }, 1216 / 1500],
    ["a huge one stops at three quarters", { x: 0, y: 0, width: 50_000, height: 9000 }, 0.75],
  ])("%s", (_, bounds, scale) => {
    const root = { x: bounds.width / 2 - 210, y: 0, width: 420, height: 100 };
    const view = opened(bounds, root, screen);
    expect(view.scale).toBeCloseTo(scale, 6);
    expect(toScreen(view, { x: bounds.width / 2, y: 0 })).toEqual({
      x: expect.closeTo(640, 3),
      y: expect.closeTo(32, 3),
    });
  });
});

test("fit holds the whole map with a margin", () => {
  const bounds = { x: -100, y: -50, width: 5000, height: 900 };
  const view = fitted(bounds, screen);
  expect(toScreen(view, bounds).x).toBeCloseTo(32, 6);
  expect(toScreen(view, { x: 4900, y: 0 }).x).toBeCloseTo(1280 - 32, 6);
});

test("fit holds the map beside what covers the left of the screen, unless that is more than half of it", () => {
  const bounds = { x: -100, y: -50, width: 5000, height: 900 };
  const view = fitted(bounds, screen, 280);
  expect(toScreen(view, bounds).x).toBeCloseTo(280 + 32, 6);
  expect(toScreen(view, { x: 4900, y: 0 }).x).toBeCloseTo(1280 - 32, 6);
  expect(fitted(bounds, screen, 700)).toEqual(fitted(bounds, screen));
});

test("centred means centred", () => {
  expect(toScreen(centredOn({ x: 7, y: 9 }, screen, 2), { x: 7, y: 9 })).toEqual({ x: 640, y: 320 });
});
