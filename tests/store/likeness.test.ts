import { expect, test } from "vitest";
import { atOnce } from "#model/steps.ts";
import { likenessOf, mapOf } from "#store/likeness.ts";
import { largeMap } from "../large-map.ts";
import { randomMap, rubbishMap, seeded } from "../random-map.ts";

test("a likeness says what its map says, over 500 random maps, sound or not", () => {
  for (let seed = 1; seed <= 500; seed++) {
    const map = seed % 2 === 0 ? randomMap(seeded(seed)) : rubbishMap(seeded(seed));
    const pieces = atOnce(likenessOf(map));
    expect(mapOf(map.id, pieces), `seed ${seed}`).toEqual(map);
    for (const piece of pieces) expect(piece, `seed ${seed}: one line each`).not.toMatch(/[\n\r]/);
  }
});

test("a large map is written down in pieces of at most a thousand records", () => {
  const map = largeMap(5500);
  const pieces = atOnce(likenessOf(map));
  expect(pieces).toHaveLength(1 + 6 + 6);
  const sizes = pieces.map(
    (piece) => Object.values(JSON.parse(piece) as Record<string, unknown[]>)[0]!.length,
  );
  expect(sizes.slice(1)).toEqual([1000, 1000, 1000, 1000, 1000, 500, 1000, 1000, 1000, 1000, 1000, 499]);
  expect(mapOf(map.id, pieces)).toEqual(map);
});
