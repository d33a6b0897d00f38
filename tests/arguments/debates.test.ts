import { describe, expect, test } from "vitest";
import { readDating } from "#dating/dating.ts";
import { forestOf } from "#model/forest.ts";
import type { ArgumentMap } from "#model/map.ts";
import { isUndercutter } from "#model/relation.ts";
import { attributionsOf, ledgerOf } from "./ledger.ts";
import { readShipped, shippedNames } from "./shipped-files.ts";

/** Why a claim cites nothing is the first thing that its note says. */
const unsourced = /^No source: .+\./su;

/** Maps to try things on, which report no debate. */
const exercises = new Set(["how-to-argue"]);
const debates = shippedNames.filter((name) => !exercises.has(name));

describe.each(shippedNames)("%s", (name) => {
  const { map } = readShipped(name);
  const claims = [...map.claims.values()];
  const attributions = claims.flatMap((claim) =>
    claim.attributions.map((each) => ({ claim: claim.id, ...each })),
  );

  test("has every date in EDTF", () => {
    for (const [where, when] of datesOf(map)) {
      const dating = readDating(when);
      expect("refused" in dating ? dating.refused : dating.edtf, where).toBe(when);
    }
  });

  test("cites, attributes and joins nothing that is not in it", () => {
    for (const { claim, holder, citation } of attributions) {
      expect([...map.holders.keys()], claim).toContain(holder);
      if (citation !== null) expect([...map.sources.keys()], claim).toContain(citation.source);
    }
    for (const { id, memberships } of map.holders.values())
      for (const { school } of memberships) expect([...map.schools.keys()], id).toContain(school);
  });

  test("has a part for everyone: each holder is attributed something, each school has a member", () => {
    const speaking = new Set(attributions.map(({ holder }) => holder));
    const joined = new Set(
      [...map.holders.values()].flatMap(({ memberships }) => memberships.map(({ school }) => school)),
    );
    expect([...map.holders.keys()].filter((id) => !speaking.has(id))).toEqual([]);
    expect([...map.schools.keys()].filter((id) => !joined.has(id))).toEqual([]);
  });

  test("tells its schools apart by colour and by pattern", () => {
    const schools = [...map.schools.values()];
    expect(new Set(schools.map(({ colour }) => colour)).size).toBe(schools.length);
    expect(new Set(schools.map(({ pattern }) => pattern)).size).toBe(schools.length);
  });
});

describe.each(debates)("%s", (name) => {
  const { map } = readShipped(name);
  const claims = [...map.claims.values()];
  const relations = [...map.relations.values()];

  test("has a source for every claim, or says why not", () => {
    const silent = claims.filter(({ citations, note }) => citations.length === 0 && !unsourced.test(note));
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test("has the size and the kinds of argument of a debate", () => {
    expect(claims.length).toBeGreaterThanOrEqual(25);
    expect(claims.length).toBeLessThanOrEqual(50);
    expect(relations.filter(isUndercutter).length).toBeGreaterThanOrEqual(2);
    expect(relations.filter(({ premises }) => premises.length > 1).length).toBeGreaterThanOrEqual(1);
    const answers = relations.flatMap(({ premises }) => premises);
    expect(answers.length).toBeGreaterThan(new Set(answers).size);
    const depths = [...forestOf(map).nodes.values()].map(({ depth }) => depth);
    expect(Math.max(...depths)).toBeGreaterThanOrEqual(3);
  });

  test("says in its claims what can be true or false, in a sentence or two", () => {
    for (const { id, label, text } of claims) {
      expect(label, id).not.toBe("");
      expect(text, id).toMatch(/^\p{Lu}.*\.$/u);
      expect(text.split(" ").length, id).toBeLessThanOrEqual(40);
    }
  });

  test("says the kind of each source, and what it leaves out", () => {
    expect([...map.sources.values()].filter(({ role }) => role === undefined).map(({ id }) => id)).toEqual(
      [],
    );
    expect(map.about.leavesOut).toMatch(/^This map .+\.$/su);
  });

  test("attributes nothing without saying where, and a loss of conviction only after the conviction", () => {
    for (const { id, attributions } of claims)
      for (const { holder, stance, when, citation } of attributions) {
        expect(citation, `${id}: ${holder}`).not.toBe(null);
        const earlier = attributions.some(
          (other) => other.holder === holder && other.stance === "asserts" && other.when < when,
        );
        if (stance === "abandons") expect(earlier, `${id}: ${holder}`).toBe(true);
      }
  });

  test("has its ledger: a row for each attribution, with its ground, and no other", () => {
    const rows = ledgerOf(name);
    expect(rows.map(({ attribution }) => attribution).toSorted()).toEqual(attributionsOf(map).toSorted());
    expect(rows.filter(({ verified }) => verified.length < 20)).toEqual([]);
  });
});

/** What a map dates, and where that stands. */
function datesOf(map: ArgumentMap): readonly (readonly [where: string, when: string])[] {
  const claims = [...map.claims.values()];
  const dates = [
    ...claims.map(({ id, period }) => [id, period] as const),
    ...claims.flatMap(({ id, attributions }) =>
      attributions.map(({ holder, when }) => [`${id}: ${holder}`, when] as const),
    ),
    ...[...map.holders.values()].map(({ id, lived }) => [id, lived] as const),
    ...[...map.holders.values()].flatMap(({ id, memberships }) =>
      memberships.map(({ when }) => [`${id}, member`, when] as const),
    ),
    ...[...map.schools.values()].map(({ id, when }) => [id, when] as const),
  ];
  return dates.filter(([, when]) => when !== "");
}
