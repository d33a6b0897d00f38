import { expect, test } from "vitest";
import { isRefusal } from "#commands/command.ts";
import { applyChange } from "#model/change.ts";
import { branchCountsAfter } from "#model/counts-after.ts";
import { ancestors, branchCounts, branchOf, directCounts } from "#model/counts.ts";
import { forestAfter } from "#model/forest-after.ts";
import { forestOf } from "#model/forest.ts";
import { randomStep } from "../commands/random-step.ts";
import { argumentMap, claimId } from "../notation.ts";
import { plainMap } from "../plain-map.ts";
import { below, seeded } from "../random-map.ts";
import { forRandomMaps, patient } from "./laws.ts";

const forest = forestOf(argumentMap("A; +B & C > A; -D > A; -E > (B&C>A); +F > D"));

test.each([
  ["A", 3, 2],
  ["B", 0, 1],
  ["C", 0, 0],
  ["D", 1, 0],
])("below %s stand %i reasons and %i objections", (name, reasons, objections) => {
  expect(branchCounts(forest).get(claimId(name))).toEqual({ reasons, objections });
});

test("right below a claim, only what answers it counts", () => {
  expect(directCounts(forest.nodes.get(claimId("A"))!)).toEqual({ reasons: 2, objections: 1 });
  expect(directCounts(forest.nodes.get(claimId("B"))!)).toEqual({ reasons: 0, objections: 1 });
});

test("the way up to the thesis, and the branch below", () => {
  expect(ancestors(forest, claimId("F"))).toEqual(["D", "A"]);
  expect(ancestors(forest, claimId("E"))).toEqual(["B", "A"]);
  expect(ancestors(forest, claimId("A"))).toEqual([]);
  expect(ancestors(forest, claimId("X"))).toEqual([]);
  expect([...branchOf(forest, claimId("D"))]).toEqual(["D", "F"]);
  expect([...branchOf(forest, claimId("X"))]).toEqual([]);
});

test("a branch holds as many claims as its counts say", patient, () => {
  forRandomMaps(1000, (map) => {
    const forest = forestOf(map);
    for (const [claim, { reasons, objections }] of branchCounts(forest)) {
      expect(reasons + objections).toBe(branchOf(forest, claim).size - 1);
    }
  });
});

test("law: counts after an edit are those counted from nothing", patient, () => {
  for (let seed = 1; seed <= 500; seed++) {
    const random = seeded(seed);
    let map = plainMap(random, 1 + below(random, 20));
    for (let step = 0; step < 6; step++) {
      const outcome = randomStep(random, map).run(map);
      if (isRefusal(outcome)) continue;
      const [before, next] = [forestOf(map), applyChange(map, outcome)];
      branchCounts(before);
      const counts = branchCountsAfter(before, forestAfter(map, next));
      expect(new Map(counts), `seed ${seed}, step ${step}`).toEqual(branchCounts(forestOf({ ...next })));
      map = next;
    }
  }
});
