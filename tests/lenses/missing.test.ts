import { describe, expect, test } from "vitest";
import { findingMissing, missingIn, reviewed } from "#lenses/missing.ts";
import { type FindingKind, findingKinds } from "#lenses/missing/finding.ts";
import { sentenceOf } from "#lenses/missing/sentence.ts";
import type { ArgumentMap } from "#model/map.ts";
import { patient } from "../model/laws.ts";
import { chance, reshuffled } from "../random-map.ts";
import { seeds } from "../seeds.ts";
import { debate, sourceId } from "./debate.ts";
import { forRandomDebates } from "./random-debate.ts";

/** "A, B C": the places of the findings of a kind. */
function places(kind: FindingKind, map: ArgumentMap): string {
  return missingIn(map)
    .filter((each) => each.kind === kind)
    .map(({ claims }) => claims.join(" "))
    .join(", ");
}

function sentences(kind: FindingKind, map: ArgumentMap): readonly string[] {
  return missingIn(map)
    .filter((each) => each.kind === kind)
    .map((each) => sentenceOf(map, each));
}

test("an objection without a reply says to what it objects, a step by the claim from which it leads", () => {
  expect(sentences("unanswered", debate("A; B; -C > A; -C > B; +D > A; -E > (D>A); -F & G > A", ""))).toEqual(
    [
      "“C” objects to “A”, and nobody replies.",
      "“C” objects to “B”, and nobody replies.",
      "“E” objects to the step from “D”, and nobody replies.",
      "“F” and “G” object together to “A”, and nobody replies.",
    ],
  );
});

test("names that are hidden are in no sentence", () => {
  const map = debate("A", "Feis asserts A");
  const masks = { holder: () => "Holder A", school: () => "School A" };
  const said = missingIn(map).map((each) => sentenceOf(map, each, masks));
  expect(said).toContain("When Holder A took a stance on “A” is not said.");
  expect(said.join(" ")).not.toContain("Feis");
});

test("what is missing is reckoned in turns, and is the same", () => {
  const map = debate("A; +B > A; -C > B", "Feis asserts A 1957");
  const steps = findingMissing({ ...map });
  const shares: number[] = [];
  let step = steps.next();
  for (; !step.done; step = steps.next()) shares.push(step.value);
  expect(step.value).toEqual(missingIn(map));
  expect(shares).toHaveLength(14);
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
});

test.each([
  ["A; +B > A", "A cites book; B cites ~gone", "B"],
  ["A; +B > A", "Feis asserts A 1957 in book; Feis denies B 1957 in book", "B"],
  ["A; +B > A", "", "A, B"],
  ["A", "A cites book", ""],
])("claims without a source: %s, %s", (notation, people, expected) => {
  expect(places("unsourced", debate(notation, people))).toBe(expected);
});

test.each([
  ["A; -B > A", "B"],
  ["A; -B > A; -C > B", "C"],
  ["A; -B > A; -C > (B>A)", "C"],
  ["A; -B > A; +C > B", "B"],
  ["A; -B & C > A", "B C"],
  ["A; -B & C > A; -D > C", "D"],
  ["A; X; -B > A; -B > X; -C > (B>A)", "C, B"],
  ["A; -B > A; X; -X? > B", "X"],
  ["A; -B > A; -A? > B", ""],
  ["A; +B > A", ""],
  ["A; -B > ~X", ""],
])("objections without a reply: %s", (notation, expected) => {
  expect(places("unanswered", debate(notation, "")).split(", ").toSorted().join(", ")).toBe(
    expected.split(", ").toSorted().join(", "),
  );
});

test.each([
  ["A; +B > A", ["“A” has reasons, and no objection."]],
  ["A; -B > A", ["“A” has objections, and no reason."]],
  ["A; +B > A; -C > A", []],
  ["A; +B > A; -C > (B>A)", []],
  ["A; +B > A; -C > B", ["“A” has reasons, and no objection."]],
  ["A; Z; +B > A; -C > Z; -C > A", ["“Z” has objections, and no reason."]],
  ["A", []],
])("theses with one side only: %s", (notation, expected) => {
  expect(sentences("oneSided", debate(notation, ""))).toEqual(expected);
});

describe("schools that talk to themselves, or never meet", () => {
  const two = "orthodox 1947: Feis, Bailey; revisionist 1959: Williams;";
  test.each([
    ["A; +B > A; C", "Feis asserts A; Bailey asserts B; Williams asserts C", "A", "A C"],
    ["A; +B > A; -C > A", "Feis asserts A; Bailey asserts B; Williams asserts C", "", ""],
    ["A; +B > A; C; +C? > B", "Feis asserts A; Bailey asserts B; Williams asserts C", "A", ""],
    ["A; +B > A; C", "Feis asserts A; Williams denies A; Williams asserts C", "", ""],
    ["A; +B > A; C", "Feis asserts A; Williams asserts C; Feis reports C", "A", ""],
    ["A; +B > A; C", "Feis asserts A; Feis asserts C; Williams asserts C", "A", ""],
    ["A; +B > A; -C > (B>A)", "Feis asserts B; Williams asserts C", "", ""],
    ["A; -B > A; +C > B", "Williams asserts A; Feis asserts B; Bailey asserts C", "", ""],
    ["A; +B > A", "Feis asserts A; Bailey asserts B", "", ""],
    ["A; B", "Feis asserts A; Williams asserts B", "", "A B"],
  ])("%s, %s", (notation, people, alone, apart) => {
    const map = debate(notation, two + people);
    expect(places("oneSchool", map)).toBe(alone);
    expect(places("apart", map)).toBe(apart);
  });

  test("are named", () => {
    const map = debate("A; +B > A; C", `${two} Feis asserts A; Williams asserts C`);
    expect(sentences("oneSchool", map)).toEqual(["Of all schools only orthodox has a say on “A”."]);
    expect(sentences("apart", map)).toEqual([
      "orthodox and revisionist: neither has a say on a claim of the other.",
    ]);
  });
});

test.each([
  ["A; +B > A", "A cites secondary book; B cites primary letters", ""],
  ["A; -B > A", "A cites secondary book; B cites primary letters", "A"],
  ["A; +B > A; +C > B", "A cites secondary book; B cites secondary other; C cites primary letters", ""],
  ["A; +B > A; -C > B", "A cites secondary book; B cites secondary other; C cites primary letters", "A, B"],
  ["A; Z; +B > Z; +B > A", "A cites secondary book; B cites primary letters", ""],
  ["A; +B > A; +A? > B", "A cites secondary book; B cites secondary book", "A, B"],
  ["A", "A cites secondary book; A cites primary letters", ""],
  ["A", "A cites historiography survey", ""],
  ["A", "A cites book", ""],
])("claims that rest on no primary source: %s, %s", (notation, people, expected) => {
  expect(places("noPrimary", debate(notation, people))).toBe(expected);
});

test.each([
  ["A quotes book", "A"],
  ["A quotes book p. 12", ""],
  ["A cites book", ""],
  ["A quotes ~gone", ""],
  ["A quotes book; A quotes book", "A, A"],
])("quotations without a page: %s", (people, expected) => {
  expect(places("noPage", debate("A", people))).toBe(expected);
});

test("what is on the web has no pages", () => {
  const map = debate("A", "A quotes site");
  const site = { id: sourceId("site"), item: { type: "webpage", title: "A site" } };
  expect(places("noPage", { ...map, sources: new Map([[site.id, site]]) })).toBe("");
});

test("attributions without a date", () => {
  const map = debate(
    "A; -B > A",
    "Feis asserts A; Feis denies B 1957; ~Holt denies B; Bailey asserts B once",
  );
  expect(sentences("undated", map)).toEqual([
    "When Feis took a stance on “A” is not said.",
    "When a holder who is not in the map took a stance on “B” is not said.",
  ]);
});

test.each([
  [
    "Feis asserts A 1961-13",
    [
      "When Feis took a stance on “A”: “1961-13” has the month 13. Expected 01 to 12, or 21 to 24 for spring to winter.",
    ],
  ],
  [
    "A is about 1947/1945",
    [
      "The time that “A” is about: “1947/1945” ends before it begins. Expected the earlier date first, such as 1953/1964.",
    ],
  ],
  [
    "Feis lived 1893-02-30",
    ["The life of Feis: “1893-02-30” has the day 30. Expected 01 to 28 in February 1893."],
  ],
  [
    "cold once: Feis",
    [
      "The years of cold: “once” cannot be read as a date. Expected, for example, 1956, 1956-02-25, c. 1979, 1953/1964 or 199X.",
    ],
  ],
  [
    "~cold: Feis once",
    [
      "When Feis was of a school that is not in the map: “once” cannot be read as a date. Expected, for example, 1956, 1956-02-25, c. 1979, 1953/1964 or 199X.",
    ],
  ],
  [
    "A cites Kennan 1961-13-1",
    [
      "When Kennan came out: “1961-13-01” has the month 13. Expected 01 to 12, or 21 to 24 for spring to winter.",
    ],
  ],
  [
    "Feis lived 1893/1972; Feis asserts A 1890",
    [
      "When Feis took a stance on “A”: “1890” is before the holder was born. Expected a date within a life, or after it.",
    ],
  ],
  ["Feis lived 1893/1972; Feis asserts A 1980; Feis asserts A 189X", []],
  ["Feis asserts A 1957; A is about 1945/1947; cold 1947/: Feis 1950/; A cites book 1961", []],
])("dates that cannot be: %s", (people, expected) => {
  expect(sentences("impossible", debate("A", people))).toEqual(expected);
});

test("a dismissed finding is listed apart with its reason, also after the map has changed elsewhere", () => {
  const before = debate("A; -B > A", "A cites book");
  const [first, ...others] = missingIn(before);
  const dismissed = new Map([
    [first!.key, "Common knowledge."],
    ["gone", "Nothing is there any more."],
  ]);
  const review = reviewed(missingIn(before), dismissed);
  expect(review.open).toEqual(others);
  expect(review.dismissed).toEqual([{ finding: first, reason: "Common knowledge." }]);
  const after = debate("A; -B > A; +C > A", "A cites book");
  expect(reviewed(missingIn(after), dismissed).dismissed.map(({ finding }) => finding.claims)).toEqual([
    ["B"],
  ]);
});

test(
  "findings of odd debates have keys of their own, a sentence, places in the map, and an order of kinds",
  patient,
  () => {
    forRandomDebates(seeds(1000, 250), (map) => {
      const findings = missingIn(map);
      expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
      const ranks = findings.map(({ kind }) => findingKinds.indexOf(kind));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      for (const each of findings) {
        expect(sentenceOf(map, each)).toMatch(/^\S.*\.$/su);
        for (const claim of each.claims) expect(map.claims.has(claim)).toBe(true);
      }
    });
  },
);

test("the findings are the same however the records lie", patient, () => {
  forRandomDebates(300, (map, random) => {
    expect(missingIn(reshuffled(random, map))).toEqual(missingIn(map));
  });
});

test("what is open and what is dismissed is all that was found", patient, () => {
  forRandomDebates(200, (map, random) => {
    const findings = missingIn(map);
    const some = findings.filter(() => chance(random, 0.3));
    const { open, dismissed } = reviewed(findings, new Map(some.map(({ key }) => [key, "Seen."])));
    expect(dismissed.map(({ finding }) => finding)).toEqual(some);
    expect(open.length + dismissed.length).toBe(findings.length);
  });
});
