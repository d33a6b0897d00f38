import { expect, test } from "vitest";
import { applyChange } from "#model/change.ts";
import { forestOf } from "#model/forest.ts";
import { withRemovedClaims } from "#model/union-map.ts";
import { argumentMap, notationOf } from "../notation.ts";
import { randomMap } from "../random-map.ts";
import { graveyard, randomChange } from "../store/random-change.ts";
import { forRandomMaps, patient } from "./laws.ts";

test.each([
  ["A; +B > A; -C > B", "A", "A; +B > A; -C > B"],
  ["A; +B & C > A", "A; +B > A", "A; +B > A; +B & C > A"],
  ["A; +B > A", "A; +B > A; -C > A", "A; +B > A; -C > A"],
  ["A; +B > A; C", "C; +B > C", "A; C; +B > C"],
])("%s, and then %s, is drawn as %s", (before, after, union) => {
  const drawn = withRemovedClaims(argumentMap(before), argumentMap(after));
  expect(new Set(drawn.claims.keys())).toEqual(new Set(argumentMap(union).claims.keys()));
});

test("removed claims stand where they stood", () => {
  const drawn = withRemovedClaims(argumentMap("A; +B > A; -C > B"), argumentMap("A"));
  expect(notationOf(drawn)).toBe("A; +B > A; -C > B");
});

test(
  "over random maps: every claim of both once, and where none went, the second map itself",
  () => {
    forRandomMaps(300, (before, random) => {
      for (const after of [
        randomMap(random),
        applyChange(before, randomChange(random, before, graveyard())),
      ]) {
        const drawn = withRemovedClaims(before, after);
        const all = new Set([...before.claims.keys(), ...after.claims.keys()]);
        expect(new Set(forestOf(drawn).order)).toEqual(all);
        for (const [id, claim] of after.claims) expect(drawn.claims.get(id)).toBe(claim);
        if (all.size === after.claims.size) expect(drawn).toBe(after);
      }
    });
  },
  patient.timeout,
);
