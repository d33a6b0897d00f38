import { expect, test } from "vitest";
import { isSame } from "#model/equality.ts";

test.each([
  [1, 1, true],
  [1, "1", false],
  [Number.NaN, Number.NaN, true],
  [null, undefined, false],
  [null, {}, false],
  [{}, {}, true],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: 1, b: 2 }, { a: 1 }, false],
  [{ a: undefined }, {}, false],
  [{ a: undefined }, { b: undefined }, false],
  [{ a: { b: ["c"] } }, { a: { b: ["c"] } }, true],
  [{ a: { b: ["c"] } }, { a: { b: ["d"] } }, false],
  [[1, 2], [1, 2], true],
  [[1, 2], [2, 1], false],
  [[1], [1, 2], false],
  [[], {}, false],
  [{ 0: 1 }, [1], false],
])("%j and %j: %j", (a, b, same) => {
  expect(isSame(a, b)).toBe(same);
  expect(isSame(b, a)).toBe(same);
});
