import { describe, expect, test } from "vitest";
import type { Forest } from "#model/forest.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import {
  firstFolding,
  nearestShown,
  revealed,
  shownClaims,
  toggled,
  unfoldedByOneLevel,
} from "#session/folding.ts";
import { neighbour, siblingsOf, typedAhead } from "#session/navigation.ts";
import { argumentMap } from "../notation.ts";
import { randomMap, seeded } from "../random-map.ts";

const debate = forestOf(argumentMap("A; +B > A; -C > A; +D > B; -E > D; -U > (B>A); Z"));
const id = (name: string) => name as ClaimId;
const names = (claims: Iterable<ClaimId>) => [...claims].join(" ");

test("a map opens with each thesis and its main answers", () => {
  expect(names(shownClaims(debate, firstFolding(debate)))).toBe("A B C Z");
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
