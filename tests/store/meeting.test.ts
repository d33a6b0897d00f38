import { noChange } from "#model/change.ts";
import { describe, expect, test } from "vitest";
import type { Command } from "#commands/command.ts";
import { deleteBranch } from "#commands/delete-branch.ts";
import { editAbout } from "#commands/edit-about.ts";
import { editLabel } from "#commands/edit-label.ts";
import { editText } from "#commands/edit-text.ts";
import { moveBranch } from "#commands/move-branch.ts";
import { takeBack } from "#commands/take-back.ts";
import type { MapId } from "#model/ids.ts";
import { type MergeReview, type Merger, reviewMerge, saying, says } from "#model/merge-review.ts";
import { onClaim } from "#model/relation.ts";
import { LiveMap } from "#store/live.ts";
import { meet } from "#store/meeting.ts";
import { makeSeed } from "#store/seed.ts";
import { argumentMap, claimId, relationId } from "../notation.ts";
import { below, chance, type Random, randomMap, seeded } from "../random-map.ts";
import { seeds } from "../seeds.ts";
import { say } from "./edits.ts";
import { graveyard, randomChange } from "./random-change.ts";
import { written } from "./written.ts";

const id = "map" as MapId;
const seed = makeSeed(argumentMap("A; +B > A; -C > B; -D > A"));

function run<Input>(live: LiveMap, command: Command<Input>, input: Input): void {
  const outcome = command.run(live.map, input);
  if ("refused" in outcome) throw new Error(outcome.refused);
  live.run(outcome, command.label(live.map, input), null);
}

function copies(): [mine: LiveMap, theirs: LiveMap] {
  return [new LiveMap(id, [seed]), new LiveMap(id, [seed])];
}

function reviewed(mine: LiveMap, theirs: LiveMap): MergeReview {
  const meeting = meet(id, mine.bytes(), theirs.bytes());
  if (meeting.relation !== "parted") throw new Error(meeting.relation);
  mine.receive([theirs.bytes()]);
  expect(written(meeting.merger.merged)).toBe(written(mine.map));
  return reviewMerge(meeting.merger);
}

function move(side: LiveMap, onto: "D" | "A", kind: "supports" | "opposes"): void {
  run(side, moveBranch, { claim: c, onto: onClaim(claimId(onto)), kind, relation: relationId("new") });
}

const a = claimId("A");
const b = claimId("B");
const c = claimId("C");

describe("two copies", () => {
  test("that were made apart are strangers", () => {
    const other = new LiveMap(id, [makeSeed(argumentMap("A; +B > A"))]);
    expect(meet(id, seed, other.bytes())).toEqual({ relation: "strangers" });
  });

  test("that say the same, or of which mine knows all, are nothing to merge", () => {
    const [mine, theirs] = copies();
    expect(meet(id, mine.bytes(), theirs.bytes())).toEqual({ relation: "same" });
    run(mine, say, { claim: "A", text: "mine" });
    expect(meet(id, mine.bytes(), theirs.bytes())).toEqual({ relation: "known" });
    expect(meet(id, theirs.bytes(), mine.bytes()).relation).toBe("parted");
    run(theirs, say, { claim: "A", text: "mine" });
    expect(meet(id, mine.bytes(), theirs.bytes())).toEqual({ relation: "same" });
  });

  test("had in common what they said when they parted, over random histories", () => {
    for (let round = 1; round <= seeds(60, 20); round++) {
      const random = seeded(round);
      const mine = new LiveMap(id, [makeSeed({ ...randomMap(random), id })]);
      const graves = graveyard();
      for (let left = below(random, 4); left > 0; left--) {
        mine.run(randomChange(random, mine.map, graves), "step", null);
        if (chance(random, 0.3)) mine.undo();
      }
      const theirs = new LiveMap(id, [mine.bytes()]);
      const parted = written(mine.map);
      const side = chance(random, 0.5) ? mine : theirs;
      for (let left = 1 + below(random, 4); left > 0; left--)
        side.run(randomChange(random, side.map, graves), "step", null);
      const meeting = meet(id, mine.bytes(), theirs.bytes());
      if (meeting.relation === "parted") expect(written(meeting.merger.base), `round ${round}`).toBe(parted);
    }
  }, 60_000);
});

describe("after a merge", () => {
  test("what they did is listed, and can be taken back as a whole", () => {
    const [mine, theirs] = copies();
    run(theirs, editText, { claim: b, text: "B, they say" });
    run(theirs, say, { claim: "N", text: "New" });
    run(mine, editText, { claim: c, text: "C, I say" });
    const before = written(mine.map);
    const { lines, whole, both, offered } = reviewed(mine, theirs);
    expect(lines.map(({ deed, claim }) => `${deed} ${claim}`).toSorted()).toEqual(["added N", "reworded B"]);
    expect([both, offered]).toEqual([[], []]);
    run(mine, takeBack, { part: whole });
    expect(written(mine.map)).toBe(before);
    mine.undo();
    expect(mine.map.claims.get(b)?.text).toBe("B, they say");
    expect(mine.map.claims.get(c)?.text).toBe("C, I say");
  });

  test("what both edited is listed with both texts, and either can be had", () => {
    const [mine, theirs] = copies();
    for (const [side, name] of [
      [mine, "mine"],
      [theirs, "theirs"],
    ] as const) {
      run(side, editText, { claim: a, text: `A, ${name}` });
      run(side, editLabel, { claim: b, label: name });
      run(side, editAbout, { title: `Title, ${name}` });
    }
    const { both } = reviewed(mine, theirs);
    const texts = both.map(({ mine: { field }, ...each }) => [
      field,
      "text" in each.theirs && each.theirs.text,
      each.claim,
    ]);
    expect(texts).toEqual([
      ["title", "Title, theirs", null],
      ["text", "A, theirs", "A"],
      ["label", "theirs", "B"],
    ]);
    for (const each of both)
      for (const version of [each.mine, each.theirs, each.merged]) {
        mine.run(saying(mine.map, each.claim, version), "settle", null);
        expect(says(mine.map, each.claim, version)).toBe(true);
      }
  });

  test("a short name that I took away and they changed is edited by both, though nothing of it is left", () => {
    const [mine] = copies();
    run(mine, editLabel, { claim: b, label: "before" });
    const theirs = new LiveMap(id, [mine.bytes()]);
    run(mine, editLabel, { claim: b, label: "" });
    run(theirs, editLabel, { claim: b, label: "theirs" });
    const { both } = reviewed(mine, theirs);
    expect(both).toMatchObject([{ claim: "B", mine: { text: "" }, theirs: { text: "theirs" } }]);
  });

  test("a claim that both moved can stand where either put it", () => {
    const [mine, theirs] = copies();
    move(mine, "D", "supports");
    move(theirs, "A", "opposes");
    const { both } = reviewed(mine, theirs);
    expect(both.map(({ claim, mine: { field } }) => [claim, field])).toEqual([["C", "place"]]);
    for (const version of [both[0]!.theirs, both[0]!.mine]) {
      mine.run(saying(mine.map, c, version), "settle", null);
      expect(says(mine.map, c, version)).toBe(true);
    }
    expect([...mine.map.relations.values()].find(({ premises }) => premises.includes(c))).toMatchObject({
      kind: "supports",
      target: { id: "D" },
    });
  });

  test("a claim that I deleted and they edited is offered back, with what it answers", () => {
    const [mine, theirs] = copies();
    run(mine, deleteBranch, { claim: b });
    run(theirs, editText, { claim: c, text: "C, they say" });
    const { offered } = reviewed(mine, theirs);
    expect(offered.map(({ claim, deletedBy, why }) => [claim.id, deletedBy, why])).toEqual([
      ["C", "me", "edited"],
    ]);
    run(mine, takeBack, { part: offered[0]!.part });
    expect(mine.map.claims.get(c)?.text).toBe("C, they say");
    expect(mine.map.claims.has(b)).toBe(true);
    expect(mine.map.relations.size).toBe(3);
  });

  test("a claim that they deleted with its branch and I edited comes back with the branch", () => {
    const [mine, theirs] = copies();
    const before = mine.map;
    run(theirs, deleteBranch, { claim: b });
    run(mine, editText, { claim: b, text: "B, I say" });
    const { offered } = reviewed(mine, theirs);
    expect(offered.map(({ claim }) => claim.id)).toEqual(["B"]);
    run(mine, takeBack, { part: offered[0]!.part });
    const claims = new Map(before.claims).set(b, { ...before.claims.get(b)!, text: "B, I say" });
    expect(written(mine.map)).toBe(written({ ...before, claims }));
  });

  test("a claim that they deleted and I answered is offered back, with the answer in its place", () => {
    const [mine, theirs] = copies();
    run(theirs, deleteBranch, { claim: claimId("D") });
    mine.run(
      {
        ...noChange,
        claims: [
          {
            before: null,
            after: { ...mine.map.claims.get(a)!, id: claimId("N"), text: "No", home: relationId("N>D") },
          },
        ],
        relations: [
          {
            before: null,
            after: {
              id: relationId("N>D"),
              kind: "opposes",
              premises: [claimId("N")],
              target: onClaim(claimId("D")),
              order: "a0",
              mutual: null,
            },
          },
        ],
      },
      "add",
      null,
    );
    const { offered } = reviewed(mine, theirs);
    expect(offered.map(({ claim, deletedBy, why }) => [claim.id, deletedBy, why])).toEqual([
      ["D", "them", "answered"],
    ]);
    expect(mine.map.claims.has(claimId("D"))).toBe(false);
    expect(mine.map.claims.has(claimId("N"))).toBe(true);
    run(mine, takeBack, { part: offered[0]!.part });
    expect(mine.map.claims.get(claimId("D"))?.text).toBe("D");
  });
});

/** Two copies that have parted. */
function parted(random: Random): [mine: LiveMap, theirs: LiveMap] {
  const mine = new LiveMap(id, [makeSeed({ ...randomMap(random), id })]);
  const graves = graveyard();
  for (let left = below(random, 4); left > 0; left--)
    mine.run(randomChange(random, mine.map, graves), "step", null);
  const sides = [mine, new LiveMap(id, [mine.bytes()])] as [LiveMap, LiveMap];
  for (const side of sides)
    for (let left = 1 + below(random, 4); left > 0; left--) {
      side.run(randomChange(random, side.map, graves), "step", null);
      if (chance(random, 0.3)) side.undo();
    }
  return sides;
}

function writtenAll({ base, mine, theirs, merged }: Merger): readonly string[] {
  return [base, mine, theirs, merged].map(written);
}

describe("what a merge brought stays in the document:", () => {
  test("the same copies that met, whatever is done afterwards, here and for whoever gets the map, over random histories", () => {
    for (let round = 1; round <= seeds(60, 20); round++) {
      const random = seeded(round);
      const [mine, theirs] = parted(random);
      const meeting = meet(id, mine.bytes(), theirs.bytes());
      if (meeting.relation !== "parted") continue;
      const sides = [written(mine.map), written(theirs.map)];
      expect(writtenAll(meeting.merger).slice(1, 3), `round ${round}`).toEqual(sides);
      mine.merge(theirs.bytes(), { by: "Carr" }, "Merged");
      expect(written(mine.map), `round ${round}`).toBe(written(meeting.merger.merged));
      const { id: version } = mine.versions.findLast(({ merge }) => merge !== null)!;
      const graves = graveyard();
      for (let left = below(random, 5); left > 0; left--) {
        mine.run(randomChange(random, mine.map, graves), "step", null);
        if (chance(random, 0.3)) mine.undo();
      }
      for (const live of [mine, new LiveMap(id, [mine.bytes()])])
        expect(writtenAll(live.mergerOf(version)!), `round ${round}`).toEqual(writtenAll(meeting.merger));
    }
  }, 60_000);

  test("a line of the history with whose it was, and one with the map before it", () => {
    const [mine, theirs] = copies();
    run(theirs, editText, { claim: b, text: "B, they say" });
    theirs.nameVersion("Theirs, half way");
    run(theirs, say, { claim: "N", text: "New" });
    run(mine, editText, { claim: c, text: "C, I say" });
    mine.merge(theirs.bytes(), { by: "E. H. Carr" }, "Merged: the copy from E. H. Carr");
    const [now, merged, before] = mine.moments();
    expect([now, merged, before].map((line) => line?.merge ?? null)).toEqual([
      null,
      { by: "E. H. Carr" },
      null,
    ]);
    expect(merged?.name).toBe("Merged: the copy from E. H. Carr");
    expect(written(mine.readMap(merged!.state))).toBe(written(mine.map));
    expect(mine.readMap(merged!.stretch!.from).claims.get(b)?.text).toBe("B");
    expect(mine.readMap(merged!.stretch!.from).claims.get(c)?.text).toBe("C, I say");
    expect(mine.history.undo).toBe("edit text");
  });

  test("nothing where the copy has nothing that is not known", () => {
    const [mine, theirs] = copies();
    run(mine, editText, { claim: b, text: "B, I say" });
    const { versions } = mine;
    expect(mine.merge(theirs.bytes(), { by: "" }, "Merged")).toBeNull();
    expect(mine.versions).toEqual(versions);
    expect(mine.mergerOf(versions[0]!.id)).toBeNull();
    expect(mine.mergerOf("no version")).toBeNull();
  });
});
