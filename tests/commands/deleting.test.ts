import { expect, test } from "vitest";
import { deleteBranch } from "#commands/delete-branch.ts";
import { commandWords as words } from "#words/commands.ts";
import { argumentMap, claimId, relationId } from "../notation.ts";
import { after as afterRun, expectRefusal, written } from "./running.ts";

test.each([
  ["a claim alone", "A; +B > A; +C > A", "B", "A; +C > A"],
  ["a claim and all below it", "A; +B > A; +C > B; -D > C", "B", "A"],
  ["its undercutters", "A; +B > A; -C > (B>A); -D > (C>(B>A))", "B", "A"],
  ["the last thesis", "A; +B > A", "A", ""],
  ["a co-premise: the others keep the step", "A; +B & C > A; -D > (B&C>A)", "B", "A; +C > A; -D > (B&C>A)"],
  ["not what also answers something outside", "A; Z; +B > A; +C > B; +C > Z", "B", "A; Z; +C > Z"],
  ["not what hangs on that", "A; Z; +B > A; +C > B; +D > C; +C > Z", "B", "A; Z; +C > Z; +D > C"],
  ["not what answers that", "A; Z; +B > A; +C > B; +D > B; +D > C; +C > Z", "B", "A; Z; +C > Z; +D > C"],
  ["the claim itself, whatever else it answers", "A; Z; +B > A; +B > Z", "B", "A; Z"],
  ["links onto what is deleted", "A; +B > A; +C > A; +C > B", "B", "A; +C > A"],
  ["links onto its steps", "A; +B > A; +C > A; -C > (B>A)", "B", "A; +C > A"],
  ["but not what dangled before", "A; +B > A; +C > ~X", "B", "A; +C > ~X"],
  ["a cycle, all of it", "+B > A; +A > B; Z", "A", "Z"],
  ["what leads only to itself below", "A; +B > A; +C > B; +D > C; +C > D", "B", "A"],
  [
    "not an undercutter of a bracket that stays",
    "A; +B & C > A; -D > (B&C>A); +E > D",
    "B",
    "A; +C > A; -D > (B&C>A); +E > D",
  ],
])("deletes %s", (_, before, claim, result) => {
  expect(written(deleteBranch, before, { claim: claimId(claim) })).toBe(result);
});

test("a claim that is not there cannot be deleted", () => {
  expectRefusal(deleteBranch, "A", { claim: claimId("X") }, words.claimGone);
});

test("a contradiction that loses one of its sides is none any more, unless that side was lost before", () => {
  const map = argumentMap("A; -B > A; -C > A; -D > A");
  const halves = ["B>A", "C>A", "gone"].map((step) => relationId(step));
  const relations = [...map.relations.values()].map((step, place) =>
    Object.assign({}, step, { mutual: [halves[1], halves[0], halves[2]][place] }),
  );
  const mutual = { ...map, relations: new Map(relations.map((step) => [step.id, step])) };
  const left = afterRun(deleteBranch, mutual, { claim: claimId("B") });
  expect([...left.relations.values()].map((step) => step.mutual)).toEqual([null, "gone"]);
});

test("the step of undo says how much went", () => {
  const map = argumentMap("A; +B > A");
  expect(deleteBranch.label(map, { claim: claimId("A") })).toBe("delete branch");
  expect(deleteBranch.label(map, { claim: claimId("B") })).toBe("delete claim");
});
