import { expect, test } from "vitest";
import { tracksFor } from "#layout/tracks.ts";

test.each([
  ["no trunks", [], []],
  [
    "apart",
    [
      [100, 0, 200],
      [500, 400, 600],
    ],
    [0, 0],
  ],
  [
    "the left bus reaches under the right stem",
    [
      [100, 0, 450],
      [400, 500, 700],
    ],
    [0, 1],
  ],
  [
    "the right bus reaches under the left stem",
    [
      [300, 0, 100],
      [700, 200, 900],
    ],
    [1, 0],
  ],
  [
    "nearly touching",
    [
      [100, 0, 290],
      [300, 300, 600],
    ],
    [0, 1],
  ],
  [
    "three in a row to the right",
    [
      [0, 0, 450],
      [400, 500, 850],
      [800, 900, 1200],
    ],
    [0, 1, 2],
  ],
  [
    "one under two stems",
    [
      [0, 0, 900],
      [400, 950, 1000],
      [800, 1100, 1200],
    ],
    [0, 1, 2],
  ],
] as const)("%s", (_, reaches, tracks) => {
  expect(tracksFor(reaches.map(([x, left, right]) => ({ x, left, right })))).toEqual(tracks);
});
