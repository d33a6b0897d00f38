import { expect, test } from "vitest";
import { morphed } from "#elements/map/path-morph.ts";

test("a path is half way between two of its forms, and arcs keep their flags", () => {
  const from = "M0 0L0 20A12 12 0 0 1 12 32L40 32";
  const to = "M10 0L10 40A12 12 0 0 1 22 52L80 52";
  expect(morphed(from, to, 0.5)).toBe("M5 0 L5 30 A12 12 0 0 1 17 42 L60 42 ");
});

test("at its end it is the path itself, and one that is built differently is there at once", () => {
  expect(morphed("M0 0L1 1", "M2 2L3 3", 1)).toBe("M2 2L3 3");
  expect(morphed("M0 0L1 1", "M2 2C3 3 4 4 5 5", 0.2)).toBe("M2 2C3 3 4 4 5 5");
});
