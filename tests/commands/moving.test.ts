import { describe, expect, test } from "vitest";
import { deleteBranch } from "#commands/delete-branch.ts";
import { linkClaim } from "#commands/link-claim.ts";
import { moveBranch } from "#commands/move-branch.ts";
import { reorder, type ReorderInput } from "#commands/reorder.ts";
import { turnRelation } from "#commands/turn-relation.ts";
import { unlink } from "#commands/unlink.ts";
import { noChange } from "#model/change.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { onClaim, onRelation, type RelationKind, type Target } from "#model/relation.ts";
import { commandWords as words } from "#words/commands.ts";
import { argumentMap, claimId, notationOf, relationId } from "../notation.ts";
import { after as afterRun, drawn, expectRefusal, written } from "./running.ts";

/** "A" is a claim, "(B>A)" a step, "" no target. */
function target(name: string): Target | null {
  if (name === "") return null;
  return name.startsWith("(") ? onRelation(relationId(name.slice(1, -1))) : onClaim(claimId(name));
}

/** A and B contradict each other. */
function contradiction(): ArgumentMap {
  const map = argumentMap("A; -B > A; -A? > B; C");
  const steps = [...map.relations.values()].map((step, place, all) =>
    Object.assign({}, step, { mutual: all[1 - place]!.id }),
  );
  return { ...map, relations: new Map(steps.map((step) => [step.id, step])) };
}

function moving(claim: string, onto: string, kind: RelationKind = "supports", after?: string | null) {
  return {
    claim: claimId(claim),
    onto: target(onto),
    kind,
    relation: relationId("fresh"),
    ...(after !== undefined && { after: after as RelationId | ClaimId | null }),
  };
}

describe("move branch", () => {
  test.each([
    ["onto another claim, with its branch", "A; +B > A; +C > A; +D > B", moving("B", "C"), "A(+C(+B(+D)))"],
    ["as an objection", "A; +B > A; +C > A", moving("B", "C", "opposes"), "A(+C(-B))"],
    ["to the first place", "A; +B > A; +C > A; +D > C", moving("B", "C", "supports", null), "A(+C(+B +D))"],
    ["after a sibling", "A; +B > A; +C > A; +D > A", moving("B", "A", "supports", "C>A"), "A(+C +B +D)"],
    ["among its own siblings, turned round", "A; +B > A; +C > A", moving("B", "A", "opposes"), "A(+C -B)"],
    ["to be a thesis, with its branch", "A; +B > A; +C > B", moving("B", ""), "A B(+C)"],
    ["to be the first thesis", "A; +B > A", moving("B", "", "supports", null), "B A"],
    ["a thesis under another", "A; +B > A; C; +D > C", moving("C", "B", "opposes"), "A(+B(-C(+D)))"],
    ["onto a step, as an undercutter", "A; +B > A; +C > A", moving("C", "(B>A)", "opposes"), "A(+B(-C))"],
    ["an undercutter onto a claim", "A; +B > A; -C > (B>A)", moving("C", "A"), "A(+B +C)"],
    ["its undercutters go along", "A; +B > A; -C > (B>A); +D > A", moving("B", "D"), "A(+D(+B(-C)))"],
    [
      "its undercutters go along when it becomes a thesis",
      "A; +B > A; -C > (B>A)",
      moving("B", ""),
      "A B(-C)",
    ],
    ["a co-premise alone: the bracket stays", "A; +B & C > A; +D > A", moving("B", "D"), "A(+C +D(+B))"],
    [
      "a co-premise: what attacks the bracket stays with it",
      "A; +B & C > A; -D > (B&C>A); E",
      moving("B", "E"),
      "A(+C(-D)) E(+B)",
    ],
    ["to where it was linked already", "A; C; +B > A; +B > C", moving("B", "C"), "A C(+B)"],
    [
      "to its link, from a step with an undercutter",
      "A; C; +B > A; -D > (B>A); +B > C",
      moving("B", "C"),
      "A C(+B(-D))",
    ],
    ["onto its own cross-linked cousin", "A; +B > A; +C > A; +C > B", moving("C", "B"), "A(+B(+C))"],
    ["a claim that a cycle made a root", "+B > A; +A > B; R", moving("A", "R"), "R(+A(+B))"],
  ])("%s", (_, before, input, result) => {
    expect(drawn(afterRun(moveBranch, before, input))).toBe(result);
  });

  test("keeps cross-links, and no trace of the step that it left", () => {
    expect(written(moveBranch, "A; C; D; +B > A; +B > C", moving("B", "D"))).toBe("A; C; D; +B? > C; +B > D");
    expect(written(moveBranch, "A; C; +B > A; +B > C", moving("B", "C"))).toBe("A; C; +B > C");
  });

  test("a thesis answers nothing any more", () => {
    expect(written(moveBranch, "A; C; +B > A; +B > C", moving("B", ""))).toBe("A; C; B");
    expect(written(moveBranch, "A; +B > A; -B > (B>A)", moving("B", ""))).toBe("A; B");
  });

  test.each([
    ["itself", "A; +B > A", moving("A", "A"), words.intoItself],
    ["its branch", "A; +B > A; +C > B", moving("A", "C"), words.intoItself],
    ["a step in its branch", "A; +B > A; +C > B", moving("B", "(C>B)"), words.intoItself],
    ["an undercutter of its step", "A; +B > A; -C > (B>A)", moving("B", "C"), words.intoItself],
    ["its own step", "A; +B > A", moving("B", "(B>A)"), words.ontoOwnStep],
    [
      "a step that it takes part in",
      "A; C; +B > A; +B & D > C",
      moving("B", "(B&D>C)"),
      words.answersOwnStep,
    ],
    ["a claim that is not there", "A; +B > A", moving("B", "X"), words.targetGone],
    [
      "a step that leads nowhere",
      "A; +B > A; +C > ~X; +D > (C>X)",
      moving("B", "(C>X)"),
      words.stepLeadsNowhere,
    ],
    ["anything, when it is not there", "A", moving("X", "A"), words.claimGone],
  ])("refuses to move into %s", (_, before, input, sentence) => {
    expectRefusal(moveBranch, before, input, sentence);
  });

  test("a mutual contradiction ends when one of its sides moves away", () => {
    const moved = afterRun(moveBranch, contradiction(), moving("B", "C", "opposes"));
    expect([...moved.relations.values()].map((step) => step.mutual)).toEqual([null, null]);
  });

  test("and stays one when its side only changes its place", () => {
    const moved = afterRun(moveBranch, contradiction(), moving("B", "A", "opposes", null));
    expect([...moved.relations.values()].map((step) => step.mutual)).toEqual(["A>B", "B>A"]);
  });
});

const by = (claim: string, by: -1 | 1): ReorderInput => ({ claim: claimId(claim), by });

describe("reorder", () => {
  const steps = "A; +B > A; +C > A; +D > A";
  test.each([
    ["a step back", steps, by("C", -1), "A(+C +B +D)"],
    ["a step forth", steps, by("C", 1), "A(+B +D +C)"],
    ["before a sibling", steps, { claim: claimId("D"), before: claimId("B") }, "A(+D +B +C)"],
    ["after a sibling", steps, { claim: claimId("B"), after: claimId("D") }, "A(+C +D +B)"],
    [
      "before its next sibling: it stays",
      steps,
      { claim: claimId("B"), before: claimId("C") },
      "A(+B +C +D)",
    ],
    ["before itself: it stays", steps, { claim: claimId("B"), before: claimId("B") }, "A(+B +C +D)"],
    ["theses", "A; B; C", by("C", -1), "A C B"],
    ["a thesis before another", "A; B; C", { claim: claimId("C"), before: claimId("A") }, "C A B"],
    ["co-premises in their bracket", "A; +B & C > A; +D > A", by("B", 1), "A(+C +B +D)"],
    ["the bracket, from its end", "A; +B & C > A; +D > A", by("C", 1), "A(+D +B +C)"],
    ["past a bracket", "A; +B & C > A; +D > A", by("D", -1), "A(+D +B +C)"],
    [
      "after a claim in a bracket",
      "A; +E > A; +B & C > A; +D > A",
      { claim: claimId("E"), after: claimId("B") },
      "A(+B +C +E +D)",
    ],
    ["undercutters", "A; +B > A; -C > (B>A); -D > (B>A)", by("D", -1), "A(+B(-D -C))"],
  ])("%s", (_, before, input, result) => {
    expect(drawn(afterRun(reorder, before, input))).toBe(result);
  });

  test("nothing changes where a claim stays in its place", () => {
    const gap = afterRun(deleteBranch, steps, { claim: claimId("C") });
    expect(reorder.run(gap, { claim: claimId("D"), after: claimId("B") })).toEqual(noChange);
  });

  test.each([
    ["the first", steps, by("B", -1), words.alreadyFirst],
    ["the last", steps, by("D", 1), words.alreadyLast],
    ["a thesis alone", steps, by("A", 1), words.alreadyLast],
    ["a cousin", "A; +B > A; +C > B", { claim: claimId("C"), before: claimId("B") }, words.notSiblings],
    ["an undercutter past an answer", "A; +B > A; -C > (B>A); +D > B", by("C", 1), words.alreadyLast],
    ["what is not there", steps, by("X", 1), words.claimGone],
  ])("refuses %s", (_, before, input, sentence) => {
    expectRefusal(reorder, before, input, sentence);
  });
});

const linking = (claim: string, onto: string, kind: RelationKind = "supports") => ({
  claim: claimId(claim),
  kind,
  target: target(onto)!,
  relation: relationId("fresh"),
});

describe("link claim", () => {
  test("adds an answer, and leaves the claim where it is drawn", () => {
    const map = afterRun(linkClaim, "A; C; +B > A", linking("B", "C", "opposes"));
    expect(notationOf(map)).toBe("A; C; +B > A; -B > C");
    expect(drawn(map)).toBe("A(+B) C");
  });

  test("may close a cycle", () => {
    expect(drawn(afterRun(linkClaim, "A; +B > A", linking("A", "B")))).toBe("A(+B)");
  });

  test.each([
    ["itself", "A", linking("A", "A"), words.answersItself],
    ["its own step", "A; +B > A", linking("B", "(B>A)"), words.answersOwnStep],
    ["what it answers", "A; +B > A", linking("B", "A", "opposes"), words.alreadyAnswers],
    ["nothing", "A", linking("A", "X"), words.targetGone],
    ["anything, when it is not there", "A", linking("X", "A"), words.claimGone],
  ])("refuses to link a claim to %s", (_, before, input, sentence) => {
    expectRefusal(linkClaim, before, input, sentence);
  });
});

const of = (premise: string, step: string) => ({ premise: claimId(premise), relation: relationId(step) });

describe("unlink", () => {
  test.each([
    ["a cross-link", "A; C; +B > A; +B > C", of("B", "B>C"), "A(+B) C"],
    ["where it is drawn: it is drawn at its other step", "A; C; +B > A; +B > C", of("B", "B>A"), "A C(+B)"],
    ["its only step: it becomes the last thesis", "A; +B > A; +C > B; D", of("B", "B>A"), "A D B(+C)"],
    ["a co-premise: the others keep the step", "A; +B & C > A", of("B", "B&C>A"), "A(+C) B"],
    ["a step that is attacked", "A; +B > A; -D > (B>A)", of("B", "B>A"), "A B(-D)"],
    ["a step that it attacks itself", "A; +B > A; -B > (B>A)", of("B", "B>A"), "A B"],
    ["a step that it attacks with another", "A; +B > A; -B & D > (B>A)", of("B", "B>A"), "A B(-D)"],
  ])("%s", (_, before, input, result) => {
    expect(drawn(afterRun(unlink, before, input))).toBe(result);
  });

  test("leaves no self-answer and no home behind", () => {
    expect(written(unlink, "A; +B > A; -B > (B>A)", of("B", "B>A"))).toBe("A; B");
    const map = afterRun(unlink, "A; +B > A; -B? & D > (B>A); -B? > (B&D>(B>A))", of("B", "B>A"));
    expect(notationOf(map)).toBe("A; -D > B; -B? > (B&D>(B>A))");
    expect(afterRun(unlink, "A; +B & C > A", of("B", "B&C>A")).claims.get(claimId("B"))?.home).toBe(null);
  });

  test("refuses what is no step of the claim", () => {
    expectRefusal(unlink, "A; +B > A", of("A", "B>A"), words.notAPremise);
    expectRefusal(unlink, "A; +B > A", of("X", "B>A"), words.claimGone);
  });
});

describe("turn relation", () => {
  test("turns a reason into an objection and back, of steps too", () => {
    expect(written(turnRelation, "A; +B > A", { relation: relationId("B>A") })).toBe("A; -B > A");
    expect(written(turnRelation, "A; -B > A", { relation: relationId("B>A") })).toBe("A; +B > A");
    const step = { relation: relationId("C>(B>A)") };
    expect(written(turnRelation, "A; +B > A; -C > (B>A)", step)).toBe("A; +B > A; +C > (B>A)");
    expect(turnRelation.label(argumentMap("A; +B > A"), { relation: relationId("B>A") })).toBe(
      "turn into an objection",
    );
  });

  test("ends a mutual contradiction, on both sides", () => {
    const turned = afterRun(turnRelation, contradiction(), { relation: relationId("B>A") });
    expect([...turned.relations.values()].map(({ kind, mutual }) => [kind, mutual])).toEqual([
      ["supports", null],
      ["opposes", null],
    ]);
  });

  test("leaves a step alone that is of that kind already", () => {
    expect(afterRun(turnRelation, contradiction(), { relation: relationId("B>A"), kind: "opposes" })).toEqual(
      contradiction(),
    );
  });

  test("refuses a step that is not there", () => {
    expectRefusal(turnRelation, "A", { relation: relationId("B>A") }, words.stepGone);
  });
});
