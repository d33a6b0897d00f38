import { describe, expect, test } from "vitest";
import { writeOrthogonal } from "#layout/path.ts";
import { PathWriter } from "#layout/path-writer.ts";
import { seeded } from "../random-map.ts";

function textOf(writer: PathWriter): string {
  return new TextDecoder().decode(writer.finish());
}

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
  const writer = new PathWriter();
  writeOrthogonal(
    writer,
    points.map(([x, y]) => ({ x, y })),
  );
  expect(textOf(writer)).toBe(path);
});

describe("numbers have at most two digits behind the point", () => {
  test.each([
    [0, "0"],
    [-0, "0"],
    [7, "7"],
    [-12, "-12"],
    [0.5, "0.5"],
    [-0.25, "-0.25"],
    [0.05, "0.05"],
    [10.1, "10.1"],
    [1 / 3, "0.33"],
    [2 / 3, "0.67"],
    [-0.001, "0"],
    [99.999, "100"],
    [1_400_000.75, "1400000.75"],
    [-987_654_321_012.5, "-987654321012.5"],
  ])("%d is written %s", (number, text) => {
    const writer = new PathWriter();
    writer.move({ x: number, y: 1 });
    expect(textOf(writer)).toBe(`M${text} 1`);
  });

  test("and any number is written as it is read", () => {
    const random = seeded(1);
    for (let at = 0; at < 5000; at++) {
      const number = Math.round((random() - 0.5) * 10 ** (9 * random()) * 100) / 100;
      const writer = new PathWriter();
      writer.line({ x: 0, y: number });
      expect(textOf(writer)).toBe(`L0 ${number}`);
    }
  });
});

test("arcs and curves", () => {
  const writer = new PathWriter();
  writer.arc(4.5, 1, { x: -3, y: 2 });
  writer.curve({ x: 1, y: 2 }, { x: 3, y: 4 }, { x: 5.25, y: 6 });
  expect(textOf(writer)).toBe("A4.5 4.5 0 0 1 -3 2C1 2 3 4 5.25 6");
});

test("a path of any length", () => {
  const writer = new PathWriter();
  for (let at = 0; at < 20_000; at++) writer.line({ x: at, y: -at });
  expect(textOf(writer)).toBe(
    Array.from({ length: 20_000 }, (_, at) => `L${at} ${at === 0 ? 0 : -at}`).join(""),
  );
});
