import { describe, expect, test } from "vitest";
import { applyChange, changeBetween, invertChange } from "#model/change.ts";
import { compareMaps } from "#model/comparison.ts";
import type { AttributionId, HolderId, SchoolId, SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { type MergeLine, mergeLines } from "#model/merge-lines.ts";
import { reviewMerge, says, saying } from "#model/merge-review.ts";
import { type Attribution, newAttribution, newHolder, newSchool } from "#model/people.ts";
import { newCitation } from "#model/source.ts";
import { stateOf, takingBack } from "#model/taking-back.ts";
import { tallyOf } from "#model/tally.ts";
import { claimsCiting } from "#model/uses.ts";
import { historyWords } from "#words/history.ts";
import { argumentMap, claimId } from "../notation.ts";

const fischer = newHolder("fischer" as HolderId, { name: "Fritz Fischer" });
const school = newSchool("hamburg" as SchoolId, { name: "Hamburg" });
const map: ArgumentMap = {
  ...argumentMap("A; +B > A"),
  holders: new Map([[fischer.id, fischer]]),
  schools: new Map([[school.id, school]]),
};

function held(id: string, fields: Partial<Attribution> = {}): Attribution {
  return newAttribution(id as AttributionId, fischer.id, fields);
}

function having(from: ArgumentMap, claim: string, fields: object): ArgumentMap {
  const id = claimId(claim);
  return { ...from, claims: new Map(from.claims).set(id, { ...from.claims.get(id)!, ...fields }) };
}

function joining(from: ArgumentMap, ...schools: readonly string[]): ArgumentMap {
  const memberships = schools.map((id) => ({ school: id as SchoolId, when: "" }));
  return { ...from, holders: new Map([[fischer.id, { ...fischer, memberships }]]) };
}

function named({ deed, claim }: MergeLine): string {
  return `${deed} ${claim}`;
}

describe("a comparison", () => {
  test("names who holds a claim, and its period", () => {
    const after = having(map, "B", { attributions: [held("1")], period: "1914" });
    const { claims } = compareMaps(map, after);
    expect(claims.map(({ claim, aspects }) => [claim, aspects])).toEqual([["B", ["attributions", "period"]]]);
    expect(historyWords.tally(tallyOf(compareMaps(map, after)))).toBe("1 claim changed");
  });

  test("has holders, schools and what the map leaves out besides the claims", () => {
    const after = { ...joining(map, "hamburg"), schools: new Map() };
    const comparison = compareMaps(map, after);
    expect([comparison.holders.length, comparison.schools.length, comparison.claims.length]).toEqual([
      1, 1, 0,
    ]);
    for (const other of [
      after,
      joining(map, "x"),
      { ...map, about: { ...map.about, leavesOut: "The east" } },
    ])
      expect(tallyOf(compareMaps(map, other)).hasOther).toBe(true);
  });
});

describe("lines of what was done", () => {
  const attributed = having(map, "B", { attributions: [held("1")], period: "1914" });

  test("name each thing, with the claim that shows it", () => {
    const bare = argumentMap("A; +B > A");
    const after = { ...attributed, about: { ...map.about, leavesOut: "The east" } };
    expect(mergeLines(bare, after).map(named)).toEqual([
      "leavesOut null",
      "attributed B",
      "dated B",
      "holder added B",
      "school added null",
    ]);
    expect(mergeLines(after, bare).map(named)).toEqual([
      "leavesOut null",
      "attributed B",
      "dated B",
      "holder deleted null",
      "school deleted null",
    ]);
    expect(mergeLines(map, joining(map, "hamburg")).map(named)).toEqual(["holder edited null"]);
  });

  test("take back one attribution, and leave those that came since", () => {
    const [line] = mergeLines(map, having(map, "B", { attributions: [held("1"), held("2")] }));
    const since = having(map, "B", { attributions: [held("1"), held("2", { stance: "denies" }), held("3")] });
    expect(stateOf(since, line!.part)).toBe("stands");
    const back = applyChange(since, takingBack(since, line!.part));
    expect(back.claims.get(claimId("B"))?.attributions).toEqual([held("2", { stance: "denies" }), held("3")]);
    expect(stateOf(back, line!.part)).toBe("taken back");
    const again = applyChange(back, takingBack(back, invertChange(line!.part)));
    expect(again.claims.get(claimId("B"))?.attributions).toEqual(
      since.claims.get(claimId("B"))?.attributions,
    );
  });

  test("take back one dismissal, and leave those that came since", () => {
    const dismissing = (...keys: readonly string[]): ArgumentMap => ({
      ...map,
      about: { ...map.about, dismissed: keys.map((key) => ({ key, reason: `why ${key}` })) },
    });
    const [line, ...others] = mergeLines(map, dismissing("1", "2"));
    expect([line?.deed, others]).toEqual(["dismissed", []]);
    const since = dismissing("1", "3");
    expect(applyChange(since, takingBack(since, line!.part))).toEqual(dismissing("3"));
  });

  test("take back one membership, and leave those that came since", () => {
    const [line] = mergeLines(map, joining(map, "hamburg"));
    const since = joining(map, "freiburg", "hamburg");
    expect(applyChange(since, takingBack(since, line!.part))).toEqual(joining(map, "freiburg"));
  });

  test("take back a role that no one had given: the source has none again", () => {
    const source = { id: "s" as SourceId, item: { type: "book" } };
    const before = { ...map, sources: new Map([[source.id, source]]) };
    const after = { ...map, sources: new Map([[source.id, { ...source, role: "primary" as const }]]) };
    const back = applyChange(after, takingBack(after, changeBetween(before, after)));
    expect(back.sources.get(source.id)).toStrictEqual(source);
  });
});

describe("after a merge", () => {
  test("a period that both gave, and what both say the map leaves out, are to be chosen", () => {
    const said = (period: string, leavesOut: string) => ({
      ...having(map, "B", { period }),
      about: { ...map.about, leavesOut },
    });
    const [mine, theirs] = [said("1914", "The east"), said("1915", "Women")];
    const { both } = reviewMerge({ base: map, mine, theirs, merged: theirs });
    expect(both.map(({ claim, mine: version }) => [claim, version.field])).toEqual([
      [null, "leavesOut"],
      ["B", "period"],
    ]);
    let settled = theirs;
    for (const { claim, mine: version } of both) {
      expect(says(settled, claim, version)).toBe(false);
      settled = applyChange(settled, saying(settled, claim, version));
      expect(says(settled, claim, version)).toBe(true);
    }
    expect(settled).toEqual(mine);
  });

  test("a claim that one deleted while the other attributed it is offered back", () => {
    const theirs = having(map, "B", { attributions: [held("1")] });
    const mine = { ...argumentMap("A"), holders: map.holders, schools: map.schools };
    const { offered } = reviewMerge({ base: map, mine, theirs, merged: mine });
    expect(offered.map(({ claim, why }) => [claim.id, why])).toEqual([["B", "edited"]]);
  });
});

test("a source is cited by a claim whose holder says it there", () => {
  const source = "s" as SourceId;
  const attributions = [held("1", { citation: newCitation(source) })];
  expect(claimsCiting(having(map, "B", { attributions }), source).map(({ id }) => id)).toEqual(["B"]);
});
