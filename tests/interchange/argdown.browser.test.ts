import { expect, test } from "vitest";
import { readMapFile } from "#interchange/map-file.ts";
import { writeArgdown } from "#interchange/argdown-write.ts";
import { oddDates } from "#interchange/odd-dates.ts";
import { argumentMap } from "../notation.ts";
import { randomMap, seeded } from "../random-map.ts";

test("Argdown is read in the browser as in Node, its parser loaded only now", async () => {
  const map = argumentMap("A; +B > A; -C > (B>A); -D & E > A");
  expect(await readMapFile("map.argdown", writeArgdown(map))).toEqual({ map, warnings: [] });
});

test("40 random maps come back", { timeout: 30_000 }, async () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = randomMap(seeded(seed));
    expect(await readMapFile("map.argdown", writeArgdown(random)), `seed ${seed}`).toEqual({
      map: random,
      warnings: oddDates(random),
    });
  }
});
