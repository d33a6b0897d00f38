import { describe, expect, it, test } from "vitest";
import { applyChange } from "#model/change.ts";
import { newClaim } from "#model/claim.ts";
import { forestOf } from "#model/forest.ts";
import type { SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { HolderId } from "#model/ids.ts";
import { type Attribution, newAttribution, newHolder } from "#model/people.ts";
import { atOnce } from "#model/steps.ts";
import { newCitation } from "#model/source.ts";
import { createFinder, type Found, READ_AT_ONCE } from "#search/finder.ts";
import { folded } from "#search/terms.ts";
import { largeMap } from "../large-map.ts";
import { argumentMap, claimId } from "../notation.ts";
import { below, pick, type Random, randomMap, seeded } from "../random-map.ts";
import { graveyard, randomChange } from "../store/random-change.ts";

/** A found claim in a line: its field and its excerpt, what is marked between brackets. */
function line({ field, excerpt }: Found): string {
  let text = "";
  let from = 0;
  for (const [start, end] of excerpt.marks) {
    text += `${excerpt.text.slice(from, start)}[${excerpt.text.slice(start, end)}]`;
    from = end;
  }
  return `${field}: ${text}${excerpt.text.slice(from)}`;
}

function lines(map: ArgumentMap, query: string): readonly string[] {
  return createFinder(map).find(query, 20).shown.map(line);
}

const taubman = {
  id: "taubman" as SourceId,
  item: {
    type: "book",
    title: "Khrushchev: The Man and His Era",
    author: [{ family: "Taubman", given: "William" }],
    publisher: "Norton",
  },
};

function withClaim(map: ArgumentMap, id: string, fields: Parameters<typeof newClaim>[1]): ArgumentMap {
  const claim = { ...(map.claims.get(claimId(id)) ?? newClaim(claimId(id))), ...fields };
  return { ...map, claims: new Map(map.claims).set(claim.id, claim) };
}

describe("what is found", () => {
  const map = argumentMap(
    "Reform was right; +Terror ended > Reform was right; -Hungary 1956 shows the peril of haste > Reform was right; -Poland was spared > Hungary 1956 shows the peril of haste",
  );

  it("finds a word by its beginning and marks that far", () => {
    expect(lines(map, "Hungar")).toEqual(["text: [Hungar]y 1956 shows the peril of haste"]);
  });

  it("wants every word", () => {
    expect(lines(map, "hungary peril")).toEqual(["text: [Hungary] 1956 shows the [peril] of haste"]);
    expect(lines(map, "hungary terror")).toEqual([]);
  });

  it("gives the way down to it", () => {
    const [found] = createFinder(map).find("spared", 5).shown;
    expect(found?.path).toEqual(["Reform was right", "Hungary 1956 shows the peril of haste"]);
  });

  it("finds words that are spelled much like it, where nothing else is found", () => {
    expect(lines(map, "Hungery")).toEqual(["text: [Hungary] 1956 shows the peril of haste"]);
    expect(lines(map, "terror")).toHaveLength(1);
  });

  it("says how many there are, and shows as many as asked for", () => {
    const { count, shown } = createFinder(map).find("was", 1);
    expect([count, shown.length]).toEqual([2, 1]);
  });

  it.each(["", "  ", "?!", "—"])("finds nothing for “%s”", (query) => {
    expect(createFinder(map).find(query, 5)).toEqual({ count: 0, shown: [] });
  });

  it("puts sentences before notes before sources, whole words before beginnings, then keeps the map's order", () => {
    let ordered = argumentMap("A; +B > A; +C > A; +D > A; +E > A");
    ordered = withClaim(ordered, "B", { text: "thawing" });
    ordered = withClaim(ordered, "C", { text: "something", note: "On the thaw." });
    ordered = withClaim(ordered, "D", { text: "the thaw" });
    ordered = withClaim(ordered, "E", { text: "a thaw" });
    expect(lines(ordered, "thaw")).toEqual([
      "text: the [thaw]",
      "text: a [thaw]",
      "text: [thaw]ing",
      "note: On the [thaw].",
    ]);
  });
});

describe("where it looks", () => {
  const fischer = newHolder("h" as HolderId, { name: "Fritz Fischer" });
  const base: ArgumentMap = {
    ...argumentMap("A; +B > A"),
    sources: new Map([[taubman.id, taubman]]),
    holders: new Map([[fischer.id, fischer]]),
  };
  const held = (fields: Partial<Attribution> = {}) => [newAttribution("1" as never, fischer.id, fields)];
  const cases = [
    [{ label: "Secret Speech" }, "speech", "text: Secret [Speech]"],
    [{ note: "See *the* archive." }, "archive", "note: See *the* [archive]."],
    [
      { citations: [newCitation(taubman.id, { locator: "274" })] },
      "taubman",
      "source: William [Taubman], Khrushchev: The Man and His Era (Norton, n.d.), 274.",
    ],
    [{ citations: [newCitation(taubman.id, { quotation: "a cult" })] }, "cult", "source: a [cult]"],
    [
      { citations: [newCitation(taubman.id, { quotation: "культ", translation: "a cult" })] },
      "cult",
      "source: a [cult]",
    ],
    [{ attributions: held() }, "fisch", "holder: Fritz [Fisch]er"],
    [
      { attributions: held({ citation: newCitation(taubman.id, { quotation: "a cult" }) }) },
      "cult",
      "source: a [cult]",
    ],
    [{ text: "Pérez wrote" }, "perez", "text: [Pérez] wrote"],
    [{ text: "Pe\u0301rez wrote" }, "pér", "text: [Pe\u0301r]ez wrote"],
    [{ text: "Ещё одна оттепель" }, "еще отте", "text: [Ещё] одна [отте]пель"],
    [{ text: "Die Straße" }, "strasse", "text: Die [Straße]"],
    [{ text: "الخطاب السري" }, "السري", "text: الخطاب [السري]"],
    [{ text: "斯大林之后的改革" }, "改革", "text: 斯大林之后的[改][革]"],
    [{ text: "<b>bold</b>" }, "bold", "text: <b>[bold]</b>"],
  ] as const;

  it.each(cases)("%# %o", (fields, query, expected) => {
    expect(lines(withClaim(base, "B", fields), query)).toEqual([expected]);
  });

  it("cuts a long text around the first mark", () => {
    const text = `${"before ".repeat(60)}needle ${"after ".repeat(60)}`;
    const [found] = createFinder(withClaim(base, "B", { text })).find("needle", 1).shown;
    expect(found?.excerpt.text).toMatch(/^…before .*needle after .*…$/);
    expect(found?.excerpt.text.length).toBeLessThan(260);
    expect(line(found!)).toContain("[needle]");
  });

  it("finds a claim by a source whose record was changed", () => {
    const cited = withClaim(base, "B", { citations: [newCitation(taubman.id)] });
    const finder = createFinder(cited);
    const renamed = { ...taubman, item: { ...taubman.item, title: "Gorbachev" } };
    finder.update({ ...cited, sources: new Map([[taubman.id, renamed]]) });
    expect(finder.find("gorbachev", 5).count).toBe(1);
    expect(finder.find("khrushchev", 5).count).toBe(0);
  });

  it("finds a claim by a holder whose name was changed", () => {
    const map = withClaim(base, "B", { attributions: held() });
    const finder = createFinder(map);
    finder.update({ ...map, holders: new Map([[fischer.id, { ...fischer, name: "Gerhard Ritter" }]]) });
    expect([finder.find("ritter", 5).count, finder.find("fischer", 5).count]).toEqual([1, 0]);
  });
});

test("a finder that was kept up to date finds what a new one finds", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = seeded(seed);
    let map = randomMap(random, 3 + below(random, 12));
    const finder = createFinder(map);
    const graves = graveyard();
    for (let step = 0; step < 12; step++) {
      map = applyChange(map, randomChange(random, map, graves));
      if (below(random, 3) > 0) finder.update(map);
    }
    finder.update(map);
    const fresh = createFinder(map);
    for (const query of queries(random, map))
      expect(finder.find(query, 50), `seed ${seed}, “${query}”`).toEqual(fresh.find(query, 50));
  }
});

describe("a map that is read in steps", () => {
  test("finds what a whole one finds, whatever was changed meanwhile", () => {
    let partly = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const random = seeded(seed);
      let map = randomMap(random, 2 * READ_AT_ONCE + below(random, 2 * READ_AT_ONCE));
      const finder = createFinder(map);
      const graves = graveyard();
      const reading = finder.reading();
      while (reading.next().done !== true) {
        map = applyChange(map, randomChange(random, map, graves));
        finder.update(map);
        if (finder.left > 0) partly++;
      }
      expect(finder.left === 0, `seed ${seed}`).toBe(true);
      const fresh = createFinder(map);
      atOnce(fresh.reading());
      for (const query of queries(random, map))
        expect(finder.find(query, 50), `seed ${seed}, “${query}”`).toEqual(fresh.find(query, 50));
    }
    expect(partly).toBeGreaterThan(8);
  });

  test("is found in as it is read, so many claims a step", () => {
    const finder = createFinder(largeMap(5 * READ_AT_ONCE));
    const counts = [finder.find("claim", 1).count];
    for (const _ of finder.reading()) counts.push(finder.find("claim", 1).count);
    expect([finder.left === 0, ...counts]).toEqual([
      true,
      ...[0, 1, 2, 3, 4, 5].map((step) => step * READ_AT_ONCE),
    ]);
  });

  test("is looked through a thousand claims a step, and the best of all come first", () => {
    const map = largeMap(2500);
    const finder = createFinder(map);
    atOnce(finder.reading());
    const steps = finder.finding("c", 3);
    expect([steps.next().done, steps.next().done]).toEqual([false, false]);
    const { count, shown } = atOnce(steps);
    expect([count, ...shown.map(({ claim }) => claim)]).toEqual([2500, ...forestOf(map).order.slice(0, 3)]);
    expect(finder.find("2499", 3).shown.map(({ claim }) => claim)).toEqual(["c2499"]);
    expect(finder.find("clxim", 3).count).toBe(2500);
  });

  test("is read in steps again where much has changed, and what is gone is not found until then", () => {
    const map = largeMap(3 * READ_AT_ONCE);
    const finder = createFinder(map);
    atOnce(finder.reading());
    const kept = new Map([...map.claims].slice(0, READ_AT_ONCE - 1));
    finder.update({ ...map, claims: kept });
    expect([finder.left === 0, finder.find("claim", 1).count]).toEqual([false, READ_AT_ONCE - 1]);
    atOnce(finder.reading());
    expect([finder.left === 0, finder.find("claim", 1).count]).toEqual([true, READ_AT_ONCE - 1]);
  });
});

test("marks stand in the excerpt, in order and apart, on something that is written there", () => {
  let marked = 0;
  for (let seed = 1; seed <= 100; seed++) {
    const random = seeded(seed);
    const map = randomMap(random);
    const finder = createFinder(map);
    const found = queries(random, map).flatMap((query) => finder.find(query, 50).shown);
    expect(
      found.filter(({ excerpt }) => !isSound(excerpt)),
      `seed ${seed}`,
    ).toEqual([]);
    marked += found.reduce((sum, { excerpt }) => sum + excerpt.marks.length, 0);
  }
  expect(marked).toBeGreaterThan(500);
});

function isSound({ text, marks }: Found["excerpt"]): boolean {
  const starts = [...marks.map(([from]) => from), text.length];
  return marks.every(
    ([from, to], at) => from < to && to <= starts[at + 1]! && folded(text.slice(from, to)) !== "",
  );
}

/** Words of the map, whole, cut short and misspelled. */
function queries(random: Random, map: ArgumentMap): readonly string[] {
  const words = [...map.claims.values()].flatMap(({ text, note }) => `${text} ${note}`.split(/\s+/));
  return Array.from({ length: 6 }, () => {
    const word = pick(random, words) ?? "stalin";
    const cut = word.slice(0, 1 + below(random, word.length + 1));
    return below(random, 4) === 0
      ? `${cut}x`
      : below(random, 4) === 0
        ? `${cut} ${pick(random, words)}`
        : cut;
  });
}

test("what is not looked through is not found, not even by words spelled much like it", () => {
  const map = argumentMap("A; +B > A");
  const claim = { ...map.claims.get(claimId("A"))!, text: "Reform", citations: [newCitation(taubman.id)] };
  const finder = createFinder({
    ...map,
    claims: new Map([...map.claims, [claim.id, claim]]),
    sources: new Map([[taubman.id, taubman]]),
  });
  expect(finder.find("Taubman", 20).count).toBe(1);
  expect(finder.find("Taubman", 20, ["text", "note"]).count).toBe(0);
  expect(finder.find("Taubmann", 20, ["text", "note"]).count).toBe(0);
  expect(finder.find("reform", 20, ["text", "note"]).count).toBe(1);
});
