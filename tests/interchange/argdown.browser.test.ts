import { expect, test } from "vitest";
import { readMapFile } from "#interchange/map-file.ts";
import { writeArgdown } from "#interchange/argdown-write.ts";
import { argumentMap } from "../notation.ts";
import { randomMap, seeded } from "../random-map.ts";

test("Argdown is read in the browser as in Node, its parser loaded only now", async () => {
  const map = argumentMap("A; +B > A; -C > (B>A); -D & E > A");
  expect(await readMapFile("map.argdown", writeArgdown(map))).toEqual({ map, warnings: [] });
});

test("40 random maps come back", { timeout: 30_000 }, async () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = randomMap(seeded(seed));
    const outcome = await readMapFile("map.argdown", writeArgdown(random));
    if ("refused" in outcome) throw new Error(`seed ${seed}: ${outcome.refused}`);
    expect(outcome.map, `seed ${seed}`).toEqual(random);
    const warnings = outcome.warnings.filter((each) => !each.endsWith("It was kept as it is."));
    expect(warnings, `seed ${seed}`).toEqual([]);
  }
});
