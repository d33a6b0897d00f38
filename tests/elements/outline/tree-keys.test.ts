import { expect, test } from "vitest";
import { type TreeStep, treeStep } from "#elements/outline/tree-keys.ts";
import { forestOf } from "#model/forest.ts";
import { shownClaims } from "#model/first-folding.ts";
import { argumentMap, claimId } from "../../notation.ts";

const forest = forestOf(argumentMap("A; +B > A; -C > A; +D > B; +E > C; F"));

function step(claim: string, key: string, folded = "", rightToLeft = false): string | null {
  const folding = new Set(folded.split("").map(claimId));
  const view = { forest, folding, shown: shownClaims(forest, folding), rightToLeft };
  return written(treeStep(view, claimId(claim), key));
}

function written(step: TreeStep | null): string | null {
  if (step === null) return null;
  return step.type === "unfold" ? `unfold ${step.claims.join("")}` : `${step.type} ${step.claim}`;
}

test.each<[claim: string, key: string, folded: string, step: string | null]>([
  ["A", "ArrowRight", "", "take B"],
  ["B", "ArrowRight", "B", "unfold B"],
  ["D", "ArrowRight", "", null],
  ["D", "ArrowLeft", "", "take B"],
  ["B", "ArrowLeft", "", "fold B"],
  ["B", "ArrowLeft", "B", "take A"],
  ["A", "ArrowLeft", "A", null],
  ["B", "ArrowDown", "", "take D"],
  ["B", "ArrowDown", "B", "take C"],
  ["F", "ArrowDown", "", null],
  ["C", "ArrowUp", "", "take D"],
  ["A", "ArrowUp", "", null],
  ["C", "Home", "", "take A"],
  ["A", "End", "", "take F"],
  ["B", "*", "BC", "unfold BC"],
  ["B", "*", "", null],
  ["B", "x", "", null],
])("on %s, %s with “%s” folded: %s", (claim, key, folded, expected) => {
  expect(step(claim, key, folded)).toBe(expected);
});

test("where the text runs from right to left, ← leads into the branch and → out of it", () => {
  expect(step("A", "ArrowLeft", "", true)).toBe("take B");
  expect(step("D", "ArrowRight", "", true)).toBe("take B");
});

test("a claim that is not shown leads nowhere but to the first and the last", () => {
  expect(step("unknown", "ArrowLeft")).toBeNull();
});
