import { expect, test } from "vitest";
import { coverOfFew } from "#layout/cover.ts";
import { coverOfMany } from "#layout/cover-grid.ts";
import { below, seeded } from "../random-map.ts";

test("few or many, the same points are covered, edges too", () => {
  for (let seed = 0; seed < 100; seed++) {
    const random = seeded(seed);
    const count = 1 + below(random, 80);
    const rects = Float64Array.from({ length: 4 * count }, (_, at) => below(random, at % 4 < 2 ? 400 : 30));
    const [few, many] = [coverOfFew(rects), coverOfMany(rects)];
    const points = Array.from({ length: 200 }, () => [below(random, 440), below(random, 440)] as const);
    const isCovered = points.map(([x, y]) => few.isCovered(x, y));
    expect(
      points.map(([x, y]) => many.isCovered(x, y)),
      `seed ${seed}`,
    ).toEqual(isCovered);
    expect(few.isCovered(rects[0]!, rects[1]!), `seed ${seed}`).toBe(true);
  }
});
