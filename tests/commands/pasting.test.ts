import { expect, test } from "vitest";
import { pasteFragment, type PasteFragmentInput } from "#commands/paste-fragment.ts";
import { forestOf } from "#model/forest.ts";
import { branchFragment, type Fragment } from "#model/fragment.ts";
import { withFreshIds } from "#model/fresh-ids.ts";
import { onClaim } from "#model/relation.ts";
import { newCitation } from "#model/source.ts";
import type { ClaimId, RelationId, SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { commandWords as words } from "#words/commands.ts";
import { argumentMap, claimId, relationId } from "../notation.ts";
import { after as afterRun, drawn, expectRefusal } from "./running.ts";

/** A branch of a map with ids 1, 2, 3 … */
function copied(map: ArgumentMap, claim: string): Fragment {
  let minted = 0;
  return withFreshIds(branchFragment(map, forestOf(map), claimId(claim)), () => String(++minted));
}

function pasting(from: string, claim: string, onto: string | null, more: Partial<PasteFragmentInput> = {}) {
  const fragment = copied(argumentMap(from), claim);
  return { fragment, onto: onto === null ? null : onClaim(claimId(onto)), ...more };
}

const branch = "A; -B > A; +C > B; -D > C; -E > (C>B)";

test.each([
  ["as what it was", "X", pasting(branch, "B", "X"), "X(-1(+2(-3 -4)))"],
  ["a thesis as a reason", "X", pasting(branch, "A", "X"), "X(+1(-2(+3(-4 -5))))"],
  ["a thesis as it is told", "X", pasting("A", "A", "X", { kind: "opposes" }), "X(-1)"],
  ["whose step was attacked: that attacks it now", "X", pasting(branch, "C", "X"), "X(+1(-3 -2))"],
  ["last", "X; +Y > X", pasting("A", "A", "X"), "X(+Y +1)"],
  ["first", "X; +Y > X", pasting("A", "A", "X", { after: null }), "X(+1 +Y)"],
  ["as a thesis", "X; Y", pasting(branch, "C", null), "X Y 1(-3 -2)"],
  ["as a thesis after another", "X; Y", pasting("A", "A", null, { after: claimId("X") }), "X 1 Y"],
  ["as the first thesis", "X; Y", pasting("A", "A", null, { after: null }), "1 X Y"],
  ["into an empty map", "", pasting(branch, "B", null), "1(+2(-3 -4))"],
])("pastes a branch %s", (_, map, input, result) => {
  expect(drawn(afterRun(pasteFragment, map, input))).toBe(result);
});

test("pastes several branches in their order", () => {
  const [one, two] = [copied(argumentMap("A"), "A"), copied(argumentMap("A; +B > A"), "A")];
  const fragment: Fragment = {
    roots: [{ claim: "9" as ClaimId, kind: "opposes" }, ...two.roots],
    claims: [{ ...one.claims[0]!, id: "9" as ClaimId }, ...two.claims],
    relations: two.relations,
    sources: [],
    holders: [],
    schools: [],
  };
  const onto = onClaim(claimId("X"));
  const after = relationId("Y>X");
  expect(drawn(afterRun(pasteFragment, "X; +Y > X; +Z > X", { fragment, onto, after }))).toBe(
    "X(+Y -9 +1(+2) +Z)",
  );
  expect(drawn(afterRun(pasteFragment, "X; Y", { fragment, onto: null, after: claimId("X") }))).toBe(
    "X 9 1(+2) Y",
  );
});

test("brings the sources that it cites, and leaves those alone that the map has", () => {
  const map = argumentMap("A");
  const [here, there] = ["here", "there"].map((title) => ({
    id: "s" as SourceId,
    item: { type: "book", title },
  }));
  const citing = { ...map.claims.get(claimId("A"))!, citations: [newCitation("s" as SourceId)] };
  const from = { ...map, claims: new Map([[citing.id, citing]]), sources: new Map([[there!.id, there!]]) };
  const input = { fragment: copied(from, "A"), onto: null };
  expect(afterRun(pasteFragment, "X", input).sources.get(here!.id)).toEqual(there);
  const target = { ...argumentMap("X"), sources: new Map([[here!.id, here!]]) };
  expect(afterRun(pasteFragment, target, input).sources.get(here!.id)).toEqual(here);
});

test("a fragment is what is inside a branch: no half contradictions, no homes elsewhere", () => {
  const map = argumentMap("A; Z; +B > A; +C > B; +D? > C; +D > Z; +C > Z");
  const mutual = { ...map.relations.get(relationId("C>B"))!, mutual: "C>Z" as RelationId };
  const relations = new Map([...map.relations, [mutual.id, mutual] as const]);
  const fragment = branchFragment({ ...map, relations }, forestOf(map), claimId("B"));
  expect(fragment.claims.map(({ id, home }) => [id, home])).toEqual([
    ["B", null],
    ["C", "C>B"],
  ]);
  expect(fragment.relations.map(({ id, mutual }) => [id, mutual])).toEqual([["C>B", null]]);
});

test("what was said about a step that stays behind is said of the claim, and never by the claim itself", () => {
  const map = argumentMap("A; +B > A; -D & B? > (B>A); -E > (D&B>(B>A))");
  const { relations } = branchFragment(map, forestOf(map), claimId("B"));
  expect(relations.map(({ premises, target }) => [premises, target])).toEqual([
    [["D"], { type: "claim", id: "B" }],
    [["E"], { type: "relation", id: "D&B>(B>A)" }],
  ]);
});

test("refuses nothing, what is there already, and a target that is not", () => {
  const fragment: Fragment = { roots: [], claims: [], relations: [], sources: [], holders: [], schools: [] };
  expectRefusal(pasteFragment, "A", { fragment, onto: null }, words.nothingToPaste);
  const same = branchFragment(argumentMap("A"), forestOf(argumentMap("A")), claimId("A"));
  expectRefusal(pasteFragment, "A", { fragment: same, onto: null }, words.taken);
  expectRefusal(pasteFragment, "X", pasting("A", "A", "Y"), words.targetGone);
});
