import { expect, test } from "vitest";
import { changedMinds, type Departure, pathOf } from "#lenses/changed-mind.ts";
import type { ArgumentMap } from "#model/map.ts";
import { patient } from "../model/laws.ts";
import { reshuffled } from "../random-map.ts";
import { debate, holderId } from "./debate.ts";
import { forRandomDebates } from "./random-debate.ts";

/** "asserts A 1957 | abandons A 1970: abandoned": the path of Feis. */
function path(map: ArgumentMap): string {
  return pathOf(map, holderId("Feis"))
    .map(({ attribution, departures }) =>
      [attribution.id.replace("Feis ", ""), ...departures.map(named)].join(": "),
    )
    .join(" | ");
}

function named(departure: Departure): string {
  return "target" in departure
    ? `${departure.type} of ${departure.target} from ${departure.from}`
    : departure.type;
}

test.each([
  ["Feis abandons A 1970; Feis asserts A 1957", "asserts A 1957 | abandons A 1970: abandoned"],
  ["Feis asserts A 1957; Feis denies A 1970", "asserts A 1957 | denies A 1970: denied"],
  ["Feis asserts A 1957; Feis qualifies A c. 1970", "asserts A 1957 | qualifies A c. 1970: qualified"],
  [
    "Feis asserts A 1957; Feis qualifies A 1960; Feis denies A 1970; Feis asserts A 1980",
    "asserts A 1957 | qualifies A 1960: qualified | denies A 1970: denied | asserts A 1980: cameRound",
  ],
  ["Feis denies A 1957; Feis asserts A 1970", "denies A 1957 | asserts A 1970: cameRound"],
  ["Feis denies A 1957; Feis abandons A 1970", "denies A 1957 | abandons A 1970"],
  ["Feis asserts A 1957; Feis asserts A 1970", "asserts A 1957 | asserts A 1970"],
  [
    "Feis asserts A 1957; Feis reports A 1960; Feis denies A 1970",
    "asserts A 1957 | reports A 1960 | denies A 1970: denied",
  ],
  ["Feis abandons A 1957; Feis asserts A 1957", "asserts A 1957 | abandons A 1957: abandoned"],
  ["Feis denies A; Feis asserts A 1957", "asserts A 1957 | denies A"],
  ["Feis asserts A 1957; Bailey denies A 1970", "asserts A 1957"],
  ["Bailey asserts A 1957", ""],
])("what Feis said of one claim: %s", (people, expected) => {
  expect(path(debate("A", people))).toBe(expected);
});

const tree = "A; +B > A; -C > A; +D > C; -E > B; -F > (B>A); +G > B";

test.each([
  ["Feis asserts B 1957; Feis asserts C 1970", "asserts B 1957 | asserts C 1970: otherSide of A from B"],
  ["Feis asserts B 1957; Feis asserts D 1970", "asserts B 1957 | asserts D 1970: otherSide of A from B"],
  ["Feis asserts G 1957; Feis asserts E 1970", "asserts G 1957 | asserts E 1970: otherSide of B from G"],
  ["Feis asserts B 1957; Feis asserts F 1970", "asserts B 1957 | asserts F 1970: otherSide of B from B"],
  ["Feis asserts A 1957; Feis asserts C 1970", "asserts A 1957 | asserts C 1970: otherSide of A from A"],
  ["Feis asserts B 1957; Feis asserts G 1970", "asserts B 1957 | asserts G 1970"],
  ["Feis asserts C 1957; Feis asserts E 1970", "asserts C 1957 | asserts E 1970"],
  ["Feis asserts B 1957; Feis denies C 1970", "asserts B 1957 | denies C 1970"],
  ["Feis asserts B 1957; Feis asserts C 1957", "asserts B 1957 | asserts C 1957: bothSides of A from B"],
  ["Feis asserts B 195X; Feis asserts C 1957", "asserts B 195X | asserts C 1957: bothSides of A from B"],
  ["Feis asserts B; Feis asserts C 1957", "asserts C 1957 | asserts B"],
])("both sides of a claim: %s", (people, expected) => {
  expect(path(debate(tree, people))).toBe(expected);
});

test("those who changed their mind most come first, and those who did not are left out", () => {
  const map = debate(
    tree,
    "Bailey asserts A 1957; Holt asserts B 1957; Holt asserts C 1957; Feis asserts A 1957; Feis denies A 1970; ~Williams asserts B 1950; ~Williams denies B 1960; ~Williams asserts B 1970",
  );
  expect(changedMinds(map).map(({ holder, changes }) => `${holder} ${changes}`)).toEqual([
    "Williams 2",
    "Feis 1",
  ]);
});

test("a path holds all that a holder said, the dated in order and before the undated", patient, () => {
  forRandomDebates(500, (map, random) => {
    const everyone = [...map.claims.values()].flatMap(({ attributions }) => attributions);
    for (const holder of new Set(everyone.map((each) => each.holder))) {
      const steps = pathOf(map, holder);
      expect(steps.length).toBe(everyone.filter((each) => each.holder === holder).length);
      const days = steps.map(({ when }) => (when === null ? Infinity : (when.first ?? when.begunBy)));
      expect(days).toEqual(days.toSorted((a, b) => (a === b ? 0 : a - b)));
      for (const { when, departures, attribution } of steps)
        if (when === null || attribution.stance === "reports") expect(departures).toEqual([]);
      expect(pathOf(reshuffled(random, map), holder)).toEqual(steps);
    }
  });
});

test("nobody who only asserts reasons has changed their mind", patient, () => {
  forRandomDebates(
    300,
    (map) => {
      const relations = new Map(
        [...map.relations].map(([id, each]) => [id, { ...each, kind: "supports" as const }]),
      );
      expect(changedMinds({ ...map, relations })).toEqual([]);
    },
    { stances: ["asserts", "reports"] },
  );
});
