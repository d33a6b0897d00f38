import { expect, test } from "vitest";
import { facesOf, type FaceSource } from "#elements/map/face.ts";
import { FaceKeeper } from "#elements/map/face-keeper.ts";
import { applyChange } from "#model/change.ts";
import { branchCounts } from "#model/counts.ts";
import { type Forest, forestAfter, forestOf } from "#model/forest.ts";
import type { ArgumentMap } from "#model/map.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { chance, pick, randomMap, randomText, seeded } from "../../random-map.ts";
import { graveyard, randomChange } from "../../store/random-change.ts";

const unfolded = new Set<never>();

function sourceOf(map: ArgumentMap, forest: Forest): FaceSource {
  return { map, forest, folding: unfolded, counts: branchCounts(forest), citationOf: titlesOf };
}

/** The titles of a claim's sources. */
const titlesOf: FaceSource["citationOf"] = ({ claims, sources }, claim) =>
  String(claims.get(claim)?.citations.map(({ source }) => sources.get(source)?.item["title"]) ?? "");

test("law: faces kept up with a map are those made of it from nothing, over 300 random histories", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = seeded(seed);
    const [keeper, graves] = [new FaceKeeper(), graveyard()];
    let map = randomMap(random, 12);
    let forest = forestOf(map);
    for (let step = 0; step < 12; step++) {
      const before = map;
      map = chance(random, 0.7)
        ? reworded(map, seed + step)
        : applyChange(map, randomChange(random, map, graves));
      forest = forestAfter(before, map);
      const anew = { ...map };
      const expected = facesOf(sourceOf(anew, forestOf(anew)), forest.order);
      expect(keeper.of(sourceOf(map, forest), forest.order), `seed ${seed}, step ${step}`).toEqual(expected);
    }
  }
});

function reworded(map: ArgumentMap, seed: number): ArgumentMap {
  const random = seeded(seed);
  const claim = pick(random, [...map.claims.values()]);
  if (claim === undefined) return map;
  const after = { ...claim, text: randomText(random), note: randomText(random) };
  return { ...map, claims: new Map(map.claims).set(claim.id, after) };
}

test("faces that say the same stay the same, and an objection to a step says anew what it attacks", () => {
  const map = argumentMap("A; +B > A; -C > A; -D > (B > A)");
  const forest = forestOf(map);
  const keeper = new FaceKeeper();
  const before = keeper.of(sourceOf(map, forest), forest.order);
  const [a, b, c, d] = ["A", "B", "C", "D"].map(claimId);
  const edited = {
    ...map,
    claims: new Map(map.claims).set(b!, { ...map.claims.get(b!)!, text: "Other words." }),
  };
  expect(forestAfter(map, edited)).toBe(forest);
  const after = keeper.of(sourceOf(edited, forest), forest.order);
  expect([a, c].every((claim) => after.get(claim!) === before.get(claim!))).toBe(true);
  expect(after.get(b!)?.text).toBe("Other words.");
  expect(after.get(d!)?.name).toContain("Other words.");
  expect(keeper.of(sourceOf({ ...edited }, forest), forest.order)).toBe(after);
});
