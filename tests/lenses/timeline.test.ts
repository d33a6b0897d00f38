import { describe, expect, test } from "vitest";
import { dayNumberOf, daysInYear, newYearOf, yearOf } from "#lenses/calendar.ts";
import { leftOf, type Placed, rowsOf, type Setting } from "#lenses/rows.ts";
import { ticksBetween } from "#lenses/ticks.ts";
import { type Timeline, timelineOf } from "#lenses/timeline.ts";
import { patient } from "../model/laws.ts";
import { below, type Random, reshuffled, seeded } from "../random-map.ts";
import { seeds } from "../seeds.ts";
import { debate } from "./debate.ts";
import { forRandomDebates } from "./random-debate.ts";

/** "orthodox: Feis asserts A 1957, …": what stands in each lane. */
function written({ lanes }: Timeline): readonly string[] {
  return lanes.map(({ name, items }) => {
    const what = items.map((item) => (item.what.type === "work" ? item.what.source : item.what.attribution));
    return `${name}: ${what.join(", ")}`;
  });
}

describe("days by number", () => {
  test("follow each other through years, leap years and the turn of eras", () => {
    let next = newYearOf(-405);
    const wrong: string[] = [];
    for (let year = -405; year <= 405; year++) {
      for (let month = 1; month <= 12; month++) {
        const days = new Date(Date.UTC(2400 + year, month, 0)).getUTCDate();
        for (let day = 1; day <= days; day++, next++)
          if (dayNumberOf({ year, month, day }) !== next || yearOf(next) !== year)
            wrong.push(`${year}-${month}-${day}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(next).toBe(newYearOf(406));
  });

  test("are those of every calendar's reckoning", () => {
    const epoch = dayNumberOf({ year: 1970, month: 1, day: 1 });
    for (const date of ["1582-10-15", "1600-02-29", "1956-02-25", "2000-12-31", "2026-11-28"]) {
      const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
      expect(dayNumberOf({ year, month, day }) - epoch).toBe(Date.parse(date) / 86_400_000);
    }
    expect(yearOf(newYearOf(170_000_002))).toBe(170_000_002);
    expect(yearOf(newYearOf(-170_000_002) - 1)).toBe(-170_000_003);
  });
});

describe("lanes", () => {
  test("are those of schools, then of no school, then of sources", () => {
    const people =
      "revisionist 1959: Williams 1959/; orthodox 1947: Feis; silent: Holt; Williams asserts A 1962; Feis asserts A 1957; Feis denies B 1950; Bailey asserts B 1949; Williams asserts B 1950; A cites book 1961; B cites primary letters";
    expect(written(timelineOf(debate("A; -B > A", people)))).toEqual([
      "orthodox: Feis denies B 1950, Feis asserts A 1957",
      "revisionist: Williams asserts A 1962",
      "Of no school: Bailey asserts B 1949, Williams asserts B 1950",
      "Sources: book",
    ]);
  });

  test("count what has no date, and hold what two schools share twice", () => {
    const people = "a: Feis; b: Feis; Feis asserts A 1957; Feis abandons A; Feis denies A once; A cites book";
    const timeline = timelineOf(debate("A", people));
    expect(written(timeline)).toEqual(["a: Feis asserts A 1957", "b: Feis asserts A 1957"]);
    expect(timeline.undated).toEqual({ attributions: 2, sources: 1 });
    expect(timeline.span).toEqual({ first: newYearOf(1957), last: newYearOf(1958) - 1 });
  });

  test("of nothing are none", () => {
    expect(timelineOf(debate("A", ""))).toEqual({
      lanes: [],
      span: null,
      undated: { attributions: 0, sources: 0 },
    });
  });

  test.each([
    ["1957", 1957, 1958, ""],
    ["c. 1957", 1957, 1958, "approximate"],
    ["1957?", 1957, 1958, "uncertain"],
    ["1957%", 1957, 1958, "approximate uncertain"],
    ["195X", 1950, 1960, ""],
    ["1953/1964", 1953, 1965, ""],
    ["1953/..", 1953, 1954, "openEnd"],
  ])("%s is drawn from %i to %i %s", (when, from, to, marks) => {
    const [item] = timelineOf(debate("A", `Feis asserts A ${when}`)).lanes[0]!.items;
    expect(item).toMatchObject({ first: newYearOf(from), last: newYearOf(to) - 1 });
    const said = (["openStart", "openEnd", "approximate", "uncertain"] as const).filter(
      (mark) => item![mark],
    );
    expect(said.join(" ")).toBe(marks);
  });

  test("a beginning that is not known is open, at the day by which it had begun", () => {
    const [item] = timelineOf(debate("A", "Feis asserts A /1964-05-17")).lanes[0]!.items;
    const day = dayNumberOf({ year: 1964, month: 5, day: 17 });
    expect(item).toMatchObject({ first: day, last: day, openStart: true, openEnd: false });
  });

  test("sources know the claims that cite them", () => {
    const map = debate("A; -B > A; C", "B cites book 1961; A cites book; Feis asserts C 1961 in book");
    const sources = timelineOf(map).lanes.at(-1)!;
    expect(sources.items.map(({ what }) => what)).toEqual([
      { type: "work", source: "book", claims: ["A", "B", "C"] },
    ]);
  });

  test("hold everything with a date in order, once a lane", patient, () => {
    forRandomDebates(500, (map, random) => {
      const timeline = timelineOf(map);
      const keys = new Set(timeline.lanes.flatMap(({ items }) => items.map(({ key }) => key)));
      let all = map.sources.size;
      for (const { attributions } of map.claims.values()) all += attributions.length;
      expect(keys.size + timeline.undated.attributions + timeline.undated.sources).toBe(all);
      for (const { items } of timeline.lanes) {
        expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
        expect(items.map(({ first }) => first)).toEqual(
          items.map(({ first }) => first).toSorted((a, b) => a - b),
        );
        for (const { first, last } of items) expect(first).toBeLessThanOrEqual(last);
      }
      expect(timelineOf(reshuffled(random, map))).toEqual(timeline);
    });
  });
});

interface Stay {
  readonly first: number;
  readonly last: number;
  readonly label: number;
}

const setting: Setting<Stay> = {
  pixelsPerYear: daysInYear,
  from: 0,
  labelWidth: ({ label }) => label,
  gap: 2,
};

/** "0-9 20-29:40": days, and the width of the label after a colon; a pixel a day. */
function stays(notation: string): readonly Stay[] {
  return notation.split(" ").map((each) => {
    const [first = 0, last = 0, label = 0] = each.split(/[-:]/u).map(Number);
    return { first, last, label };
  });
}

describe("rows", () => {
  test.each([
    ["0-9", [0]],
    ["0-9 5-9", [0, 1]],
    ["0-9 12-19", [0, 0]],
    ["0-9 11-19", [0, 1]],
    ["0-9:30 20-29", [0, 1]],
    ["0-9:30 32-40", [0, 0]],
    ["0-99 10-19 30-39 35-39", [0, 1, 1, 2]],
    ["0-9 0-99 0-9 20-29 20-29 20-29", [0, 1, 2, 0, 2, 3]],
  ])("%s stand in rows %j", (notation, expected) => {
    const { placed, count } = rowsOf(stays(notation), setting);
    expect(placed.map(({ row }) => row)).toEqual(expected);
    expect(count).toBe(Math.max(...expected) + 1);
  });

  test("begin where the day begins, and are as wide as their days or their label", () => {
    const [days, label] = rowsOf(stays("10-19:5 30-30:40"), { ...setting, from: 10 }).placed;
    expect([days!.left, days!.width]).toEqual([0, 10]);
    expect([label!.left, label!.width]).toEqual([20, 40]);
    expect(leftOf(10 + daysInYear, { pixelsPerYear: 80, from: 10 })).toBeCloseTo(80);
  });

  test("never cover each other, and are no more than the most at one place", () => {
    for (let seed = 1; seed <= seeds(300, 100); seed++) {
      const random = seeded(seed);
      const items = randomStays(random);
      const scale = { ...setting, pixelsPerYear: 1 + below(random, 500), gap: below(random, 8) };
      const { placed, count } = rowsOf(items, scale);
      expect(
        placed.map(({ item }) => item),
        `seed ${seed}`,
      ).toEqual(items);
      expect(count, `seed ${seed}`).toBe(mostAtOnePlace(placed, scale.gap));
      for (const [at, one] of placed.entries())
        for (const other of placed.slice(at + 1))
          if (one.row === other.row)
            expect(one.left + one.width + scale.gap, `seed ${seed}`).toBeLessThanOrEqual(other.left);
    }
  });
});

function randomStays(random: Random): readonly Stay[] {
  return Array.from({ length: below(random, 40) }, () => {
    const first = below(random, 3000);
    return { first, last: first + below(random, 400), label: below(random, 120) };
  }).toSorted((a, b) => a.first - b.first);
}

function mostAtOnePlace(placed: readonly Placed<Stay>[], gap: number): number {
  const at = (left: number) =>
    placed.filter((each) => each.left <= left && left < each.left + each.width + gap).length;
  return Math.max(0, ...placed.map(({ left }) => at(left)));
}

function daysFrom(from: string, to: string): [number, number] {
  return [dayOf(from), dayOf(to)];
}

function dayOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return dayNumberOf({ year, month, day });
}

function majorTicks(from: string, to: string, pixelsPerYear: number): readonly string[] {
  const ticks = ticksBetween(...daysFrom(from, to), pixelsPerYear, 80);
  return ticks.flatMap(({ label, isMajor }) => (isMajor ? [label] : []));
}

describe("ticks", () => {
  test.each([
    ["1956", "1957", 1200, "1956 Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec 1957"],
    ["1956-02-25", "1957-02-25", 320, "Apr Jul Oct 1957"],
    ["1956", "1960", 100, "1956 1957 1958 1959 1960"],
    ["1956", "1964", 50, "1956 1958 1960 1962 1964"],
    ["1951", "1970", 20, "1955 1960 1965 1970"],
    ["1914", "1991", 8, "1920 1930 1940 1950 1960 1970 1980 1990"],
    ["1789", "2026", 0.8, "1800 1900 2000"],
    ["0001", "2026", 0.04, "2000"],
  ])("%s to %s at %d pixels a year: %s", (from, to, pixelsPerYear, expected) => {
    const ticks = ticksBetween(...daysFrom(from, to), pixelsPerYear, 80);
    expect(ticks.map(({ label }) => label).join(" ")).toBe(expected);
  });

  test("go back behind our era", () => {
    const ticks = ticksBetween(newYearOf(-431), newYearOf(120), 0.8, 80);
    expect(ticks.map(({ label }) => label)).toEqual([
      "401 BCE",
      "301 BCE",
      "201 BCE",
      "101 BCE",
      "1 BCE",
      "100",
    ]);
  });

  test("are major where something larger begins", () => {
    expect(majorTicks("1956", "1958", 1200)).toEqual(["1956", "1957", "1958"]);
    expect(majorTicks("1914", "1991", 100)).toEqual([
      "1920",
      "1930",
      "1940",
      "1950",
      "1960",
      "1970",
      "1980",
      "1990",
    ]);
    expect(majorTicks("1789", "2026", 8)).toEqual(["1800", "1900", "2000"]);
  });

  test.each([
    [10, 0, 5],
    [0, 10, 0],
    [0, 10, -1],
    [0, 10, Number.NaN],
    [Number.NaN, 10, 1],
    [0, Infinity, 1],
  ])("from %d to %d at %d pixels a year there are none", (first, last, scale) => {
    expect(ticksBetween(first, last, scale, 80)).toEqual([]);
  });

  test("rise, stand apart by the room asked for, and are never too many", () => {
    for (let seed = 1; seed <= seeds(500, 100); seed++) {
      const random = seeded(seed);
      const first = below(random, 4_000_000) - 2_000_000;
      const last = first + Math.floor(10 ** (random() * 11));
      const scale = 10 ** (random() * 8 - 4);
      const ticks = ticksBetween(first, last, scale, 80);
      expect(ticks.length, `seed ${seed}`).toBeLessThanOrEqual(1001);
      for (const [at, { day }] of ticks.entries()) {
        expect(day >= first && day <= last, `seed ${seed}`).toBe(true);
        const before = ticks[at - 1];
        // A short February is three days short of a month.
        if (before !== undefined)
          expect(((day - before.day) * scale) / daysInYear, `seed ${seed}`).toBeGreaterThan(80 * 0.9);
      }
    }
  });
});
