import { describe, expect, test } from "vitest";
import { ancestors, branchOf } from "#model/counts.ts";
import type { Forest } from "#model/forest.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import { firstFolding, screenful, shownClaims } from "#model/first-folding.ts";
import { foldedOthers, nearestShown, revealed, toggled, unfoldedByOneLevel } from "#session/folding.ts";
import { neighbour, siblingsOf, typedAhead } from "#session/navigation.ts";
import { argumentMap } from "../notation.ts";
import { randomMap, reshuffled, seeded } from "../random-map.ts";

const debate = forestOf(argumentMap("A; +B > A; -C > A; +D > B; -E > D; -U > (B>A); Z"));
const id = (name: string) => name as ClaimId;
const names = (claims: Iterable<ClaimId>) => [...claims].join(" ");

/** So many reasons for a claim, in notation. */
function leaves(name: string, count: number): string {
  return Array.from({ length: count }, (_, at) => `+${name}${at} > ${name}`).join("; ");
}

test("a map opens with each thesis and its main answers", () => {
  expect(names(shownClaims(debate, firstFolding(debate)))).toBe("A B C Z");
});

describe("a large map opens", () => {
  test("with its most argued branches open, as far as a screenful has room", () => {
    const large = forestOf(
      argumentMap(`A; +B > A; -C > A; +D > A; ${leaves("B", 9)}; ${leaves("C", 90)}; ${leaves("D", 12)}`),
    );
    expect(names(shownClaims(large, firstFolding(large)))).toBe(
      `A B C D ${names(Array.from({ length: 12 }, (_, at) => id(`D${at}`)))}`,
    );
  });

  test("with its main answers, however many they are", () => {
    const wide = forestOf(argumentMap(`A; ${leaves("A", 150)}; +Z > A0`));
    expect(shownClaims(wide, firstFolding(wide)).length).toBe(151);
  });

  test("laws: about a screenful, and what is folded had no room; the same in whatever order the records stand", () => {
    let large = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const map = randomMap(seeded(seed), 101 + seed * 5);
      const forest = forestOf(map);
      const folding = firstFolding(forest);
      const shown = shownClaims(forest, folding);
      const open = shown.filter(
        (claim) => !folding.has(claim) && forest.nodes.get(claim)!.children.length > 0,
      );
      const least = open.length === 0 ? 0 : forest.nodes.get(open[0]!)!.children.length;
      const bound = Math.max(
        screenful,
        forest.roots.length +
          Math.max(least, ...forest.roots.map((root) => forest.nodes.get(root)!.children.length)),
      );
      expect(shown.length, `seed ${seed}`).toBeLessThanOrEqual(bound);
      for (const claim of shown)
        if (folding.has(claim))
          expect(shown.length + forest.nodes.get(claim)!.children.length, `seed ${seed}`).toBeGreaterThan(
            screenful,
          );
      expect(open.length, `seed ${seed}`).toBeGreaterThan(0);
      expect(names(firstFolding(forestOf(reshuffled(seeded(seed + 1), map)))), `seed ${seed}`).toBe(
        names(folding),
      );
      if (open.length > 2) large++;
    }
    expect(large).toBeGreaterThan(0);
  });
});

test("folding others leaves open the way to a claim, and its branch as it was", () => {
  expect(names(shownClaims(debate, foldedOthers(debate, new Set(), id("D"))))).toBe("A B U D E C Z");
  expect(names(shownClaims(debate, foldedOthers(debate, new Set(), id("C"))))).toBe("A B C Z");
  expect(names(shownClaims(debate, foldedOthers(debate, toggled(new Set(), id("D")), id("B"))))).toBe(
    "A B U D C Z",
  );
});

test("laws: folding others shows the claim, its siblings and what was open below it, and hides what is not beside the way", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = seeded(seed);
    const forest = forestOf(randomMap(random, 25));
    const folding = new Set(forest.order.filter(() => random() < 0.3));
    for (const claim of forest.order) {
      const shown = new Set(shownClaims(forest, foldedOthers(forest, folding, claim)));
      const way = new Set([claim, ...ancestors(forest, claim)]);
      const branch = branchOf(forest, claim);
      for (const sibling of siblingsOf(forest, claim)) expect(shown, `seed ${seed}`).toContain(sibling);
      for (const other of shown) {
        const { parent } = forest.nodes.get(other)!;
        expect(parent === null || way.has(parent) || branch.has(other), `seed ${seed}`).toBe(true);
      }
    }
  }
});

test("unfolding a level opens what is on screen and no more", () => {
  const once = unfoldedByOneLevel(debate, firstFolding(debate));
  expect(names(shownClaims(debate, once))).toBe("A B U D C Z");
  expect(names(shownClaims(debate, unfoldedByOneLevel(debate, once)))).toBe("A B U D E C Z");
});

test("a folded claim stands for what it hides", () => {
  const folding = toggled(new Set(), id("B"));
  expect(nearestShown(debate, folding, id("E"))).toBe("B");
  expect(nearestShown(debate, folding, id("C"))).toBe("C");
  expect(nearestShown(debate, toggled(folding, id("A")), id("E"))).toBe("A");
});

test("laws: what is revealed is shown, and revealing folds nothing", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = seeded(seed);
    const forest = forestOf(randomMap(random));
    const folding = new Set(forest.order.filter(() => random() < 0.4));
    for (const claim of forest.order) {
      const open = revealed(folding, forest, [claim]);
      expect(shownClaims(forest, open), `seed ${seed}`).toContain(claim);
      expect(
        [...open].every((folded) => folding.has(folded)),
        `seed ${seed}`,
      ).toBe(true);
      expect(shownClaims(forest, folding), `seed ${seed}`).toContain(nearestShown(forest, folding, claim));
    }
  }
});

describe("steps from claim to claim", () => {
  test.each<[string, Parameters<typeof neighbour>[2], string | null]>([
    ["A", "into", "B"],
    ["B", "into", "U"],
    ["E", "into", null],
    ["E", "out", "D"],
    ["A", "out", null],
    ["A", "after", "Z"],
    ["B", "after", "C"],
    ["B", "before", null],
    ["C", "after", null],
  ])("from %s %s leads to %s", (from, direction, to) =>
    expect(neighbour(debate, id(from), direction)).toBe(to),
  );

  test("every claim stands among its siblings", () => {
    for (let seed = 1; seed <= 100; seed++) {
      const forest: Forest = forestOf(randomMap(seeded(seed)));
      for (const claim of forest.order) expect(siblingsOf(forest, claim), `seed ${seed}`).toContain(claim);
    }
  });
});

describe("typing ahead", () => {
  const texts: Record<string, string> = { a: "Alpha", b: "Beta", c: "Bravo", d: "Émigrés" };
  const shown = Object.keys(texts).map(id);
  test.each([
    ["a", "b", "b"],
    ["b", "b", "c"],
    ["c", "b", "b"],
    ["b", "br", "c"],
    ["b", "be", "b"],
    ["a", "é", "d"],
    ["a", "x", null],
  ])("from %s, %s leads to %s", (from, typed, to) =>
    expect(typedAhead(shown, (claim) => texts[claim] ?? "", id(from), typed)).toBe(to),
  );
});
