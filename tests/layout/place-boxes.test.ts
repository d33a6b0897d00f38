import { describe, expect, test } from "vitest";
import { depthsOf, type BoxTable, type PlaceTable } from "#layout/boxes.ts";
import { placeBoxes } from "#layout/dagre.ts";
import { grid, rankGap, siblingGap } from "#layout/sizes.ts";
import { seeded } from "../random-map.ts";

/** A random forest as a table: parents before children, depth first. */
function randomBoxes(seed: number): BoxTable {
  const random = seeded(seed);
  const count = 1 + Math.floor(random() * 60);
  const children: number[][] = [];
  const roots: number[] = [];
  for (let box = 0; box < count; box++) {
    children.push([]);
    const parent = random() < 0.08 || box === 0 ? -1 : Math.floor(random() ** (seed % 3 ? 1 : 3) * box);
    (parent < 0 ? roots : children[parent])?.push(box);
  }
  const parent: number[] = [];
  const waiting = roots.toReversed().map((box) => ({ box, above: -1 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const place = parent.push(next.above) - 1;
    waiting.push(...(children[next.box] ?? []).toReversed().map((box) => ({ box, above: place })));
  }
  const widths = [264, 296, 544, 424, 824];
  return {
    parent: Int32Array.from(parent),
    width: Float64Array.from(parent, () => widths[Math.floor(random() * widths.length)] ?? 0),
    height: Float64Array.from(parent, () => grid * Math.ceil(10 + random() ** 4 * 500)),
  };
}

const samples = Array.from({ length: 400 }, (_, seed) => {
  const boxes = randomBoxes(seed);
  return { seed, boxes, places: placeBoxes(boxes) };
});

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
      expect(placeBoxes(randomBoxes(seed)), `seed ${seed}`).toEqual(places);
    }
  });
});

function table(parent: readonly number[]): BoxTable {
  return {
    parent: Int32Array.from(parent),
    width: Float64Array.from(parent, () => 264),
    height: Float64Array.from(parent, () => 100),
  };
}

describe("large and degenerate forests", () => {
  test("no boxes", () => {
    expect(placeBoxes(table([]))).toEqual({ x: new Float64Array(0), y: new Float64Array(0) });
  });

  test("a chain of 3,000 hangs straight down", () => {
    const { x, y } = placeBoxes(table(Array.from({ length: 3000 }, (_, at) => at - 1)));
    expect(new Set(x)).toEqual(new Set([0]));
    expect(y.at(-1)).toBe(2999 * (100 + rankGap));
  });

  test("a star of 3,000 stands in one row", () => {
    const { x } = placeBoxes(table([-1, ...Array.from({ length: 2999 }, () => 0)]));
    expect(x.at(-1)).toBe(2998 * (264 + siblingGap));
  });
});
