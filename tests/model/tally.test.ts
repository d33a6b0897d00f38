import { describe, expect, test } from "vitest";
import { applyChange } from "#model/change.ts";
import { compareMaps } from "#model/comparison.ts";
import type { ArgumentMap } from "#model/map.ts";
import { tallyOf } from "#model/tally.ts";
import { historyWords } from "#words/history.ts";
import { argumentMap, claimId } from "../notation.ts";
import { graveyard, randomChange } from "../store/random-change.ts";
import { forRandomMaps, patient } from "./laws.ts";

function having(map: ArgumentMap, claim: string, fields: object): ArgumentMap {
  const id = claimId(claim);
  return { ...map, claims: new Map(map.claims).set(id, { ...map.claims.get(id)!, ...fields }) };
}

const map = argumentMap("A; +B > A; -C > A; +D > B");

describe("a comparison in words counts", () => {
  test.each([
    ["nothing", map, ""],
    ["what came and went", argumentMap("A; +B > A; -C > A; +E > C; +F > A"), "2 claims added, 1 deleted"],
    ["what moved", argumentMap("A; +B > A; -C > A; +D > C"), "1 claim moved"],
    ["what turned", argumentMap("A; -B > A; -C > A; +D > B"), "1 claim turned"],
    [
      "in both what moved and was reworded",
      having(argumentMap("A; +B > A; -C > A; +D > C"), "D", { text: "x" }),
      "1 claim moved, 1 reworded",
    ],
    ["notes and short names", having(map, "D", { label: "Speech", note: "*" }), "1 claim changed"],
    [
      "notes beside the rest",
      having(having(map, "D", { note: "*" }), "A", { text: "x" }),
      "1 claim reworded, 1 changed otherwise",
    ],
  ])("%s", (_, after, expected) => {
    expect(historyWords.tally(tallyOf(compareMaps(map, after)))).toBe(expected);
  });

  test("the title as something besides claims", () => {
    const after = { ...map, about: { ...map.about, title: "Another" } };
    expect(tallyOf(compareMaps(map, after))).toMatchObject({ added: 0, otherwise: 0, hasOther: true });
    expect(tallyOf(compareMaps(map, map)).hasOther).toBe(false);
  });
});

test(
  "over random maps: every claim that differs is counted, and what came and went turns round with the two",
  () => {
    forRandomMaps(300, (one, random) => {
      const other = applyChange(one, randomChange(random, one, graveyard()));
      const [there, back] = [tallyOf(compareMaps(one, other)), tallyOf(compareMaps(other, one))];
      expect([back.added, back.removed]).toEqual([there.removed, there.added]);
      expect(one.claims.size + there.added - there.removed).toBe(other.claims.size);
      const { added, moved, reworded, turned, removed, otherwise } = there;
      const differing = compareMaps(one, other).claims.length;
      expect(added + moved + reworded + turned + removed + otherwise).toBeGreaterThanOrEqual(differing);
    });
  },
  patient.timeout,
);
