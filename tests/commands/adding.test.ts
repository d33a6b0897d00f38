import { describe, expect, test } from "vitest";
import { addClaim } from "#commands/add-claim.ts";
import { addCoPremise } from "#commands/add-co-premise.ts";
import { addThesis } from "#commands/add-thesis.ts";
import { onClaim, onRelation, type RelationKind, type Target } from "#model/relation.ts";
import { commandWords as words } from "#words/commands.ts";
import { argumentMap, claimId, relationId } from "../notation.ts";
import { drawn, expectRefusal, written, after as afterRun } from "./running.ts";

function adding(kind: RelationKind, target: Target, after?: string | null) {
  return {
    id: claimId("N"),
    relation: relationId("N>there"),
    kind,
    target,
    text: "N",
    ...(after !== undefined && { after: after === null ? null : relationId(after) }),
  };
}

describe("add claim", () => {
  test.each([
    ["a reason, last", "A; +B > A", adding("supports", onClaim(claimId("A"))), "A; +B > A; +N > A"],
    ["first", "A; +B > A", adding("opposes", onClaim(claimId("A")), null), "A; -N > A; +B > A"],
    [
      "after a sibling",
      "A; +B > A; +C > A",
      adding("opposes", onClaim(claimId("A")), "B>A"),
      "A; +B > A; -N > A; +C > A",
    ],
    [
      "after a sibling that has gone",
      "A; +B > A",
      adding("supports", onClaim(claimId("A")), "X>A"),
      "A; +B > A; +N > A",
    ],
    [
      "an undercutter",
      "A; +B > A",
      adding("opposes", onRelation(relationId("B>A"))),
      "A; +B > A; -N > (B>A)",
    ],
  ])("%s", (_, before, input, result) => {
    expect(written(addClaim, before, input)).toBe(result);
  });

  test("makes room between siblings that share a key", () => {
    const map = argumentMap("A; +B > A; +C > A; +D > A");
    const relations = [...map.relations.values()].map((step) => Object.assign({}, step, { order: "a0" }));
    const same = { ...map, relations: new Map(relations.map((step) => [step.id, step])) };
    const input = adding("supports", onClaim(claimId("A")), "B>A");
    expect(drawn(afterRun(addClaim, same, input))).toBe("A(+B +N +C +D)");
  });

  test("refuses what is there already, and what is not there", () => {
    expectRefusal(addClaim, "A; N", adding("supports", onClaim(claimId("A"))), words.taken);
    expectRefusal(addClaim, "A", adding("supports", onClaim(claimId("X"))), words.targetGone);
    expectRefusal(addClaim, "A", adding("opposes", onRelation(relationId("B>A"))), words.targetGone);
  });

  test("keeps a sentence without the space around it, and takes an empty one", () => {
    const input = adding("supports", onClaim(claimId("A")));
    expect(
      afterRun(addClaim, "A", { ...input, text: " \r\n So it was. \n" }).claims.get(input.id)?.text,
    ).toBe("So it was.");
    expect(afterRun(addClaim, "A", { ...input, text: "" }).claims.get(input.id)?.text).toBe("");
  });

  test.each([
    ["supports", onClaim(claimId("A")), "add reason"],
    ["opposes", onClaim(claimId("A")), "add objection"],
    ["opposes", onRelation(relationId("B>A")), "add objection to a step"],
    ["supports", onRelation(relationId("B>A")), "add reason for a step"],
  ] as const)("%s %o is called '%s'", (kind, target, label) => {
    expect(addClaim.label(argumentMap("A"), adding(kind, target))).toBe(label);
  });
});

describe("add co-premise", () => {
  const input = { relation: relationId("B>A"), id: claimId("N"), text: "N" };

  test.each([
    ["last", "A; +B > A", input, "A(+B +N)"],
    ["first", "A; +B > A", { ...input, after: null }, "A(+N +B)"],
    [
      "after its neighbour",
      "A; +B & C > A",
      { ...input, relation: relationId("B&C>A"), after: claimId("B") },
      "A(+B +N +C)",
    ],
  ])("%s", (_, before, input, result) => {
    const map = afterRun(addCoPremise, before, input);
    expect(drawn(map)).toBe(result);
    expect(map.relations.size).toBe(1);
  });

  test("keeps the premises as a set in id order", () => {
    const map = afterRun(addCoPremise, "A; +Z > A", { ...input, relation: relationId("Z>A") });
    expect(map.relations.get(relationId("Z>A"))?.premises).toEqual(["N", "Z"]);
  });

  test("refuses a step that is not there", () => {
    expectRefusal(addCoPremise, "A", input, words.stepGone);
    expectRefusal(addCoPremise, "A; N; +B > A", input, words.taken);
  });
});

describe("add thesis", () => {
  test.each([
    ["last", undefined, "A(+B) C N"],
    ["first", null, "N A(+B) C"],
    ["after another", claimId("A"), "A(+B) N C"],
    ["after a claim that is none", claimId("B"), "A(+B) C N"],
  ])("%s", (_, after, result) => {
    expect(drawn(afterRun(addThesis, "A; C; +B > A", { id: claimId("N"), text: "N", after }))).toBe(result);
  });

  test("refuses an id that is taken", () => {
    expectRefusal(addThesis, "N", { id: claimId("N"), text: "" }, words.taken);
  });
});
