import { expect, test } from "vitest";
import {
  applyChange,
  changeBetween,
  invertChange,
  isEmptyChange,
  noChange,
  squashChanges,
} from "#model/change.ts";
import type { ArgumentMap } from "#model/map.ts";
import { argumentMap, claimId } from "../notation.ts";
import { below, chance, pick, randomMap, randomText, type Random, reshuffled } from "../random-map.ts";
import { forRandomMaps, patient } from "./laws.ts";

/** Another map that has some of the same records, some of them changed. */
function rewritten(random: Random, map: ArgumentMap): ArgumentMap {
  const other = randomMap(random, below(random, 6));
  const claims = [...map.claims.values()].filter(() => chance(random, 0.8));
  const changed = claims.map((claim) =>
    chance(random, 0.5) ? claim : Object.assign({}, claim, { text: randomText(random) }),
  );
  const relations = [...map.relations].filter(() => chance(random, 0.8));
  return {
    id: map.id,
    about: pick(random, [map.about, other.about]),
    claims: new Map([...other.claims, ...changed.map((claim) => [claim.id, claim] as const)]),
    relations: new Map([...relations, ...other.relations]),
    sources: pick(random, [map.sources, other.sources]),
    holders: pick(random, [map.holders, other.holders]),
    schools: pick(random, [map.schools, other.schools]),
  };
}

test("the change between two maps turns one into the other, and its inverse turns it back", patient, () => {
  forRandomMaps(1500, (before, random) => {
    const after = rewritten(random, before);
    const change = changeBetween(before, after);
    expect(applyChange(before, change)).toEqual(after);
    expect(applyChange(after, invertChange(change))).toEqual(before);
    expect(invertChange(invertChange(change))).toEqual(change);
    expect(isEmptyChange(changeBetween(before, reshuffled(random, structuredClone(before))))).toBe(true);
  });
});

test("two changes in one do what they do one after the other", patient, () => {
  forRandomMaps(1500, (first, random) => {
    const second = rewritten(random, first);
    const third = chance(random, 0.2) ? first : rewritten(random, second);
    const [a, b] = [changeBetween(first, second), changeBetween(second, third)];
    const both = squashChanges(a, b);
    expect(applyChange(first, both)).toEqual(third);
    expect(isEmptyChange(squashChanges(a, invertChange(a)))).toBe(true);
    expect(squashChanges(a, noChange)).toEqual(a);
    expect(squashChanges(noChange, a)).toEqual(a);
    const touched = both.claims.map(({ before, after }) => (after ?? before)?.id);
    expect(new Set(touched).size).toBe(touched.length);
  });
});

test("what a change does not touch stays the same objects", () => {
  const map = argumentMap("A; +B > A");
  const claim = map.claims.get(claimId("A"))!;
  const after = applyChange(map, {
    ...noChange,
    claims: [{ before: claim, after: { ...claim, text: "Another" } }],
  });
  expect(after.claims.get(claimId("A"))?.text).toBe("Another");
  expect(after.claims.get(claimId("B"))).toBe(map.claims.get(claimId("B")));
  expect(after.relations).toBe(map.relations);
  expect(after.sources).toBe(map.sources);
  expect(applyChange(map, noChange)).toBe(map);
});
