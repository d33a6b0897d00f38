import { expect, test } from "vitest";
import { orthogonalPath } from "#layout/path.ts";

test.each([
  ["nothing", [], ""],
  ["a point", [[0, 0]], "M0 0"],
  [
    "a straight line",
    [
      [0, 0],
      [0, 10],
      [0, 40],
    ],
    "M0 0L0 40",
  ],
  [
    "a right turn",
    [
      [0, 0],
      [0, 40],
      [-50, 40],
    ],
    "M0 0L0 28A12 12 0 0 1 -12 40L-50 40",
  ],
  [
    "a left turn",
    [
      [0, 0],
      [0, 40],
      [50, 40],
    ],
    "M0 0L0 28A12 12 0 0 0 12 40L50 40",
  ],
  [
    "a corner no larger than its room",
    [
      [0, 0],
      [0, 8],
      [50, 8],
    ],
    "M0 0L0 0A8 8 0 0 0 8 8L50 8",
  ],
  [
    "two corners that share a short stretch",
    [
      [0, 0],
      [0, 40],
      [10, 40],
      [10, 80],
    ],
    "M0 0L0 35A5 5 0 0 0 5 40L5 40A5 5 0 0 1 10 45L10 80",
  ],
  [
    "repeated points",
    [
      [0, 0],
      [0, 0],
      [0, 40],
      [0, 40],
    ],
    "M0 0L0 40",
  ],
] as const)("%s", (_, points, path) => {
  expect(orthogonalPath(points.map(([x, y]) => ({ x, y })))).toBe(path);
});
