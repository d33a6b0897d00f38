import { describe, expect, test } from "vitest";
import { entriesOf, inYears } from "#elements/timeline/by-date.ts";
import { type Place, placeOf, walked } from "#elements/timeline/walking.ts";
import { timelineOf } from "#lenses/timeline.ts";
import { undatedIn } from "#lenses/undated.ts";
import type { AttributionId } from "#model/ids.ts";
import { claimId } from "../../notation.ts";
import { debate, holderId } from "../../lenses/debate.ts";

const people = `early 1940: Feis, Both; late 1970: Gaddis, Both; Feis asserts A 1947; Feis asserts B 1957;
  Gaddis asserts A 1972; Gaddis denies B 1980; Gaddis abandons A 1997; Both asserts C 1975; Holt asserts C; A cites book 1950; B cites undated`;
const map = debate("A; +B > A; -C > A", people.replaceAll("\n", " "));
const timeline = timelineOf(map);

/** "Feis asserts A 1947": what stands at a place. */
function at(place: Place | null): string | null {
  const what = place === null ? undefined : timeline.lanes[place.lane]?.items[place.at]?.what;
  if (what === undefined) return null;
  return what.type === "work" ? what.source : what.attribution;
}

function placeAt(written: string): Place {
  for (const [lane, { items }] of timeline.lanes.entries())
    for (const index of items.keys()) if (at({ lane, at: index }) === written) return { lane, at: index };
  throw new Error(`Nothing says “${written}”.`);
}

describe("keys walk", () => {
  test.each([
    ["Feis asserts A 1947", "ArrowRight", "Feis asserts B 1957"],
    ["Feis asserts A 1947", "ArrowLeft", "Feis asserts A 1947"],
    ["Feis asserts B 1957", "ArrowLeft", "Feis asserts A 1947"],
    ["Feis asserts A 1947", "End", "Both asserts C 1975"],
    ["Gaddis abandons A 1997", "Home", "Gaddis asserts A 1972"],
    ["Feis asserts A 1947", "ArrowDown", "Gaddis asserts A 1972"],
    ["Gaddis abandons A 1997", "ArrowUp", "Both asserts C 1975"],
    ["Gaddis denies B 1980", "ArrowDown", "book"],
    ["Feis asserts A 1947", "PageDown", "Both asserts C 1975"],
    ["Feis asserts A 1947", "ArrowUp", null],
    ["book", "ArrowDown", null],
    ["book", "x", null],
  ])("from %s by %s", (from, key, to) => {
    expect(at(walked(key, timeline.lanes, placeAt(from)))).toBe(to);
  });
});

describe("what stands for a claim", () => {
  test.each([
    ["A", null, "Feis asserts A 1947"],
    ["A", { holder: holderId("Gaddis"), attribution: null }, "Gaddis asserts A 1972"],
    [
      "A",
      { holder: holderId("Gaddis"), attribution: "Gaddis abandons A 1997" as AttributionId },
      "Gaddis abandons A 1997",
    ],
    ["B", { holder: holderId("Both"), attribution: null }, "Feis asserts B 1957"],
  ])("%s, following %j", (claim, followed, said) => {
    expect(at(placeOf(timeline.lanes, claimId(claim), followed))).toBe(said);
  });

  test("is nothing where nothing about it is dated", () => {
    const undated = timelineOf(debate("A; B", "Feis asserts A; Feis asserts B 1957"));
    expect(placeOf(undated.lanes, claimId("A"), null)).toBeNull();
  });
});

test("the list by date has each once, in order, whatever lanes it stands in", () => {
  const entries = entriesOf(timeline);
  expect(
    inYears(entries).map(({ year, entries: here }) => `${year} ${here.map(({ place }) => at(place)).join()}`),
  ).toEqual([
    "1947 Feis asserts A 1947",
    "1950 book",
    "1957 Feis asserts B 1957",
    "1972 Gaddis asserts A 1972",
    "1975 Both asserts C 1975",
    "1980 Gaddis denies B 1980",
    "1997 Gaddis abandons A 1997",
  ]);
  expect(entries.find(({ place }) => at(place) === "Both asserts C 1975")?.lanes).toEqual([0, 1]);
});

test("what has no date is told apart", () => {
  const { attributions, sources } = undatedIn(map);
  expect(attributions.map(({ attribution }) => attribution.id)).toEqual(["Holt asserts C"]);
  expect(sources.map(({ id }) => id)).toEqual(["undated"]);
});
