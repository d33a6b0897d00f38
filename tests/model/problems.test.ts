import { expect, test } from "vitest";
import type { ClaimId, RelationId, SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { problems } from "#model/problems.ts";
import type { Relation } from "#model/relation.ts";
import { newCitation } from "#model/source.ts";
import { argumentMap, claimId, relationId } from "../notation.ts";
import { reshuffled } from "../random-map.ts";
import { forRandomMaps, patient } from "./laws.ts";

function sentences(map: ArgumentMap): readonly string[] {
  return problems(map).map(({ sentence }) => sentence);
}

function withStep(map: ArgumentMap, step: string, fields: Partial<Relation>): ArgumentMap {
  const id = relationId(step);
  return { ...map, relations: new Map([...map.relations, [id, { ...map.relations.get(id)!, ...fields }]]) };
}

test.each([
  ["A; +B > A; -C > B; -D > (B>A)", []],
  ["A; +B & C > A; +B > C", []],
  ["", ["The map has no claim yet."]],
  ["A; +B > A; +B > A", ["“B” answers “A” twice in the same way."]],
  ["A; +B > A; -B > A", ["“B” both supports and opposes “A”."]],
  ["A; +B & C > A; -C & B > A", ["“B” and “C” together both support and oppose “A”."]],
  ["A; +B > A; -C > (B>A); -C > (B>A)", ["“C” answers a step twice in the same way."]],
  ["A; +A? > A; Z", ["“A” answers itself."]],
  ["A; +B > A; -B > (B>A)", ["“B” answers the step that it takes itself."]],
  ["Z; +A? > ~X", ["“A” answers a claim that is not in the map."]],
  ["Z; -A? > (X>Y)", ["“A” answers a step that is not in the map."]],
  [
    "Z; +A? > ~X; -B? > (A>X)",
    ["“A” answers a claim that is not in the map.", "“B” answers a step that leads to no claim."],
  ],
  ["Z; +B > A; +A? > B", ["“A” and “B” answer each other in a circle."]],
  [
    "+B > A; +A? > B",
    [
      "No claim of the map is a thesis: each answers another one.",
      "“A” and “B” answer each other in a circle.",
    ],
  ],
  ["Z; +B > A; +C > B; +D > C; +E > D; +A? > E", ["“A”, “B”, “C” and 2 more answer each other in a circle."]],
])("%s", (notation, expected) => {
  expect(sentences(argumentMap(notation))).toEqual(expected);
});

test("claims without text, without a sound home, and with citations of nothing", () => {
  const map = argumentMap("A; +B > A");
  const changed = [
    { ...map.claims.get(claimId("A"))!, text: " \n", home: "B>A" as RelationId },
    { ...map.claims.get(claimId("B"))!, citations: [newCitation("gone" as SourceId)] },
  ];
  expect(problems({ ...map, claims: new Map(changed.map((claim) => [claim.id, claim])) })).toEqual([
    { claim: "A", sentence: "A claim has no text." },
    {
      claim: "A",
      sentence:
        "“(no text)” was to be drawn at a step that it does not take, or that leads to no other claim. It is drawn elsewhere.",
    },
    { claim: "B", sentence: "“B” cites a source that is not in the map." },
  ]);
});

test("steps without a claim, with one that is gone, and with one that stands there twice", () => {
  const map = argumentMap("A; B; +B? > A");
  expect(sentences(withStep(map, "B>A", { premises: [] }))).toEqual([
    "A step onto “A” has no claim that takes it.",
  ]);
  const gone = ["B", "X"] as ClaimId[];
  expect(sentences(withStep(map, "B>A", { premises: gone }))).toEqual([
    "A step names a claim that is not in the map.",
  ]);
  const twice = ["B", "B"] as ClaimId[];
  expect(problems(withStep(map, "B>A", { premises: twice }))).toEqual([
    { claim: "B", relation: "B>A", sentence: "“B” stands twice in one step." },
  ]);
});

test("a declared contradiction is no circle; half of one is odd", () => {
  const map = argumentMap("Z; -B > A; -A? > B");
  const half = withStep(map, "B>A", { mutual: relationId("A>B") });
  expect(sentences(withStep(half, "A>B", { mutual: relationId("B>A") }))).toEqual([]);
  expect(sentences(half)[0]).toBe("One side of a contradiction does not have its other side.");
});

test("long claims are quoted by how they begin", () => {
  const name = `${"word ".repeat(30)}end`;
  const problem = problems(argumentMap(`Z; +${name} > ${name}`)).find(
    ({ relation }) => relation !== undefined,
  );
  expect(problem?.sentence).toBe(`“${"word ".repeat(11)}word…” answers itself.`);
});

test("any map has its problems told in sentences, the same on every replica", patient, () => {
  forRandomMaps(2000, (map, random) => {
    const found = problems(map);
    expect(problems(reshuffled(random, map))).toEqual(found);
    for (const { claim, relation, sentence } of found) {
      if (claim !== undefined) expect(map.claims.has(claim)).toBe(true);
      if (relation !== undefined) expect(map.relations.has(relation)).toBe(true);
      expect(sentence).toMatch(/^[A-Z“].*\.$/su);
      expect(sentence).not.toMatch(/undefined|\[object/);
    }
  });
});
