import { describe, expect, test } from "vitest";
import { attribute } from "#commands/attribute.ts";
import { deleteHolder } from "#commands/delete-holder.ts";
import { deleteSchool } from "#commands/delete-school.ts";
import { deleteSource } from "#commands/delete-source.ts";
import { editAbout } from "#commands/edit-about.ts";
import { editAttribution } from "#commands/edit-attribution.ts";
import { pasteFragment } from "#commands/paste-fragment.ts";
import { putHolder } from "#commands/put-holder.ts";
import { putSchool } from "#commands/put-school.ts";
import { setPeriod } from "#commands/set-period.ts";
import { setSourceRole } from "#commands/set-source-role.ts";
import { withdrawAttribution } from "#commands/withdraw-attribution.ts";
import { forestOf } from "#model/forest.ts";
import { branchFragment } from "#model/fragment.ts";
import { withFreshIds } from "#model/fresh-ids.ts";
import type { AttributionId, HolderId, SchoolId, SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { type Attribution, newAttribution, newHolder, newSchool } from "#model/people.ts";
import { newCitation, type Source } from "#model/source.ts";
import { commandWords } from "#words/commands.ts";
import { sourceEditWords } from "#words/source-edits.ts";
import { peopleWords as words } from "#words/people.ts";
import { argumentMap, claimId } from "../notation.ts";
import { after, expectRefusal } from "./running.ts";

const claim = claimId("B");
const school = newSchool("hamburg" as SchoolId, { name: "Hamburg", when: "1961/", colour: "plum" });
const membership = { school: school.id, when: "1961/" };
const fischer = newHolder("fischer" as HolderId, { name: "Fritz Fischer", memberships: [membership] });
const ritter = newHolder("ritter" as HolderId, { name: "Gerhard Ritter" });
const source: Source = { id: "griff" as SourceId, item: { type: "book", title: "Griff nach der Weltmacht" } };
const asserted = held("1", { when: "1961", citation: newCitation(source.id, { locator: "12" }) });

function held(id: string, fields: Partial<Attribution> = {}): Attribution {
  return newAttribution(id as AttributionId, fischer.id, fields);
}

/** A map of two claims, with a school, its one member, and what that holds of the second claim. */
function debate(): ArgumentMap {
  const map = after(putHolder, after(putSchool, "A; +B > A", { school }), { holder: fischer });
  return after(attribute, map, { claim, attribution: asserted, source });
}

function attributionsIn(map: ArgumentMap): readonly Attribution[] {
  return map.claims.get(claim)?.attributions ?? [];
}

describe("holders and schools", () => {
  test("are added, then edited, under one id", () => {
    const map = after(putHolder, debate(), { holder: { ...fischer, name: " Fritz \n Fischer ", lived: "" } });
    expect(map.holders.get(fischer.id)).toEqual(fischer);
    expect(putHolder.label(argumentMap("A"), { holder: fischer })).toBe("add holder");
    expect(putHolder.label(map, { holder: fischer })).toBe("edit holder");
    expect(putSchool.label(argumentMap("A"), { school })).toBe("add school");
    expect(putSchool.label(map, { school })).toBe("edit school");
  });

  test("are dated as people write it, and kept in EDTF", () => {
    const lived = after(putHolder, "A", { holder: { ...ritter, lived: "1888–1967" } });
    expect(lived.holders.get(ritter.id)?.lived).toBe("1888/1967");
    const when = after(putSchool, "A", { school: { ...school, when: "since 1961" } });
    expect(when.schools.get(school.id)?.when).toBe("1961/..");
  });

  test.each([
    ["lived", { ...ritter, lived: "1967/1888" }, "“1967/1888” ends before it begins."],
    ["membership", { ...fischer, memberships: [{ school: school.id, when: "soon" }] }, "“soon” cannot be"],
  ])("an impossible date is refused: %s", (_, holder, sentence) => {
    expectRefusal(putHolder, debate(), { holder }, expect.stringContaining(sentence));
  });

  test("what stands there already may stay, though it cannot be read or leads nowhere", () => {
    const odd = { ...ritter, lived: "long ago", memberships: [{ school: "gone" as SchoolId, when: "then" }] };
    const map = { ...debate(), holders: new Map([[odd.id, odd]]) };
    const edited = after(putHolder, map, { holder: { ...odd, affiliation: "Freiburg" } });
    expect(edited.holders.get(odd.id)).toEqual({ ...odd, affiliation: "Freiburg" });
    expectRefusal(putHolder, debate(), { holder: { ...odd, lived: "" } }, words.schoolGone);
    const vague = { ...school, when: "long ago" };
    const named = after(
      putSchool,
      { ...map, schools: new Map([[school.id, vague]]) },
      {
        school: { ...vague, name: "H" },
      },
    );
    expect(named.schools.get(school.id)).toEqual({ ...vague, name: "H" });
  });

  test("have a name, and no membership twice", () => {
    expectRefusal(putHolder, "A", { holder: { ...ritter, name: " " } }, words.namelessHolder);
    expectRefusal(putSchool, "A", { school: { ...school, name: "" } }, words.namelessSchool);
    const again = { school: school.id, when: "1950" };
    const memberships = [membership, again, membership];
    const map = after(putHolder, debate(), { holder: { ...fischer, memberships } });
    expect(map.holders.get(fischer.id)?.memberships).toEqual([again, membership]);
  });

  test("a holder goes with all that is attributed to it", () => {
    const twice = after(attribute, debate(), { claim: claimId("A"), attribution: held("1") });
    expect(deleteHolder.label(twice, { holder: fischer.id })).toBe("delete holder and 2 attributions");
    expect(deleteHolder.label(argumentMap("A"), { holder: fischer.id })).toBe("delete holder");
    const map = after(deleteHolder, twice, { holder: fischer.id });
    expect([...map.holders]).toEqual([]);
    expect([...map.claims.values()].flatMap(({ attributions }) => attributions)).toEqual([]);
    expectRefusal(deleteHolder, map, { holder: fischer.id }, words.holderGone);
  });

  test("a school goes, its members stay", () => {
    expect(deleteSchool.label(debate(), { school: school.id })).toBe("delete school of 1 member");
    const map = after(deleteSchool, debate(), { school: school.id });
    expect([map.schools.size, map.holders.get(fischer.id)?.memberships]).toEqual([0, []]);
    expectRefusal(deleteSchool, map, { school: school.id }, words.schoolGone);
  });
});

describe("attributions", () => {
  test("say who holds a claim, when and where, in the order of their ids", () => {
    const map = after(attribute, debate(), {
      claim,
      attribution: { ...held("0", { stance: "denies", when: "c. 1962" }), holder: ritter.id },
      holder: ritter,
    });
    expect(attributionsIn(map).map(({ id, holder, when }) => [id, holder, when])).toEqual([
      ["0", "ritter", "1962~"],
      ["1", "fischer", "1961"],
    ]);
    expect([map.holders.has(ritter.id), map.sources.get(source.id)]).toEqual([true, source]);
  });

  test.each([
    ["of a claim that is gone", { claim: claimId("X"), attribution: held("2") }, commandWords.claimGone],
    ["of a holder that is gone", { attribution: { ...held("2"), holder: ritter.id } }, words.holderGone],
    [
      "in a source that is gone",
      { attribution: held("2", { citation: newCitation("x" as SourceId) }) },
      sourceEditWords.sourceGone,
    ],
    ["under an id that is taken", { attribution: held("1", { stance: "denies" }) }, words.attributionTaken],
    [
      "that the claim has",
      { attribution: { ...asserted, id: "2" as AttributionId } },
      words.alreadyAttributed,
    ],
    [
      "of a new holder without a name",
      { attribution: held("2"), holder: newHolder(ritter.id) },
      words.namelessHolder,
    ],
    [
      "at an impossible date",
      { attribution: held("2", { when: "1956-13" }) },
      expect.stringContaining("month 13"),
    ],
  ])("are refused %s", (_, input, sentence) => {
    expectRefusal(attribute, debate(), { claim, ...input }, sentence);
  });

  test("are edited in place, and withdrawn; the holder stays", () => {
    const citation = { ...newCitation(source.id), translation: "" };
    const edited = after(editAttribution, debate(), {
      claim,
      attribution: asserted.id,
      fields: { stance: "abandons", when: "1969", citation },
    });
    expect(attributionsIn(edited)).toEqual([
      { ...asserted, stance: "abandons", when: "1969", citation: newCitation(source.id) },
    ]);
    const none = after(withdrawAttribution, edited, { claim, attribution: asserted.id });
    expect([attributionsIn(none), none.holders.has(fischer.id)]).toEqual([[], true]);
    expectRefusal(withdrawAttribution, none, { claim, attribution: asserted.id }, words.attributionGone);
    const input = { claim, attribution: asserted.id, fields: {} };
    expectRefusal(editAttribution, none, input, words.attributionGone);
    expectRefusal(editAttribution, debate(), { ...input, fields: { holder: ritter.id } }, words.holderGone);
    expectRefusal(
      editAttribution,
      debate(),
      { ...input, fields: { when: "soon" } },
      expect.stringContaining("“soon”"),
    );
  });

  test("keep their holder when their source goes, and count among what cites it", () => {
    expect(deleteSource.label(debate(), { source: source.id })).toBe("delete source that 1 claim cites");
    expect(attributionsIn(after(deleteSource, debate(), { source: source.id }))).toEqual([
      { ...asserted, citation: null },
    ]);
  });

  test("go along with a copied branch, with who holds it, their schools and their sources", () => {
    const map = after(putHolder, debate(), { holder: ritter });
    const fragment = withFreshIds(branchFragment(map, forestOf(map), claim), () => "copy");
    const pasted = after(pasteFragment, "X", { fragment, onto: null });
    expect([...pasted.holders.values()]).toEqual([fischer]);
    expect([...pasted.schools.values()]).toEqual([school]);
    expect([...pasted.sources.values()]).toEqual([source]);
    expect(pasted.claims.get(claimId("copy"))?.attributions).toEqual([asserted]);
    const mine = { ...fischer, name: "Fischer, as I call him" };
    const there = { ...argumentMap("X"), holders: new Map([[mine.id, mine]]) };
    expect(after(pasteFragment, there, { fragment, onto: null }).holders.get(mine.id)).toBe(mine);
  });
});

test("a claim is about a period, a source has a role, a map says what it leaves out", () => {
  const period = after(setPeriod, debate(), { claim, period: "1933–1945" });
  expect(period.claims.get(claim)?.period).toBe("1933/1945");
  expect(after(setPeriod, period, { claim, period: "" }).claims.get(claim)?.period).toBe("");
  expectRefusal(setPeriod, period, { claim, period: "1945/1933" }, expect.stringContaining("ends before"));
  expectRefusal(setPeriod, period, { claim: claimId("X"), period: "1945" }, commandWords.claimGone);

  const role = after(setSourceRole, debate(), { source: source.id, role: "secondary" });
  expect(role.sources.get(source.id)).toEqual({ ...source, role: "secondary" });
  expect(after(setSourceRole, role, { source: source.id, role: null }).sources.get(source.id)).toEqual(
    source,
  );
  expectRefusal(setSourceRole, "A", { source: source.id, role: null }, sourceEditWords.sourceGone);

  const leavesOut = "\r\nThe east.\r\n\r\nAnd *women*. ";
  expect(after(editAbout, "A", { leavesOut }).about.leavesOut).toBe("The east.\n\nAnd *women*.");
  expect(editAbout.label(argumentMap("A"), { leavesOut })).toBe("edit what the map leaves out");
});
