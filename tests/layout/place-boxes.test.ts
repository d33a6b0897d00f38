import { describe, expect, test } from "vitest";
import { cornersOf, depthsOf, type BoxTable, type PlaceTable } from "#layout/boxes.ts";
import { centresByDagre } from "#layout/dagre.ts";
import { centresByKernel } from "#layout/kernel.ts";
import { mostForDagre, placeBoxes } from "#layout/place.ts";
import { grid, rankGap, siblingGap } from "#layout/sizes.ts";
import { seeded } from "../random-map.ts";
import { allShapes, randomBoxes } from "./random-boxes.ts";

/** Up to 120 boxes: dagre's, and some of the kernel's. */
const samples = Array.from({ length: 400 }, (_, seed) => {
  const boxes = boxesFor(seed);
  return { seed, boxes, places: placeBoxes(boxes) };
});

function boxesFor(seed: number): BoxTable {
  const random = seeded(seed);
  const shape = allShapes[seed % allShapes.length]!;
  return randomBoxes(random, { shape, count: Math.ceil(120 ** random()) });
}

/** Boxes of one depth, in the author's order. */
function ranksOf({ parent }: BoxTable): readonly (readonly number[])[] {
  const ranks: number[][] = [];
  for (const [box, depth] of depthsOf(parent).entries()) (ranks[depth] ??= []).push(box);
  return ranks;
}

function lefts(boxes: BoxTable, places: PlaceTable, rank: readonly number[]) {
  return rank.map((box) => ({
    left: places.x[box] ?? Number.NaN,
    right: (places.x[box] ?? Number.NaN) + (boxes.width[box] ?? 0),
  }));
}

describe("laws of placed boxes, over random forests", () => {
  test("each rank keeps the author's order, with a gap between neighbours", () => {
    for (const { seed, boxes, places } of samples) {
      for (const rank of ranksOf(boxes)) {
        const sides = lefts(boxes, places, rank);
        for (const [at, { left }] of sides.entries()) {
          const before = sides[at - 1];
          if (before) expect(left - before.right, `seed ${seed}`).toBeGreaterThanOrEqual(siblingGap);
        }
      }
    }
  });

  test("tops of a rank are in line, a gap below the tallest box above", () => {
    for (const { seed, boxes, places } of samples) {
      let top = 0;
      for (const rank of ranksOf(boxes)) {
        expect(
          rank.map((box) => places.y[box]),
          `seed ${seed}`,
        ).toEqual(rank.map(() => top));
        top += Math.max(...rank.map((box) => boxes.height[box] ?? 0)) + rankGap;
      }
    }
  });

  test("all is on the grid, from 0", () => {
    for (const { seed, places } of samples) {
      const { x, y } = places;
      expect(
        [...x, ...y].filter((length) => length % grid !== 0 || length < 0),
        `seed ${seed}`,
      ).toEqual([]);
      expect(Math.min(...x), `seed ${seed}`).toBe(0);
    }
  });

  test("the same forest gives the same places", () => {
    for (const { seed, places } of samples.slice(0, 50)) {
      expect(placeBoxes(boxesFor(seed)), `seed ${seed}`).toEqual(places);
    }
  });
});

test.each(allShapes)("a %s stays where it is when the kernel takes over", (shape) => {
  for (const count of [mostForDagre, mostForDagre + 1]) {
    const boxes = randomBoxes(seeded(count), { shape, count });
    const places = placeBoxes(boxes);
    expect(places).toEqual(cornersOf(boxes, centresByDagre(boxes)));
    expect(places).toEqual(cornersOf(boxes, centresByKernel(boxes)));
  }
});

function table(parent: readonly number[]): BoxTable {
  return {
    direction: "down",
    parent: Int32Array.from(parent),
    width: Float64Array.from(parent, () => 264),
    height: Float64Array.from(parent, () => 100),
  };
}

describe("large and degenerate forests", () => {
  test("boxes that do not stand depth first are refused", () => {
    for (const parent of [[0], [1, -1], [-1, 0, -1, 0], [-1, -1, 0], [-1, 0, 5, 1]]) {
      expect(() => centresByKernel(table(parent)), parent.join(" ")).toThrow(
        /expected boxes that stand depth first/,
      );
    }
  });

  test("no boxes", () => {
    expect(placeBoxes(table([]))).toEqual({ x: new Float64Array(0), y: new Float64Array(0) });
  });

  test("a chain of 20,000 hangs straight down", () => {
    const { x, y } = placeBoxes(table(Array.from({ length: 20_000 }, (_, at) => at - 1)));
    expect(new Set(x)).toEqual(new Set([0]));
    expect(y.at(-1)).toBe(19_999 * (100 + rankGap));
  });

  test("a star of 20,000 stands in one row", () => {
    const { x } = placeBoxes(table([-1, ...Array.from({ length: 19_999 }, () => 0)]));
    expect(x.at(-1)).toBe(19_998 * (264 + siblingGap));
  });
});
