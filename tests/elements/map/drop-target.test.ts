import { expect, test } from "vitest";
import { dropTargetAt } from "#elements/map/drop-target.ts";
import { layoutOnPage } from "#layout/layout.ts";
import { forestOf } from "#model/forest.ts";
import { argumentMap, claimId } from "../../notation.ts";

const sizeOf = () => ({ width: 264, height: 100 });

function target(
  notation: string,
  carried: string,
  over: string,
  part: { x: number; y: number },
  stackLeaves = false,
) {
  const map = argumentMap(notation);
  const forest = forestOf(map);
  const picture = layoutOnPage({ map, forest, folded: new Set(), sizeOf, stackLeaves });
  const { x, y, width, height } = picture.cards.get(claimId(over))!;
  const found = dropTargetAt(picture, forest, claimId(carried), {
    x: x + part.x * width,
    y: y + part.y * height,
  });
  if (found === null) return null;
  return found.type === "onto" ? `${found.kind} ${found.claim}` : `${found.place} ${found.claim}`;
}

const left = { x: 0.25, y: 0.5 };
const right = { x: 0.75, y: 0.5 };

test.each([
  ["onto the left half: a reason", "A; +B > A; +C > A", "C", "B", left, "supports B"],
  ["onto the right half: an objection", "A; +B > A; +C > A", "C", "B", right, "opposes B"],
  [
    "at the left edge of a sibling: before it",
    "A; +B > A; +C > A",
    "C",
    "B",
    { x: 0.02, y: 0.5 },
    "before B",
  ],
  ["in the gap after a sibling: after it", "A; +B > A; +C > A", "C", "B", { x: 1.04, y: 0.5 }, "after B"],
  [
    "at the edge of a claim elsewhere: onto it",
    "A; +B > A; +C > B",
    "C",
    "A",
    { x: 0.02, y: 0.5 },
    "supports A",
  ],
  ["over itself: nothing", "A; +B > A; +C > A", "C", "C", left, null],
  ["over the ground: nothing", "A; +B > A; +C > A", "C", "A", { x: -2, y: 0.5 }, null],
])("%s", (_, notation, carried, over, part, found) => {
  expect(target(notation, carried, over, part)).toBe(found);
});

test("in a stack siblings stand one below the other", () => {
  expect(target("A; +B > A; +C > A", "C", "B", { x: 0.5, y: 0.05 }, true)).toBe("before B");
  expect(target("A; +B > A; +C > A", "C", "B", { x: 0.02, y: 0.5 }, true)).toBe("supports B");
});
