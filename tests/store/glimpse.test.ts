import { expect, test } from "vitest";
import { layoutSmall } from "#layout/small-layout.ts";
import { branchCounts } from "#model/counts.ts";
import { firstFolding, shownClaims } from "#model/first-folding.ts";
import { type Forest, forestOf } from "#model/forest.ts";
import type { ArgumentMap } from "#model/map.ts";
import { byShelf, type Identified } from "#model/shelves.ts";
import { atOnce, type Steps } from "#model/steps.ts";
import { glimpsed, glimpseOf } from "#store/glimpse.ts";
import { likenessOf, readingMap } from "#store/likeness.ts";
import { largeMap, withLinks } from "../large-map.ts";
import { pick, type Random, randomMap, rubbishMap, seeded } from "../random-map.ts";

/** A glimpse of a map, and how often all of it was read. */
function glimpseAt(map: ArgumentMap) {
  const pieces = atOnce(likenessOf(map));
  const seen = { times: 0 };
  function* whole(): Steps<ArgumentMap> {
    seen.times++;
    return yield* readingMap(map.id, pieces);
  }
  return { ...glimpsed(map.id, glimpseOf(map), whole), seen };
}

/** Questions of a map, its forest and its counts, of which any may come first. */
const questions: readonly ((map: ArgumentMap, forest: Forest, random: Random) => unknown)[] = [
  ({ claims }) => new Map(claims),
  ({ relations }) => new Set(relations.values()),
  ({ sources }) => [sources.size, new Set(sources.keys())],
  ({ holders, schools }) => [holders.size, schools.size, new Map(holders), new Map(schools)],
  (_, { order }) => order,
  (_, { nodes }) => [...nodes],
  (_, { roots, crossLinks }) => [roots, crossLinks],
  (_, forest) => new Map(branchCounts(forest)),
  (_, forest) => [...firstFolding(forest)],
  (_, forest) => shownClaims(forest, firstFolding(forest)),
  ({ claims }, { order }, random) => claims.get(pick(random, order)!),
  ({ claims }, { nodes }) => new Set([...claims.keys()].filter((id) => nodes.has(id))),
];

test("a map seen in a glimpse answers as the whole does, whatever is asked first, over 400 random maps", () => {
  for (let seed = 1; seed <= 400; seed++) {
    const map = seed % 2 === 0 ? randomMap(seeded(seed), 1 + (seed % 160)) : rubbishMap(seeded(seed));
    const { map: like } = glimpseAt(map);
    const forest = forestOf(map);
    const random = seeded(seed);
    for (let asked = 0; asked < 6; asked++) {
      const question = pick(random, questions)!;
      const luck = seed * 10 + asked;
      expect(question(like, forestOf(like), seeded(luck)), `seed ${seed}, question ${asked}`).toEqual(
        question(map, forest, seeded(luck)),
      );
    }
    expect({ ...like, ...byShelf<ArgumentMap>((shelf) => new Map<string, Identified>(like[shelf])) }).toEqual(
      map,
    );
  }
});

test("its first screen is drawn without reading the rest, which is read once", () => {
  const { map, seen, reading } = glimpseAt(withLinks(largeMap(3000)));
  const forest = forestOf(map);
  const shown = shownClaims(forest, firstFolding(forest));
  const size = { width: 264, height: 80 };
  layoutSmall({ map, forest, folded: firstFolding(forest), stackLeaves: true, sizeOf: () => size });
  const texts = shown.map((claim) => map.claims.get(claim)?.text);
  expect([map.claims.size, shown.length, texts.includes(undefined), seen.times]).toEqual([
    3000,
    17,
    false,
    0,
  ]);
  const steps = reading();
  expect(steps.next().done).toBe(false);
  const before = map.claims.get(shown[0]!);
  expect(map.claims.get(forest.order[2999]!)?.text).toMatch(/^Claim number/);
  expect(map.claims.get(shown[0]!)).toBe(before);
  expect([steps.next().done, forestOf(map), seen.times]).toEqual([true, forest, 1]);
});
