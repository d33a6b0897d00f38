import { describe, expect, test } from "vitest";
import { deleteBranch } from "#commands/delete-branch.ts";
import { linkClaim } from "#commands/link-claim.ts";
import { moveBranch } from "#commands/move-branch.ts";
import { turnRelation } from "#commands/turn-relation.ts";
import { applyChange, type Change, invertChange, isEmptyChange, noChange } from "#model/change.ts";
import type { ArgumentMap } from "#model/map.ts";
import { mergeLines } from "#model/merge-lines.ts";
import { onClaim } from "#model/relation.ts";
import { stateOf, takingBack } from "#model/taking-back.ts";
import { mapText } from "#store/values.ts";
import { argumentMap, claimId, relationId } from "../notation.ts";
import { randomMap, seeded, shuffled } from "../random-map.ts";
import { graveyard, randomChange } from "../store/random-change.ts";

const map = argumentMap("A; +B > A; -C > B; +D > C; -E > A");

/** Each line as its deed and its claim. */
function deeds(before: ArgumentMap, after: ArgumentMap): readonly string[] {
  return mergeLines(before, after).map(({ deed, claim }) => `${deed} ${claim}`);
}

function after(change: Change | { readonly refused: string }): ArgumentMap {
  if ("refused" in change) throw new Error(change.refused);
  return applyChange(map, change);
}

describe("what turns one map into another", () => {
  test("is in lines that can each be taken back, in any order, over 300 random changes", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = seeded(seed);
      const before = randomMap(random);
      const graves = graveyard();
      const once = applyChange(before, randomChange(random, before, graves));
      const now = applyChange(once, randomChange(random, once, graves));
      let map = now;
      for (const { key, part } of shuffled(random, mergeLines(before, now))) {
        expect(stateOf(map, part), `seed ${seed}: ${key}`).toBe("stands");
        map = applyChange(map, takingBack(map, part));
        expect(stateOf(map, part), `seed ${seed}: ${key}`).toBe("taken back");
      }
      expect(mapText(map), `seed ${seed}`).toBe(mapText(before));
    }
  }, 60_000);

  test("has one line for a branch that was deleted", () => {
    expect(deeds(map, after(deleteBranch.run(map, { claim: claimId("B") })))).toEqual(["deleted B"]);
  });

  test("has one line for a branch that was moved, and none for what moved along", () => {
    const moved = moveBranch.run(map, {
      claim: claimId("C"),
      onto: onClaim(claimId("E")),
      kind: "opposes",
      relation: relationId("new"),
    });
    expect(deeds(map, after(moved))).toEqual(["moved C"]);
    const thesis = moveBranch.run(map, {
      claim: claimId("B"),
      onto: null,
      kind: "supports",
      relation: relationId("new"),
    });
    expect(deeds(map, after(thesis))).toEqual(["moved B"]);
  });

  test("names what was linked, turned and added", () => {
    const target = onClaim(claimId("E"));
    const linked = linkClaim.run(map, {
      claim: claimId("D"),
      kind: "supports",
      target,
      relation: relationId("new"),
    });
    expect(deeds(map, after(linked))).toEqual(["linked D"]);
    expect(deeds(map, after(turnRelation.run(map, { relation: relationId("B>A") })))).toEqual(["turned B"]);
    expect(deeds(map, argumentMap("A; +B > A; -C > B; +D > C; -E > A; +F > E; -G > F"))).toEqual([
      "added F",
      "added G",
    ]);
  });

  test("gives way where someone has changed it since", () => {
    const reword = (text: string) => ({
      before: map.claims.get(claimId("A"))!,
      after: { ...map.claims.get(claimId("A"))!, text },
    });
    const theirs = applyChange(map, { ...noChange, claims: [reword("theirs")] });
    const since = applyChange(map, { ...noChange, claims: [reword("since")] });
    const [line] = mergeLines(map, theirs);
    expect(isEmptyChange(takingBack(since, line!.part))).toBe(true);
    expect(stateOf(since, line!.part)).toBe("changed since");
    expect(stateOf(map, line!.part)).toBe("taken back");
    expect(mapText(applyChange(map, takingBack(map, invertChange(line!.part))))).toBe(mapText(theirs));
  });
});
