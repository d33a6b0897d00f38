import { expect, test } from "vitest";
import { isRefusal } from "#commands/command.ts";
import { argued } from "#lenses/argued.ts";
import { whenOf } from "#lenses/when.ts";
import { viewThrough } from "#lenses/lens.ts";
import { heldIn, standingIn } from "#lenses/standing.ts";
import { dimmed, lenses, noGroup, type View } from "#lenses/view.ts";
import { daysOf, readDating } from "#dating/dating.ts";
import { dayNumberOf, yearOf } from "#lenses/calendar.ts";
import { applyChange } from "#model/change.ts";
import { forestOf } from "#model/forest.ts";
import type { Claim } from "#model/claim.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Attribution } from "#model/people.ts";
import { below, chance } from "../random-map.ts";
import { randomStep } from "../commands/random-step.ts";
import { patient } from "../model/laws.ts";
import { seeds } from "../seeds.ts";
import { forRandomDebates } from "./random-debate.ts";

/** The groups of a claim, reckoned from the words of the definition, claim by claim and without any index. */
const naive: Readonly<
  Record<(typeof lenses)[number], (map: ArgumentMap, claim: Claim) => readonly string[]>
> = {
  stance: (map, { id }) => {
    const step = forestOf(map).nodes.get(id)?.relation;
    if (step === null || step === undefined) return ["thesis"];
    const { kind, target } = map.relations.get(step)!;
    return [kind === "supports" ? "reason" : target.type === "claim" ? "objection" : "undercutter"];
  },
  school: ({ holders, schools }, { attributions }) =>
    [...schools.keys()]
      .filter((school) =>
        attributions.some(
          ({ stance, holder, when }) =>
            stance === "asserts" &&
            holders
              .get(holder)
              ?.memberships.some((each) => each.school === school && overlaps(each.when, when)),
        ),
      )
      .map((school) => `school:${school}`),
  holder: ({ holders }, { attributions }) =>
    [...holders.keys()]
      .filter((id) => attributions.some(({ holder, stance }) => holder === id && stance === "asserts"))
      .map((id) => `holder:${id}`),
  evidence: ({ sources }, claim) => [
    ...(claim.images.length > 0 ? ["image"] : []),
    ...citedBy(claim).flatMap((id) => (sources.has(id) ? [sources.get(id)!.role ?? "unsaid"] : [])),
  ],
  status: (map, claim) => {
    const steps = [...map.relations.values()];
    const opposes = (target: string, type: string) =>
      steps.some(
        (step) =>
          step.kind === "opposes" &&
          step.target.type === type &&
          step.target.id === target &&
          others(map, step).length > 0,
      );
    const isUnanswered = steps.some(
      (step) =>
        step.kind === "opposes" &&
        others(map, step).includes(claim.id) &&
        !opposes(step.id, "relation") &&
        !others(map, step).some((premise) => opposes(premise, "claim")),
    );
    return [
      ...(opposes(claim.id, "claim") ? ["contested"] : []),
      ...(isUnanswered ? ["unanswered"] : []),
      ...(citedBy(claim).some((id) => map.sources.has(id)) ? [] : ["unsourced"]),
    ];
  },
};

function others(
  map: ArgumentMap,
  { premises, target }: ReturnType<ArgumentMap["relations"]["get"]> & object,
) {
  const isThere = target.type === "claim" ? map.claims.has(target.id) : map.relations.has(target.id);
  const own: readonly string[] =
    target.type === "claim" ? [target.id] : (map.relations.get(target.id)?.premises ?? []);
  return isThere ? premises.filter((id) => map.claims.has(id) && !own.includes(id)) : [];
}

function citedBy({ citations, attributions, images }: Claim) {
  const places = attributions.filter(({ stance }) => ["asserts", "qualifies", "reports"].includes(stance));
  const all = [...places, ...images].flatMap(({ citation }) => citation ?? []);
  return [...citations, ...all].map(({ source }) => source);
}

/** Whether two EDTF texts can mean the same day, or one of them means none. */
function overlaps(a: string, b: string): boolean {
  const [first, second] = [daysIn(a), daysIn(b)];
  return first === null || second === null || (first[0] <= second[1] && second[0] <= first[1]);
}

function daysIn(edtf: string): readonly [number, number] | null {
  const dating = readDating(edtf);
  if ("refused" in dating) return null;
  const { first, last } = daysOf(dating);
  return [first === null ? -Infinity : dayNumberOf(first), last === null ? Infinity : dayNumberOf(last)];
}

test("each lens finds what its definition says, and counts it", patient, () => {
  forRandomDebates(1000, (map) => {
    for (const lens of lenses) {
      const view = viewThrough(lens, map);
      for (const claim of map.claims.values()) {
        const expected = new Set(naive[lens](map, claim));
        expect(new Set(view.groupsOf.get(claim.id))).toEqual(
          expected.size === 0 ? new Set([noGroup]) : expected,
        );
      }
      expect(countsOf(view)).toEqual(view.groups.map(({ claims }) => claims));
      expect(view.groupsOf.size).toBe(map.claims.size);
    }
  });
});

test("what follows an edit is what the lens finds in the map from nothing", patient, () => {
  forRandomDebates(seeds(300, 100), (first, random) => {
    let map = first;
    for (let step = 0; step < 4; step++) {
      for (const lens of lenses) viewThrough(lens, map);
      const change = randomStep(random, map).run(map);
      if (!isRefusal(change)) map = applyChange(map, change);
      for (const lens of lenses) {
        const { groups, groupsOf } = viewThrough(lens, map);
        const anew = viewThrough(lens, { ...map, sources: new Map(map.sources) });
        expect({ groups, groupsOf: new Map(groupsOf) }).toEqual({
          groups: anew.groups,
          groupsOf: new Map(anew.groupsOf),
        });
      }
    }
  });
});

function countsOf({ groups, groupsOf }: View): readonly number[] {
  return groups.map(({ key }) => [...groupsOf.values()].filter((keys) => keys.includes(key)).length);
}

test("groups of a claim stand once, and in the order of the legend", patient, () => {
  forRandomDebates(500, (map) => {
    for (const lens of lenses) {
      const { groups, groupsOf } = viewThrough(lens, map);
      const order = groups.map(({ key }) => key);
      expect(new Set(order).size).toBe(order.length);
      for (const keys of groupsOf.values()) expect(order.filter((key) => keys.includes(key))).toEqual(keys);
    }
  });
});

test("hiding all groups dims all claims, hiding more never dims fewer", patient, () => {
  forRandomDebates(500, (map, random) => {
    for (const lens of lenses) {
      const view = viewThrough(lens, map);
      const keys = view.groups.map(({ key }) => key);
      const some = new Set(keys.filter(() => chance(random, 0.4)));
      const more = new Set([...some, keys[below(random, keys.length)] ?? noGroup]);
      expect(dimmed(view, new Set(keys)).size).toBe(map.claims.size);
      expect(dimmed(view, new Set()).size).toBe(0);
      const dimmedByMore = dimmed(view, more);
      for (const claim of dimmed(view, some)) expect(dimmedByMore).toContain(claim);
    }
  });
});

const ranks = ["notYet", "perhaps", "argued"];

test("where nobody gives a claim up, a debate only grows", patient, () => {
  forRandomDebates(
    500,
    (map) => {
      const debate = argued(map);
      const years = debate.years.flatMap((year) => [year - 1, year, year + 1]).toSorted((a, b) => a - b);
      let before = new Map<string, number>();
      for (const year of years) {
        const { standing } = standingIn(map, debate, year);
        const now = new Map([...standing].map(([claim, shown]) => [claim as string, ranks.indexOf(shown)]));
        for (const [claim, rank] of now) expect(rank).toBeGreaterThanOrEqual(before.get(claim) ?? -1);
        before = now;
      }
    },
    { stances: ["asserts", "qualifies", "reports"] },
  );
});

test("between two years of the list nothing changes", patient, () => {
  forRandomDebates(300, (map) => {
    const debate = argued(map);
    const shown = (year: number) =>
      JSON.stringify([
        [...standingIn(map, debate, year).standing],
        [...map.claims.keys()].map((claim) => heldIn(map, debate, claim, year)),
        debate.events.filter(({ when }) => yearOf(when.first ?? when.begunBy) <= year).length,
      ]);
    for (const [at, year] of debate.years.entries()) {
      const next = debate.years[at + 1];
      if (next !== undefined) expect(shown(next - 1)).toBe(shown(year));
    }
    const [first = 0] = debate.years;
    if (debate.years.length > 0) {
      expect(shown(first)).not.toBe(shown(first - 1));
      expect(standingIn(map, debate, first - 1).counts).toMatchObject({
        perhaps: 0,
        argued: 0,
        abandoned: 0,
      });
    }
  });
});

test("a claim is abandoned exactly when somebody left it and nobody holds it", patient, () => {
  forRandomDebates(500, (map) => {
    const debate = argued(map);
    for (const year of debate.years) {
      for (const [claim, shown] of standingIn(map, debate, year).standing) {
        if (shown !== "argued" && shown !== "abandoned") continue;
        const held = heldIn(map, debate, claim, year);
        if (shown === "abandoned") expect(held).toEqual([]);
        if (shown === "argued" && held.length === 0)
          expect(map.claims.get(claim)!.attributions.filter((each) => isAbandonedBy(each, year))).toEqual([]);
      }
    }
  });
});

function isAbandonedBy({ stance, when }: Attribution, year: number): boolean {
  const known = whenOf(when);
  return stance === "abandons" && known !== null && known.surest <= year;
}
