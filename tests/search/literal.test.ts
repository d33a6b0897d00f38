import { expect, it, test } from "vitest";
import { countMatches } from "#commands/replace-text.ts";
import { forestOf } from "#model/forest.ts";
import { findLiteral } from "#search/literal.ts";
import { argumentMap } from "../notation.ts";
import { below, pick, randomMap, seeded } from "../random-map.ts";

it("finds letters, not words, and minds their case when told to", () => {
  const map = argumentMap("Stalinism was; +A stalinist > Stalinism was; -Nothing > Stalinism was");
  const find = (needle: string, matchCase: boolean) =>
    findLiteral(map, forestOf(map), { needle, matchCase }, 10);
  expect(find("talini", false).claims).toEqual(["Stalinism was", "A stalinist"]);
  expect(find("Stalin", true).claims).toEqual(["Stalinism was"]);
  expect(find("s", false).places).toBe(5);
  expect(find(".", false).places).toBe(0);
  expect(find("", false).places).toBe(0);
  expect(find("stalinist", false).shown).toEqual([
    {
      claim: "A stalinist",
      field: "text",
      excerpt: { text: "A stalinist", marks: [[2, 11]] },
      path: ["Stalinism was"],
    },
  ]);
});

test("it finds as many places as replacing would replace", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = seeded(seed);
    const map = randomMap(random);
    const text = pick(random, [...map.claims.values()])?.text ?? "a";
    const from = below(random, text.length);
    const search = {
      needle: text.slice(from, from + 1 + below(random, 4)),
      matchCase: below(random, 2) === 0,
    };
    const { places } = findLiteral(map, forestOf(map), search, 5);
    expect(places, `seed ${seed}`).toBe(countMatches(map, search));
  }
});
