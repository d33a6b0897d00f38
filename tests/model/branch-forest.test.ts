import { expect, test } from "vitest";
import { branchForest } from "#model/branch-forest.ts";
import { branchOf } from "#model/counts.ts";
import { forestOf } from "#model/forest.ts";
import { argumentMap, claimId } from "../notation.ts";
import { randomMap, seeded } from "../random-map.ts";

test("a branch stands alone, with what attacks its head's step among its answers", () => {
  const forest = forestOf(argumentMap("A; +B > A; -C > A; +D > B; -E > D; -U > (B>A)"));
  const alone = branchForest(forest, claimId("B"));
  expect(alone.roots).toEqual(["B"]);
  expect(alone.order).toEqual(["B", "U", "D", "E"]);
  expect(alone.nodes.get(claimId("B"))).toMatchObject({
    parent: null,
    depth: 0,
    relation: "B>A",
    undercutters: [],
  });
  expect(alone.nodes.get(claimId("B"))!.answers.flatMap(({ premises }) => premises)).toEqual(["U", "D"]);
  expect(alone.nodes.get(claimId("E"))?.depth).toBe(2);
});

test("a claim that is not there heads no branch", () => {
  expect(() => branchForest(forestOf(argumentMap("A")), claimId("Z"))).toThrow('no claim "Z"');
});

test("laws: it holds the branch in the forest's order; each claim but the head stands one below its parent", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const forest = forestOf(randomMap(seeded(seed), 25));
    for (const head of forest.order) {
      const alone = branchForest(forest, head);
      expect(alone.order, `seed ${seed}`).toEqual([...branchOf(forest, head)]);
      expect([...alone.nodes.keys()].toSorted()).toEqual([...alone.order].toSorted());
      for (const [claim, { parent, depth, children }] of alone.nodes) {
        expect(children).toBe(forest.nodes.get(claim)!.children);
        expect(depth, `seed ${seed}`).toBe(claim === head ? 0 : alone.nodes.get(parent!)!.depth + 1);
      }
    }
  }
});
