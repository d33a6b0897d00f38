import { describe, expect, test } from "vitest";
import { mostBeside, neighbourhoodOf, type Neighbourhood } from "#model/neighbourhood.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Relation } from "#model/relation.ts";
import { surroundingsIn } from "#model/surroundings.ts";
import { argumentMap, claimId } from "../notation.ts";
import { below, randomMap, rubbishMap, seeded } from "../random-map.ts";

const start = { answered: 0, answers: 0 };

function around(notation: string, centre: string, passed = start): Neighbourhood {
  return neighbourhoodOf(argumentMap(notation), claimId(centre), passed);
}

function relationsIn({ relations }: Neighbourhood): readonly string[] {
  return relations.map(({ id }) => id as string).toSorted();
}

/** `count` answers to A, in order. */
function answered(count: number): string {
  return ["A", ...Array.from({ length: count }, (_, at) => `+N${at + 1} > A`)].join("; ");
}

describe("a claim stands among", () => {
  test("what it answers, up to the thesis, and what answers it, level by level", () => {
    const found = around("A; +B > A; -C > B; +D > C; -E > C; +F > E; +Z > A", "C");
    expect(found.claims).toEqual(["A", "B", "C", "D", "E", "F"]);
    expect(found.claims.map((claim) => found.levels.get(claim))).toEqual([-2, -1, 0, 1, 1, 2]);
    expect(relationsIn(found)).toEqual(["B>A", "C>B", "D>C", "E>C", "F>E"]);
    expect(found.rests).toEqual([]);
  });

  test("both claims that it answers, where the tree draws it under one only", () => {
    const found = around("A; B; +C > A; -C > B; +D > B", "C");
    expect(found.claims).toEqual(["A", "B", "C"]);
    expect(relationsIn(found)).toEqual(["C>A", "C>B"]);
  });

  test("the claims whose step it attacks, and those that attack its own", () => {
    expect(around("A; +B > A; -U > (B>A)", "U").claims).toEqual(["A", "B", "U"]);
    const attacked = around("A; +B > A; -U > (B>A)", "B");
    expect(attacked.claims).toEqual(["A", "B", "U"]);
    expect(relationsIn(attacked)).toEqual(["B>A", "U>(B>A)"]);
  });

  test("its co-premises and theirs above it; what those answer besides is not followed", () => {
    const found = around("A; Z; +B & C > A; +C > Z; +D & E > B", "D");
    expect(found.claims).toEqual(["A", "B", "C", "D", "E"]);
    expect(found.rests).toEqual([]);
  });

  test("nothing, where it is alone; of a claim that is not there nothing is shown", () => {
    expect(around("A; B", "A").claims).toEqual(["A"]);
    expect(around("A", "Z").claims).toEqual([]);
  });

  test("itself, where it answers itself or a circle leads back to it", () => {
    expect(relationsIn(around("A; +A > A", "A"))).toEqual(["A>A"]);
    const circle = around("+B > A; -A > B; +C > B; +A > C", "A");
    expect(circle.claims.toSorted()).toEqual(["A", "B", "C"]);
    expect(relationsIn(circle)).toEqual(["A>B", "A>C", "B>A", "C>B"]);
  });
});

describe("where there is more,", () => {
  test("a level that is too wide is not begun, and each claim says how many answer it", () => {
    const wide = Array.from({ length: 5 }, (_, at) => `+X${at} > B; +Y${at} > C`).join("; ");
    const found = around(`A; +B > A; +C > A; ${wide}`, "A");
    expect(found.claims).toEqual(["A", "B", "C"]);
    expect(found.rests).toEqual([
      { claim: "B", side: "answers", count: 5, before: 0 },
      { claim: "C", side: "answers", count: 5, before: 0 },
    ]);
  });

  test("of 3,000 answers so many are shown, in the author's order, and the next after those passed over", () => {
    const map = argumentMap(answered(3000));
    const first = neighbourhoodOf(map, claimId("A"), start);
    expect(first.claims).toHaveLength(1 + mostBeside.answers);
    expect(first.rests).toEqual([{ claim: "A", side: "answers", count: 2976, before: 0 }]);
    const last = neighbourhoodOf(map, claimId("A"), { answered: 0, answers: 2980 });
    expect(last.claims.slice(1, 3)).toEqual(["N2981", "N2982"]);
    expect(last.rests).toEqual([{ claim: "A", side: "answers", count: 2980, before: 2980 }]);
  });

  test("of many claims that it answers the first are shown", () => {
    const many = Array.from({ length: 50 }, (_, at) => `T${at}; +A > T${at}`).join("; ");
    const found = around(many, "A");
    expect(found.claims).toHaveLength(1 + mostBeside.answered);
    expect(found.rests).toEqual([{ claim: "A", side: "answered", count: 38, before: 0 }]);
  });
});

interface Sample {
  readonly seed: number;
  readonly map: ArgumentMap;
  readonly found: Neighbourhood;
}

/** Random maps, sound or rubbish, around a claim of each. */
const samples: readonly Sample[] = Array.from({ length: 800 }, (_, seed) => {
  const random = seeded(seed);
  const draw = seed % 3 === 0 ? rubbishMap : randomMap;
  const map = draw(random, 1 + below(random, seed % 10 === 0 ? 200 : 25));
  const claims = [...map.claims.keys()];
  const centre = claims[below(random, claims.length)] ?? claimId("none");
  const passed = seed % 4 === 0 ? { answered: below(random, 3), answers: below(random, 3) } : start;
  return { seed, map, found: neighbourhoodOf(map, centre, passed) };
});

/** Says a law of every sample; the seed of the first that breaks it is in the message. */
function law(name: string, broken: (sample: Sample) => readonly unknown[]): void {
  test(name, () => {
    for (const sample of samples) expect(broken(sample), `seed ${sample.seed}`).toEqual([]);
  });
}

/** Every relation with a shown premise whose target is shown, looked for without any index until no more is found. */
function relationsAmong(map: ArgumentMap, claims: readonly ClaimId[]): ReadonlySet<Relation> {
  const shown = new Set<Relation>();
  for (let before = -1; before < shown.size;) {
    before = shown.size;
    for (const relation of map.relations.values()) {
      const { target, premises } = relation;
      const on = target.type === "claim" ? claims.includes(target.id) : isIn(shown, target.id);
      if (on && premises.some((premise) => claims.includes(premise))) shown.add(relation);
    }
  }
  return shown;
}

function isIn(shown: ReadonlySet<Relation>, id: string): boolean {
  return [...shown].some((relation) => relation.id === id);
}

describe("laws of neighbourhoods, over random maps", () => {
  law("every relation among the claims shown is shown, once, and no other", ({ map, found }) => {
    const expected = relationsAmong(map, found.claims);
    const extra = found.relations.filter((relation) => !expected.has(relation));
    return [...extra, ...(found.relations.length === expected.size ? [] : ["missing or twice"])];
  });

  law("a relation comes after the step that it bears on", ({ found }) => {
    const ids = found.relations.map(({ id }) => id);
    return found.relations.filter(
      ({ target }, at) => target.type === "relation" && !ids.slice(0, at).includes(target.id),
    );
  });

  law("every claim shown is in the map, once, and the centre is among them", ({ map, found }) => {
    const unknown = found.claims.filter((claim) => !map.claims.has(claim));
    const isOnce = new Set(found.claims).size === found.claims.length && found.claims.includes(found.centre);
    return map.claims.size === 0 || isOnce ? unknown : ["twice"];
  });

  law(
    "whoever is above is answered by one below it, or takes a step with one beside it; so below",
    (sample) => {
      const { answeredBy, answersTo, stepsFrom } = surroundingsIn(sample.map);
      const { levels } = sample.found;
      const isAt = (at: number) => (other: ClaimId) => levels.get(other) === at;
      return [...levels].filter(([claim, level]) => {
        const beside = stepsFrom(claim).flatMap(({ premises }) => premises.filter((each) => each !== claim));
        if (level > 0) return !answeredBy(claim).some(isAt(level - 1));
        return level < 0 && !answersTo(claim).some(isAt(level + 1)) && !beside.some(isAt(level));
      });
    },
  );

  law("what is not shown right beside the centre is counted", ({ map, found }) => {
    const { answeredBy, answersTo } = surroundingsIn(map);
    const hidden = (claims: readonly ClaimId[]) => claims.filter((claim) => !found.levels.has(claim)).length;
    const told = (side: string) =>
      found.rests.find(({ claim, side: each }) => claim === found.centre && each === side)?.count ?? 0;
    const { centre } = found;
    const sides = [
      told("answers") - hidden(answersTo(centre)),
      told("answered") - hidden(answeredBy(centre)),
    ];
    return sides.filter((difference) => difference !== 0);
  });

  law("a small one is whole upwards: it ends at the theses", ({ map, found }) => {
    if (map.claims.size > 15) return [];
    const { answeredBy, answersTo } = surroundingsIn(map);
    const above = [...found.levels].flatMap(([claim, level]) => (level < 0 ? [claim] : []));
    const told = new Set(found.rests.map(({ claim }) => claim));
    const isFollowed = (claim: ClaimId) =>
      answersTo(claim).some((each) => found.levels.get(each) === found.levels.get(claim)! + 1);
    const isCut = (claim: ClaimId) => answeredBy(claim).some((each) => !found.levels.has(each));
    return above.filter((claim) => isFollowed(claim) && isCut(claim) && !told.has(claim));
  });

  law("it is never more than can be laid out", ({ found }) =>
    found.claims.length <= 100 ? [] : [found.claims.length],
  );
});
