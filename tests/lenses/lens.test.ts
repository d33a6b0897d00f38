import { describe, expect, test } from "vitest";
import { viewThrough } from "#lenses/lens.ts";
import { dimmed, type Lens } from "#lenses/view.ts";
import type { ArgumentMap } from "#model/map.ts";
import { argumentMap } from "../notation.ts";
import { debate } from "./debate.ts";

/** "A: orthodox revisionist | B: none": what each claim is in, without the kind of its groups. */
function seen(lens: Lens, map: ArgumentMap): string {
  const { groupsOf } = viewThrough(lens, map);
  return [...groupsOf]
    .map(([claim, keys]) => `${claim}: ${keys.map((key) => key.replace(/^\w+:/u, "")).join(" ")}`)
    .join(" | ");
}

function legend(lens: Lens, map: ArgumentMap): string {
  const { groups } = viewThrough(lens, map);
  return groups.map(({ name, claims }) => `${name} ${claims}`).join(", ");
}

describe("by stance", () => {
  test.each([
    ["A; +B > A; -C > A; -D > (B>A)", "A: thesis | B: reason | C: objection | D: undercutter"],
    ["A; +B & C > A; +D > (B&C>A)", "A: thesis | B: reason | C: reason | D: reason"],
    ["A; Z; +B > A; -B > Z", "A: thesis | Z: thesis | B: reason"],
    ["+A > B; -B > A", "A: thesis | B: objection"],
    ["A; -B? > ~X", "A: thesis | B: thesis"],
  ])("%s", (notation, expected) => {
    expect(seen("stance", argumentMap(notation))).toBe(expected);
  });

  test("counts what is drawn", () => {
    expect(legend("stance", argumentMap("A; +B > A; -C > A; -D > (B>A); -E > D"))).toBe(
      "Thesis 1, Reason 1, Objection 2, Objection to a step 1",
    );
  });
});

describe("by school", () => {
  test.each([
    ["orthodox: Feis; Feis asserts A", "A: orthodox"],
    ["orthodox: Feis; Feis denies A", "A: none"],
    ["orthodox: Feis; Feis reports A; Feis abandons A; Feis qualifies A", "A: none"],
    [
      "orthodox 1945: Feis; revisionist 1959: Williams; Williams asserts A; Feis asserts A",
      "A: orthodox revisionist",
    ],
    [
      "revisionist 1959: Williams; orthodox 1945: Feis, Williams; Williams asserts A",
      "A: orthodox revisionist",
    ],
    ["orthodox: Feis, Bailey; Feis asserts A; Bailey asserts A", "A: orthodox"],
    ["", "A: none"],
    ["Feis asserts A", "A: none"],
    ["~orthodox: Feis; Feis asserts A", "A: none"],
    ["orthodox: Bailey; ~Feis asserts A", "A: none"],
  ])("%s", (people, expected) => {
    expect(seen("school", debate("A", people))).toBe(expected);
  });

  describe("holders count for the schools that they were in when they argued", () => {
    test.each([
      ["orthodox: Gaddis 1947/1965; Gaddis asserts A 1960", "A: orthodox"],
      ["orthodox: Gaddis 1947/1965; Gaddis asserts A 1972", "A: none"],
      ["orthodox: Gaddis 1947/1965; Gaddis asserts A 1965-12-31", "A: orthodox"],
      ["orthodox: Gaddis 1947/1965; Gaddis asserts A 1966-01-01", "A: none"],
      ["orthodox: Gaddis 1947/1965; Gaddis asserts A 196X", "A: orthodox"],
      ["orthodox: Gaddis 1947/1965; Gaddis asserts A 1940/1950", "A: orthodox"],
      ["orthodox: Gaddis /1965; post: Gaddis 1972/; Gaddis asserts A 1997", "A: post"],
      [
        "orthodox: Gaddis /1965; post: Gaddis 1972/; Gaddis asserts A 1950; Gaddis asserts A 1997",
        "A: orthodox post",
      ],
      ["orthodox: Gaddis; Gaddis asserts A 1972", "A: orthodox"],
      ["orthodox: Gaddis 1947/1965; Gaddis asserts A", "A: orthodox"],
      ["orthodox: Gaddis once; Gaddis asserts A 1972", "A: orthodox"],
      ["orthodox: Gaddis 1947/1965; Gaddis asserts A 1972-13", "A: orthodox"],
    ])("%s", (people, expected) => {
      expect(seen("school", debate("A", people))).toBe(expected);
    });
  });

  test("a legend lists schools by their years, also those that assert nothing, and those in none last", () => {
    const people =
      "revisionist 1959/: Williams; silent: Holt; orthodox 1947/1965: Feis; Williams asserts A; Feis asserts A; Feis asserts B";
    expect(legend("school", debate("A; +B > A; -C > A", people))).toBe(
      "orthodox 2, revisionist 1, silent 0, Of no school 1",
    );
  });
});

test("by holder, only those who assert a claim", () => {
  const map = debate(
    "A; -B > A",
    "Feis asserts A; Bailey asserts A; Feis asserts A 1957; ~Holt asserts B; Feis denies B",
  );
  expect(seen("holder", map)).toBe("A: Bailey Feis | B: none");
  expect(legend("holder", map)).toBe("Bailey 1, Feis 1, Asserted by no one named 1");
});

test("no two of 64 holders look alike, and neighbours share neither colour nor pattern", () => {
  const names = Array.from({ length: 64 }, (_, at) => `H${String(at).padStart(2, "0")}`);
  const map = debate("A", names.map((name) => `${name} asserts A`).join(";"));
  const looks = viewThrough("holder", map)
    .groups.slice(0, 64)
    .map(({ look }) => look);
  expect(new Set(looks.map(({ colour, pattern }) => `${colour} ${pattern}`)).size).toBe(64);
  expect(new Set(looks.slice(0, 8).map(({ colour }) => colour)).size).toBe(8);
  expect(new Set(looks.slice(0, 8).map(({ pattern }) => pattern)).size).toBe(8);
});

test.each([
  ["A cites primary letters", "A: primary"],
  ["A cites historiography survey; A cites primary letters", "A: primary historiography"],
  ["A cites book; A cites secondary other", "A: secondary unsaid"],
  ["A cites ~gone", "A: none"],
  ["", "A: none"],
  ["Feis asserts A 1957 in book", "A: unsaid"],
  ["Feis denies A 1957 in book; Feis abandons A in other", "A: none"],
])("by kind of evidence: %s", (people, expected) => {
  expect(seen("evidence", debate("A", people))).toBe(expected);
});

describe("by status", () => {
  const cited = "A cites a; B cites a; C cites a; D cites a";
  test.each([
    ["A; -B > A", "A: contested | B: unanswered"],
    ["A; -B > A; -C > B", "A: contested | B: contested | C: unanswered"],
    ["A; +B > A; -C > (B>A)", "A: none | B: none | C: unanswered"],
    ["A; -B > A; -C > (B>A)", "A: contested | B: none | C: unanswered"],
    ["A; D; -B > A; +C > D; -C > A", "A: contested | D: none | B: unanswered | C: unanswered"],
    ["A; -B & C > A; -D > C", "A: contested | B: none | C: contested | D: unanswered"],
    ["A; -B > A; -A? > B", "A: contested | B: contested"],
    ["A; -A? > A", "A: none"],
    ["A; -B > ~X", "A: none | B: none"],
    ["A; +B > A", "A: none | B: none"],
  ])("%s", (notation, expected) => {
    const present = cited.split("; ").filter((step) => notation.includes(step[0]!));
    expect(seen("status", debate(notation, present.join(";")))).toBe(expected);
  });

  test("a claim without a source is that besides", () => {
    expect(seen("status", debate("A; -B > A", "A cites a"))).toBe("A: contested | B: unanswered unsourced");
  });
});

describe("a legend that filters", () => {
  const people =
    "orthodox: Feis; revisionist: Williams; Feis asserts A; Williams asserts A; Williams asserts B";
  const view = viewThrough("school", debate("A; -B > A; C", people));
  test.each([
    ["", ""],
    ["school:revisionist", "B"],
    ["school:revisionist school:orthodox", "A B"],
    ["none", "C"],
    ["none school:orthodox", "C"],
    ["school:gone", ""],
  ])("hiding “%s” dims “%s”", (hidden, expected) => {
    expect([...dimmed(view, new Set(hidden.split(" ")))].join(" ")).toBe(expected);
  });
});

test("asked again for the same map, it is the same view", () => {
  const map = debate("A", "");
  expect(viewThrough("school", map)).toBe(viewThrough("school", map));
  expect(viewThrough("holder", map)).not.toBe(viewThrough("school", map));
});
