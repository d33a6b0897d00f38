import { describe, expect, test } from "vitest";
import { branchEnd, farTable } from "#elements/map/far-table.ts";
import { facesOf } from "#elements/map/face.ts";
import { cornersOf } from "#elements/map/far-lines.ts";
import { miniBlocks } from "#elements/map/mini-blocks.ts";
import type { Picture } from "#layout/picture.ts";
import { branchCounts, branchOf } from "#model/counts.ts";
import { forestOf } from "#model/forest.ts";
import type { ArgumentMap } from "#model/map.ts";
import { draw, requestFor } from "../../layout/drawing.ts";
import { layoutOnPage } from "#layout/layout.ts";
import { argumentMap } from "../../notation.ts";
import { randomMap, seeded } from "../../random-map.ts";

function drawn(map: ArgumentMap) {
  const forest = forestOf(map);
  const picture: Picture = layoutOnPage(requestFor(map));
  const source = {
    map,
    forest,
    folding: new Set<never>(),
    counts: branchCounts(forest),
    citationOf: () => "",
  };
  const faces = facesOf(source, forest.order);
  return { forest, picture, faces, table: farTable(picture, faces) };
}

test("theses and main answers head branches, theses first", () => {
  const { table } = drawn(argumentMap("A; +B > A; -C > A; +D > B; Z; +Y > Z"));
  expect(table.headings.map(({ text }) => text)).toEqual(["A", "Z", "B", "C", "Y"]);
});

test("laws: every card stands in the table where the picture has it, and a branch is what hangs below its head", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const { forest, picture, table } = drawn(randomMap(seeded(seed), 30));
    expect(table.faces.length, `seed ${seed}`).toBe(picture.cards.size);
    for (const [at, { claim }] of table.faces.entries()) {
      const { x, y, width, height } = picture.cards.get(claim)!;
      expect(Array.from(table.edges.subarray(4 * at, 4 * at + 4))).toEqual([x, y, x + width, y + height]);
      const branch = table.faces.slice(at, branchEnd(table.level, at)).map((face) => face.claim);
      expect(branch, `seed ${seed}`).toEqual([...branchOf(forest, claim)]);
    }
  }
});

test("corners of a path are where its stretches begin, turn and end", () => {
  const [trunk] = draw("A; +B > A; -C > A").trunks;
  const corners = cornersOf(trunk!.path);
  const points = Array.from({ length: corners.length / 3 }, (_, at) => corners.slice(3 * at, 3 * at + 3));
  expect(points.filter(([begins]) => begins === 1).length).toBe(trunk!.path.split("M").length - 1);
  const { x, y, width, height } = trunk!.extent;
  for (const [, across, down] of points) {
    expect(across).toBeGreaterThanOrEqual(x);
    expect(across).toBeLessThanOrEqual(x + width);
    expect(down).toBeGreaterThanOrEqual(y);
    expect(down).toBeLessThanOrEqual(y + height);
  }
});

describe("the blocks of the small map", () => {
  const names = Array.from({ length: 900 }, (_, at) => `N${at}`);

  test.each([
    ["few claims", "A; +B > A; -C > A", 0.2],
    [
      "many claims",
      `A; ${names.map((name, at) => `${at % 3 === 0 ? "-" : "+"}${name} > A`).join("; ")}`,
      0.02,
    ],
  ])("of %s stay within the map, and each kind has some", (_, notation, scale) => {
    const { picture, faces } = drawn(argumentMap(notation));
    const paths = [...miniBlocks(picture, scale, (claim) => faces.get(claim)?.kind ?? "thesis").values()];
    expect(paths).toHaveLength(3);
    expect(paths.every((path) => path.startsWith("M"))).toBe(true);
    const starts = paths.flatMap((path) =>
      [...path.matchAll(/M(\S+) (\S+?)h([\d.]+)/g)].map((found) => found.slice(1).map(Number)),
    );
    for (const [x, y, width] of starts as [number, number, number][]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(picture.bounds.width * scale + 1);
    }
  });
});
