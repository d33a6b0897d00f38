import { describe, expect, test } from "vitest";
import { argued } from "#lenses/argued.ts";
import { heldIn, nextYear, standingIn } from "#lenses/standing.ts";
import type { ArgumentMap } from "#model/map.ts";
import { claimId } from "../notation.ts";
import { debate } from "./debate.ts";

/** "1957 argued, 1970 abandoned": how A stands from each year on. */
function course(map: ArgumentMap): string {
  const turns = argued(map).courses.get(claimId("A"));
  return turns?.map(({ year, standing }) => `${year} ${standing}`).join(", ") ?? "undated";
}

describe("when a claim was argued", () => {
  test.each([
    ["Feis asserts A 1957", "1957 argued"],
    ["Feis asserts A 1957; Bailey asserts A 1950", "1950 argued"],
    ["Feis denies A 1957", "1957 argued"],
    ["Feis reports A 1957-03", "1957 argued"],
    ["Feis asserts A 1957~", "1957 argued"],
    ["Feis asserts A c. 1957", "1957 argued"],
    ["Feis asserts A 1953/1964", "1953 argued"],
    ["Feis asserts A 199X", "1990 perhaps, 1999 argued"],
    ["Feis asserts A 199X; Bailey asserts A 1995", "1990 perhaps, 1995 argued"],
    ["Feis asserts A 199X; Bailey asserts A 1980", "1980 argued"],
    ["Feis asserts A ../1964", "1964 argued"],
    ["Feis asserts A 1964/..", "1964 argued"],
    ["Feis asserts A -0430", "-430 argued"],
    ["Feis asserts A", "undated"],
    ["Feis asserts A in the fifties", "undated"],
    ["", "undated"],
  ])("%s: %s", (people, expected) => {
    expect(course(debate("A", people))).toBe(expected);
  });
});

describe("a claim without dated attributions is as old as the earliest work that it is found in", () => {
  test.each([
    ["A cites secondary book 1961; A cites book-2 1959-5", "1959 argued"],
    ["A cites primary letters 1914; A cites secondary book 1961", "1961 argued"],
    ["A cites primary letters 1914", "undated"],
    ["A cites ~gone", "undated"],
    ["A cites book 1961; Feis asserts A 1970", "1970 argued"],
    ["A cites book 1961; Feis asserts A", "1961 argued"],
    ["X cites book 1961; Feis asserts A in book", "1961 argued"],
  ])("%s: %s", (people, expected) => {
    expect(course(debate("A; X", people))).toBe(expected);
  });
});

describe("a claim is abandoned when nobody who held it holds it", () => {
  test.each([
    ["Feis asserts A 1957; Feis abandons A 1970", "1957 argued, 1970 abandoned"],
    ["Feis asserts A 1957; Feis denies A 1970", "1957 argued, 1970 abandoned"],
    ["Feis asserts A 1957; Bailey asserts A 1960; Feis abandons A 1970", "1957 argued"],
    [
      "Feis asserts A 1957; Bailey asserts A 1960; Feis abandons A 1970; Bailey abandons A 1980",
      "1957 argued, 1980 abandoned",
    ],
    [
      "Feis asserts A 1957; Feis abandons A 1970; Bailey asserts A 1980",
      "1957 argued, 1970 abandoned, 1980 argued",
    ],
    [
      "Feis asserts A 1957; Feis abandons A 1970; Feis asserts A 1975",
      "1957 argued, 1970 abandoned, 1975 argued",
    ],
    ["Feis asserts A 1957; Bailey denies A 1958", "1957 argued"],
    [
      "Feis asserts A 1957; Feis abandons A 1970; Bailey denies A 1958; Holt reports A 1980",
      "1957 argued, 1970 abandoned",
    ],
    ["Feis asserts A 1957; Feis abandons A 1970; Bailey asserts A", "1957 argued"],
    ["Feis asserts A; Feis abandons A 1970", "1970 abandoned"],
    ["Feis asserts A 1957; Feis abandons A", "1957 argued"],
    ["Feis asserts A 1957; Feis abandons A 197X", "1957 argued, 1979 abandoned"],
    ["Feis asserts A 1957; Feis qualifies A 1970", "1957 argued"],
    ["Feis asserts A 1957; Feis abandons A 1957", "1957 abandoned"],
  ])("%s: %s", (people, expected) => {
    expect(course(debate("A", people))).toBe(expected);
  });
});

describe("the debate in a year", () => {
  const map = debate(
    "A; +B > A; -C > A; D",
    "Feis asserts A 1957; Williams denies A 1959; Feis asserts B 196X; Feis abandons B 1975; Williams asserts C 1959; ~Holt asserts C 1965",
  );
  test.each([
    [1956, "A notYet, B notYet, C notYet, D undated"],
    [1957, "A argued, B notYet, C notYet, D undated"],
    [1960, "A argued, B perhaps, C argued, D undated"],
    [1974, "A argued, B argued, C argued, D undated"],
    [2000, "A argued, B abandoned, C argued, D undated"],
  ])("%i: %s", (year, expected) => {
    const { standing, counts } = standingIn(map, argued(map), year);
    expect([...standing].map((each) => each.join(" ")).join(", ")).toBe(expected);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(counts.undated).toBe(1);
  });

  test("goes on from one year in which something happens to the next", () => {
    const debated = argued(map);
    expect(debated.years).toEqual([1957, 1959, 1960, 1965, 1969, 1975]);
    expect([nextYear(debated, 1900), nextYear(debated, 1959), nextYear(debated, 1975)]).toEqual([
      1957,
      1960,
      null,
    ]);
  });

  test.each([
    ["A", 1956, []],
    ["A", 1960, ["Feis"]],
    ["B", 1960, ["Feis"]],
    ["B", 1980, []],
    ["C", 1964, ["Williams"]],
    ["C", 1965, ["Williams", "Holt"]],
    ["D", 1965, []],
    ["X", 1965, []],
  ])("%s was held in %i by %j", (claim, year, expected) => {
    expect(heldIn(map, argued(map), claimId(claim), year)).toEqual(expected);
  });

  test("events come in order, with what is not known about their time", () => {
    expect(argued(map).events.map(({ attribution }) => attribution.id)).toEqual([
      "Feis asserts A 1957",
      "Williams denies A 1959",
      "Williams asserts C 1959",
      "Feis asserts B 196X",
      "Holt asserts C 1965",
      "Feis abandons B 1975",
    ]);
    const [when] = argued(debate("A", "Feis asserts A 1957%")).events.map((event) => event.when);
    expect(when).toMatchObject({ approximate: true, uncertain: true });
  });
});
