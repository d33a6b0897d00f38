import { expect, test } from "vitest";
import { DetailLevel } from "#elements/map/detail-level.ts";
import { seeded } from "../../random-map.ts";

const never = () => false;

test("far below half size blocks stand for cards, near it the level stays what it was", () => {
  const level = new DetailLevel();
  const seen = [1, 0.5, 0.47, 0.45, 0.47, 0.49, 0.5, 0.47].map((scale) => level.at(scale, never));
  expect(seen).toEqual([false, false, false, true, true, true, false, false]);
});

test("more cards than the page can have become blocks, until they are a tenth larger", () => {
  const level = new DetailLevel();
  expect(level.at(0.6, () => true)).toBe(true);
  expect([0.6, 0.65].map((scale) => level.at(scale, never))).toEqual([true, true]);
  expect([0.67, 0.6].map((scale) => level.at(scale, never))).toEqual([false, false]);
});

test("law: going to and fro within a tenth changes the level at most once", () => {
  for (let seed = 1; seed <= 500; seed++) {
    const random = seeded(seed);
    const middle = 0.1 + random();
    const least = 0.1 + random();
    const level = new DetailLevel();
    const seen = Array.from({ length: 40 }, () => {
      const scale = middle * (1 + 0.09 * random());
      return level.at(scale, () => scale < least);
    });
    const changes = seen.filter((isFar, at) => at > 0 && isFar !== seen[at - 1]).length;
    expect(changes, `seed ${seed}`).toBeLessThanOrEqual(1);
  }
});
