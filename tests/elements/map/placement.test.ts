import { expect, test } from "vitest";
import { bestSide, placeOn } from "#elements/map/placement.ts";

const screen = { width: 1000, height: 700 };
const tools = { width: 300, height: 40 };
const card = { x: 400, y: 300, width: 200, height: 100 };

test("tools stand above a card that has lines below it, and below one that has none", () => {
  expect(bestSide(card, tools, screen, [], true)).toBe("above");
  expect(bestSide(card, tools, screen, [], false)).toBe("below");
});

test("where other cards would be covered, they stand elsewhere", () => {
  const above = { x: 350, y: 200, width: 300, height: 90 };
  const below = { ...above, y: 410 };
  expect(bestSide(card, tools, screen, [above], true)).toBe("below");
  expect(bestSide(card, tools, screen, [above, below], true)).toBe("right");
});

test.each([
  [{ x: 0, y: 0 }, false],
  [{ x: 900, y: 650 }, true],
  [{ x: -150, y: 300 }, true],
])("tools are wholly on screen beside a card at %o", (at, isOpenBelow) => {
  const there = { ...card, ...at };
  const { x, y } = placeOn(bestSide(there, tools, screen, [], isOpenBelow), there, tools, screen);
  expect(
    Math.min(x, y, screen.width - x - tools.width, screen.height - y - tools.height),
  ).toBeGreaterThanOrEqual(0);
});
