import { expect, test } from "vitest";
import { relationsOf } from "#elements/detail/relations.ts";
import { forestOf } from "#model/forest.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { randomMap, seeded } from "../../random-map.ts";

/** All of a claim's relations in a line. */
function written(notation: string, claim: string): string {
  const map = argumentMap(notation);
  const { answering, reasons, objections, onStep } = relationsOf(map, forestOf(map), claimId(claim));
  const up = answering.map(({ kind, target, together, isHome }) => {
    const end = "claim" in target ? target.claim : `(${target.from}>${target.to})`;
    return `${isHome ? "" : "also "}${kind} ${[end, ...together].join(" with ")}`;
  });
  const down = (name: string, list: typeof reasons) =>
    list.length === 0
      ? []
      : [`${name} ${list.map((each) => each.claim + (each.elsewhere ? "*" : "")).join(" ")}`];
  return [
    ...up,
    ...down("reasons", reasons),
    ...down("objections", objections),
    ...down("on step", onStep),
  ].join("; ");
}

test.each([
  ["A", "A", ""],
  ["A; +B > A; -C > A", "A", "reasons B; objections C"],
  ["A; +B > A; -C > B", "B", "supports A; objections C"],
  ["A; +B & C > A", "B", "supports A with C"],
  ["A; +B > A; -C > A; +B > C", "B", "supports A; also supports C"],
  ["A; +B > A; -C > A; +B > C", "C", "opposes A; reasons B*"],
  ["A; +B > A; -D > (B>A)", "D", "opposes (B>A)"],
  ["A; +B > A; -D > (B>A)", "B", "supports A; on step D"],
  ["A; +B > A; -D > (B>A); -E > (D>(B>A))", "E", "opposes (D>null)"],
  ["A; +B > A; +B? > ~X", "B", "supports A"],
])("%s: %s", (notation, claim, expected) => {
  expect(written(notation, claim)).toBe(expected);
});

test("of any map it names only claims that are there", () => {
  for (let seed = 1; seed <= 500; seed++) {
    const map = randomMap(seeded(seed));
    const forest = forestOf(map);
    for (const claim of map.claims.keys()) {
      const { answering, reasons, objections, onStep } = relationsOf(map, forest, claim);
      const named = [...reasons, ...objections, ...onStep].map((answer) => answer.claim);
      const ends = answering.flatMap(({ target, together }) =>
        "claim" in target ? [target.claim, ...together] : [target.from, target.to, ...together],
      );
      for (const id of [...named, ...ends])
        expect(id === null || map.claims.has(id), `seed ${seed}`).toBe(true);
      expect(answering.filter(({ isHome }) => isHome).length, `seed ${seed}`).toBeLessThanOrEqual(1);
    }
  }
});
