import { expect, test } from "vitest";
import { isRefusal } from "#commands/command.ts";
import { deleteBranch } from "#commands/delete-branch.ts";
import { isSolePremise } from "#commands/detaching.ts";
import { moveBranch } from "#commands/move-branch.ts";
import { applyChange, type Change, changeBetween, invertChange, isEmptyChange } from "#model/change.ts";
import { ancestors, branchOf } from "#model/counts.ts";
import { forestOf } from "#model/forest.ts";
import { compareIds, type RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { onClaim } from "#model/relation.ts";
import { pick } from "../random-map.ts";
import { forRandomMaps, patient } from "../model/laws.ts";
import { seeds } from "../seeds.ts";
import { randomStep, type Step } from "./random-step.ts";

function run(map: ArgumentMap, { run }: Step): Change | null {
  const outcome = run(map);
  if (!isRefusal(outcome)) return outcome;
  expect(outcome.refused).toMatch(/^(?:[A-Z]|“).*\.$/su);
  return null;
}

function expectSame(is: ArgumentMap, should: ArgumentMap, name: string): void {
  if (!isEmptyChange(changeBetween(is, should))) expect(is, name).toEqual(should);
}

test("whatever is done can be taken back, and no claim is lost but by deleting it", patient, () => {
  let done = 0;
  forRandomMaps(1500, (first, random) => {
    let map = first;
    for (let round = 0; round < seeds(6, 2); round++) {
      const step = randomStep(random, map);
      const change = run(map, step);
      if (change === null) continue;
      done++;
      const next = applyChange(map, change);
      expectSame(applyChange(next, invertChange(change)), map, step.name);
      expectSame(applyChange(map, changeBetween(map, next)), next, step.name);
      expect(forestOf(next).order.length, step.name).toBe(next.claims.size);
      const lost = change.claims.filter(({ after }) => after === null);
      if (step.name !== "delete-branch") expect(lost, step.name).toEqual([]);
      map = next;
    }
  });
  expect(done).toBeGreaterThan(seeds(3000, 1500));
});

test(
  "commands leave no step without a claim, none onto what they deleted, and premises in id order",
  patient,
  () => {
    forRandomMaps(2000, (map, random) => {
      const step = randomStep(random, map);
      const change = run(map, step);
      if (change === null) return;
      const next = applyChange(map, change);
      for (const { after } of change.relations) {
        if (after === null) continue;
        const was = map.relations.get(after.id);
        if (was === undefined) expect(after.premises, step.name).toEqual(after.premises.toSorted(compareIds));
        else if (was.premises.length > 0) expect(after.premises.length, step.name).toBeGreaterThan(0);
      }
      for (const { target, id } of next.relations.values()) {
        const isGone =
          target.type === "claim"
            ? map.claims.has(target.id) && !next.claims.has(target.id)
            : map.relations.has(target.id) && !next.relations.has(target.id);
        expect(isGone, `${step.name}: ${id} dangles`).toBe(false);
      }
    });
  },
);

test("a branch that moves is drawn where it was moved to, with all that was below it", patient, () => {
  forRandomMaps(1500, (map, random) => {
    const claim = pick(random, [...map.claims.keys()]);
    const onto = pick(random, [...map.claims.keys()]);
    if (claim === undefined || onto === undefined) return;
    const input = { claim, onto: onClaim(onto), kind: "opposes", relation: "fresh" as RelationId } as const;
    const outcome = moveBranch.run(map, input);
    const forest = forestOf(map);
    const isInside = onto === claim || ancestors(forest, onto).includes(claim);
    expect(isRefusal(outcome)).toBe(isInside);
    if (isRefusal(outcome)) return;
    const moved = forestOf(applyChange(map, outcome));
    expect(moved.nodes.get(claim)?.parent).toBe(onto);
    const left = branchOf(moved, claim);
    const lost = [...branchOf(forest, claim)].filter((id) => !left.has(id));
    const step = map.relations.get(forest.nodes.get(claim)!.relation!);
    const isAlone = step === undefined || isSolePremise(map, step, claim);
    if (isAlone) expect(lost).toEqual([]);
  });
});

test(
  "a claim that becomes a thesis is one, and a deleted claim takes nothing along that stands elsewhere too",
  patient,
  () => {
    forRandomMaps(1500, (map, random) => {
      const claim = pick(random, [...map.claims.keys()]);
      if (claim === undefined) return;
      const input = { claim, onto: null, kind: "supports", relation: "fresh" as RelationId } as const;
      const outcome = moveBranch.run(map, input);
      expect(isRefusal(outcome)).toBe(false);
      if (!isRefusal(outcome)) expect(forestOf(applyChange(map, outcome)).roots).toContain(claim);

      const branch = branchOf(forestOf(map), claim);
      const deletion = deleteBranch.run(map, { claim });
      if (isRefusal(deletion)) throw new Error(deletion.refused);
      const deleted = deletion.claims.filter(({ after }) => after === null).map(({ before }) => before!.id);
      expect(deleted).toContain(claim);
      expect(deleted.filter((id) => !branch.has(id))).toEqual([]);
    });
  },
);
