import { describe, expect, test } from "vitest";
import { readArgdown } from "#interchange/argdown-read.ts";
import { writeArgdown } from "#interchange/argdown-write.ts";
import type { ArgumentMap } from "#model/map.ts";
import { argumentMap } from "../notation.ts";
import { randomMap, rubbishMap, seeded } from "../random-map.ts";

function roundTrip(map: ArgumentMap) {
  const outcome = readArgdown(writeArgdown(map));
  return "refused" in outcome ? outcome.refused : outcome.map;
}

describe("writing Argdown and reading it again gives the same map", () => {
  test.each([
    ["nothing", ""],
    ["a thesis", "A"],
    ["several theses", "A; B; +C > B"],
    ["reasons and objections", "A; +B > A; -C > B"],
  ])("%s", (_, notation) => {
    const map = argumentMap(notation);
    expect(roundTrip(map)).toEqual(map);
  });

  test("over 1000 random maps", () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const map = randomMap(seeded(seed));
      expect(roundTrip(map), `seed ${seed}\n${writeArgdown(map)}`).toEqual(map);
    }
  });
  test("over 1000 rubbish maps", () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const map = rubbishMap(seeded(seed));
      expect(roundTrip(map), `seed ${seed}\n${writeArgdown(map)}`).toEqual(map);
    }
  });
});
