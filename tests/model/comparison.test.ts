import { describe, expect, test } from "vitest";
import { applyChange, changeBetween, isEmptyChange } from "#model/change.ts";
import { compareMaps, isEmptyComparison } from "#model/comparison.ts";
import type { ArgumentMap } from "#model/map.ts";
import { argumentMap, claimId } from "../notation.ts";
import { randomMap } from "../random-map.ts";
import { graveyard, randomChange } from "../store/random-change.ts";
import { forRandomMaps, patient } from "./laws.ts";

/** "B: reworded, moved", a line a claim. */
function lines(before: ArgumentMap, after: ArgumentMap): readonly string[] {
  return compareMaps(before, after).claims.map(({ claim, aspects }) => `${claim}: ${aspects.join(", ")}`);
}

function having(map: ArgumentMap, claim: string, fields: object): ArgumentMap {
  const id = claimId(claim);
  return { ...map, claims: new Map(map.claims).set(id, { ...map.claims.get(id)!, ...fields }) };
}

const map = argumentMap("A; +B > A; -C > A; +D > B");

describe("a comparison names, claim by claim,", () => {
  test.each([
    ["what came and what went", argumentMap("A; +B > A; -C > A; +E > C"), ["D: removed", "E: added"]],
    ["another sentence", having(map, "B", { text: "Other words" }), ["B: reworded"]],
    ["a short name, a note", having(map, "D", { label: "Speech", note: "*" }), ["D: label, note"]],
    ["another stance", argumentMap("A; -B > A; -C > A; +D > B"), ["B: turned"]],
    ["another place", argumentMap("A; +B > A; -C > A; +D > C"), ["D: moved"]],
    ["a place among the theses", argumentMap("A; +B > A; -C > A; D"), ["D: moved"]],
    ["another place in the order", having(map, "A", { order: "b00" }), ["A: reordered"]],
  ])("%s", (_, after, expected) => {
    expect(lines(map, after)).toEqual(expected);
  });

  test("a removed claim stands where it stood", () => {
    const claims = new Map([...map.claims].filter(([id]) => id !== claimId("B") && id !== claimId("D")));
    const relations = new Map([...map.relations].filter(([, { kind }]) => kind === "opposes"));
    const after = having({ ...map, claims, relations }, "C", { text: "Other words" });
    expect(lines(map, after)).toEqual(["B: removed", "D: removed", "C: reworded"]);
  });

  test("the title apart from the claims", () => {
    const after = { ...map, about: { ...map.about, title: "Another" } };
    const { about, claims } = compareMaps(map, after);
    expect([about?.before?.title, about?.after?.title, claims.length]).toEqual(["A map", "Another", 0]);
  });
});

describe("over random maps, sound and odd,", () => {
  test(
    "a map compared with itself differs in nothing",
    () => {
      forRandomMaps(400, (one) => {
        expect(isEmptyComparison(compareMaps(one, one))).toBe(true);
        expect(isEmptyComparison(compareMaps(one, structuredClone(one)))).toBe(true);
      });
    },
    patient.timeout,
  );

  test(
    "any two can be compared, and they differ exactly where there is a change between them",
    () => {
      forRandomMaps(400, (one, random) => {
        for (const other of [randomMap(random), applyChange(one, randomChange(random, one, graveyard()))]) {
          holds(one, other);
          holds(other, one);
        }
      });
    },
    patient.timeout,
  );
});

function holds(before: ArgumentMap, after: ArgumentMap): void {
  const change = changeBetween(before, after);
  const comparison = compareMaps(before, after);
  expect(isEmptyComparison(comparison)).toBe(isEmptyChange(change));
  const named = new Set(comparison.claims.map(({ claim }) => claim));
  expect(named.size).toBe(comparison.claims.length);
  for (const edit of change.claims) expect(named).toContain((edit.after ?? edit.before)!.id);
  for (const edit of change.relations)
    for (const claim of [...(edit.before?.premises ?? []), ...(edit.after?.premises ?? [])])
      if (before.claims.has(claim) || after.claims.has(claim)) expect(named).toContain(claim);
  for (const { aspects } of comparison.claims) expect(aspects.length).toBeGreaterThan(0);
  expect(comparison.sources).toEqual(change.sources);
}
