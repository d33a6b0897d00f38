import { expect, test } from "vitest";
import { isRefusal } from "#commands/command.ts";
import { applyChange, type Change, invertChange, noChange } from "#model/change.ts";
import { forestAfter, isPlain } from "#model/forest-after.ts";
import { forestOf } from "#model/forest.ts";
import { type ArgumentMap } from "#model/map.ts";
import { onClaim, onRelation } from "#model/relation.ts";
import { randomStep } from "../commands/random-step.ts";
import { argumentMap, claimId } from "../notation.ts";
import { orders, plainMap } from "../plain-map.ts";
import { below, chance, pick, type Random, seeded } from "../random-map.ts";
import { seeds } from "../seeds.ts";
import { graveyard, randomChange } from "../store/random-change.ts";
import { patient } from "./laws.ts";

/** A record written by hand: a step turned to anything, cycles included, or a claim sent to any of its steps. */
function roughEdit(random: Random, { claims, relations }: ArgumentMap): Change {
  const [claim, step] = [pick(random, [...claims.values()]), pick(random, [...relations.values()])];
  if (claim === undefined || step === undefined) return noChange;
  if (chance(random, 0.6)) {
    const other = pick(random, [...relations.keys()])!;
    const target = chance(random, 0.7) ? onClaim(claim.id) : onRelation(other);
    return { ...noChange, relations: [{ before: step, after: { ...step, target } }] };
  }
  const taken = [...relations.values()].filter(({ premises }) => premises.includes(claim.id));
  const home = pick(random, [...taken.map(({ id }) => id), null]) ?? null;
  return { ...noChange, claims: [{ before: claim, after: { ...claim, home, order: pick(random, orders) } }] };
}

/** Something that a person can do, something that another program could, or what was done last taken back. */
function randomEdit(
  random: Random,
  map: ArgumentMap,
  last: Change | null,
  graves: ReturnType<typeof graveyard>,
): Change | null {
  if (last !== null && chance(random, 0.25)) return invertChange(last);
  if (chance(random, 0.1)) return randomChange(random, map, graves);
  if (chance(random, 0.15)) return roughEdit(random, map);
  const outcome = randomStep(random, map).run(map);
  return isRefusal(outcome) ? null : outcome;
}

test(
  "law: the forest after any edit is the one drawn from nothing, and most edits share most of it",
  patient,
  () => {
    let [shared, all] = [0, 0];
    for (let seed = 1; seed <= seeds(600, 200); seed++) {
      const [random, graves] = [seeded(seed), graveyard()];
      let map = plainMap(random, 1 + below(random, 20));
      let last: Change | null = null;
      for (let step = 0; step < 8; step++) {
        const was = forestOf(map);
        const change = randomEdit(random, map, last, graves);
        if (change === null) continue;
        const next = applyChange(map, change);
        const [is, anew] = [forestAfter(map, next), forestOf({ ...next })];
        expect({ ...is, nodes: new Map(is.nodes) }, `seed ${seed}, step ${step}`).toEqual(anew);
        expect(isPlain(next), `seed ${seed}, step ${step}`).toBe(isPlain({ ...next }));
        all++;
        if ([...is.nodes.values()].some((node) => node === was.nodes.get(node.claim))) shared++;
        [map, last] = [next, change];
      }
    }
    expect(shared / all).toBeGreaterThan(0.6);
  },
);

function isPlainMap(notation: string): boolean {
  return isPlain(argumentMap(notation));
}

test("a plain map is one in which every claim stands at its home, and every step is whole", () => {
  expect(isPlainMap("A; +C & B > A; -D > (C&B>A); E; +D > E")).toBe(true);
  expect(isPlainMap("A; +A > A")).toBe(true);
  expect(isPlainMap("A?; +B > A; +C > B; +A? > C")).toBe(true);
  expect(isPlainMap("+A? > C; +B > A; C; +C? > B")).toBe(false);
  expect(isPlainMap("A; C; +B? > C")).toBe(false);
  expect(isPlainMap("+B? > A; +A? > B")).toBe(false);
  expect(isPlainMap("A; +B > ~X")).toBe(false);
});

test("an added claim makes the node anew that it stands under, and no other", () => {
  const map = argumentMap("A; +B > A; -C > A; +D > C");
  const before = forestOf(map);
  const next = argumentMap("A; +B > A; -C > A; +D > C; +E > C");
  const step = [...next.relations.values()].find(({ premises }) => premises.includes(claimId("E")))!;
  const after = forestAfter(map, {
    ...map,
    claims: new Map(map.claims).set(claimId("E"), next.claims.get(claimId("E"))!),
    relations: new Map(map.relations).set(step.id, step),
  });
  const isSame = (name: string) => after.nodes.get(claimId(name)) === before.nodes.get(claimId(name));
  expect(["A", "B", "C", "D"].filter((name) => !isSame(name))).toEqual(["C"]);
  expect(after.crossLinks).toBe(before.crossLinks);
  expect(after.roots).toBe(before.roots);
});
