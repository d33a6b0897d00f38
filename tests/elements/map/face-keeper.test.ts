import { expect, test } from "vitest";
import { facesOf, type FaceSource } from "#elements/map/face.ts";
import { FaceKeeper } from "#elements/map/face-keeper.ts";
import { facesAfter, type FacesMade } from "#elements/map/faces-after.ts";
import { isRefusal } from "#commands/command.ts";
import { applyChange, type Change, noChange } from "#model/change.ts";
import { branchCountsAfter } from "#model/counts-after.ts";
import { branchCounts } from "#model/counts.ts";
import { shownClaims } from "#model/first-folding.ts";
import { forestAfter } from "#model/forest-after.ts";
import { type Forest, forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { randomStep } from "../../commands/random-step.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { plainMap } from "../../plain-map.ts";
import { below, chance, pick, type Random, randomMap, randomText, seeded } from "../../random-map.ts";
import { seeds } from "../../seeds.ts";
import { graveyard, randomChange } from "../../store/random-change.ts";
import { patient } from "../../model/laws.ts";

const unfolded = new Set<never>();

function sourceOf(map: ArgumentMap, forest: Forest): FaceSource {
  return { map, forest, folding: unfolded, counts: branchCounts(forest), citationOf: titlesOf };
}

/** The titles of a claim's sources. */
const titlesOf: FaceSource["citationOf"] = ({ claims, sources }, claim) =>
  String(claims.get(claim)?.citations.map(({ source }) => sources.get(source)?.item["title"]) ?? "");

test(
  "law: faces kept up with a map are those made of it from nothing, over random histories",
  patient,
  () => {
    for (let seed = 1; seed <= seeds(200, 60); seed++) {
      const random = seeded(seed);
      const [keeper, graves] = [new FaceKeeper(), graveyard()];
      let map = seed % 2 === 0 ? plainMap(random, 1 + below(random, 16)) : randomMap(random, 12);
      let forest = forestOf(map);
      let folding: ReadonlySet<ClaimId> = unfolded;
      let made: FacesMade | null = null;
      for (let step = 0; step < 12; step++) {
        const [before, was] = [map, forest];
        map = chance(random, 0.4) ? reworded(map, seed + step) : applyChange(map, edit(random, map, graves));
        forest = forestAfter(before, map);
        if (chance(random, 0.2)) folding = new Set(forest.order.filter(() => chance(random, 0.3)));
        const [anew, shown] = [{ ...map }, shownClaims(forest, folding)];
        const expected = facesOf({ ...sourceOf(anew, forestOf(anew)), folding }, shown);
        const counts = branchCountsAfter(was, forest);
        const source = { ...sourceOf(map, forest), counts, folding };
        expect(keeper.of(source, shown), `seed ${seed}, step ${step}`).toEqual(expected);
        const faces: FacesMade["faces"] =
          made === null ? facesOf(source, shown) : facesAfter(made, source, shown);
        expect(new Map(faces), `seed ${seed}, step ${step}`).toEqual(expected);
        made = { source, claims: shown, faces };
      }
    }
  },
);

function edit(random: Random, map: ArgumentMap, graves: ReturnType<typeof graveyard>): Change {
  if (chance(random, 0.3)) return randomChange(random, map, graves);
  const outcome = randomStep(random, map).run(map);
  return isRefusal(outcome) ? noChange : outcome;
}

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
