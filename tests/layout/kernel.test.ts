import { describe, expect, test } from "vitest";
import type { BoxTable, PlaceTable } from "#layout/boxes.ts";
import { centresByDagre } from "#layout/dagre.ts";
import { centresByKernel } from "#layout/kernel.ts";
import { planOf } from "#layout/plan.ts";
import type { ClaimId } from "#model/ids.ts";
import { below, pick, type Random, randomMap, seeded } from "../random-map.ts";
import { requestFor } from "./drawing.ts";
import { allShapes, randomBoxes } from "./random-boxes.ts";

const forests = 2000;
const maps = 200;
const most = 300;

/** Most are small, since dagre takes its time; each shape is there with the most boxes too. */
function countFor(random: Random, seed: number): number {
  return seed % 81 === 0 ? most : Math.floor(most ** (random() ** 4));
}

function boxesFor(seed: number): BoxTable {
  const random = seeded(seed);
  return randomBoxes(random, {
    shape: allShapes[seed % allShapes.length]!,
    count: countFor(random, seed),
    direction: random() < 0.5 ? "down" : "right",
    lengths: random() < 0.5 ? "cards" : "any",
  });
}

/** A map as it comes: brackets of co-premises and stacks of leaves are one box each. */
function boxesOfMap(seed: number): BoxTable {
  const random = seeded(seed);
  const map = randomMap(random, below(random, 60));
  const heights = new Map(
    [...map.claims.keys()].map((claim) => [claim, pick(random, [70, 93, 116, 208, 1390])]),
  );
  const sizeOf = (claim: ClaimId) => ({ width: 264, height: heights.get(claim) ?? 0 });
  return planOf(requestFor(map, { stackLeaves: true, sizeOf })).table.boxes;
}

/** Boxes whose middles are not the same number, bit for bit. */
function differences(boxes: BoxTable): readonly number[] {
  const [dagre, kernel] = [centresByDagre(boxes), centresByKernel(boxes)];
  const same = (at: number, axis: keyof PlaceTable) => Object.is(dagre[axis][at], kernel[axis][at]);
  return [...boxes.parent.keys()].filter((at) => !same(at, "x") || !same(at, "y"));
}

describe("the kernel gives dagre's coordinates, to the last bit", () => {
  test(`on ${forests} random forests`, () => {
    for (let seed = 0; seed < forests; seed++)
      expect(differences(boxesFor(seed)), `seed ${seed}`).toEqual([]);
  });

  test(`on the boxes of ${maps} random maps`, () => {
    for (let seed = 0; seed < maps; seed++) expect(differences(boxesOfMap(seed)), `seed ${seed}`).toEqual([]);
  });

  test("and the forests are of every shape, from one box to the most", () => {
    const counts = new Map(allShapes.map((shape) => [shape, new Set<number>()]));
    for (let seed = 0; seed < forests; seed++) {
      counts.get(allShapes[seed % allShapes.length]!)?.add(boxesFor(seed).parent.length);
    }
    for (const [shape, found] of counts)
      expect([shape, found.has(1), found.has(most)]).toEqual([shape, true, true]);
  });
});
