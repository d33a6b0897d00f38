import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { attribute } from "#commands/attribute.ts";
import { type Command, isRefusal } from "#commands/command.ts";
import { deleteHolder } from "#commands/delete-holder.ts";
import { editAbout } from "#commands/edit-about.ts";
import { editAttribution } from "#commands/edit-attribution.ts";
import { putHolder } from "#commands/put-holder.ts";
import { putSchool } from "#commands/put-school.ts";
import { setPeriod } from "#commands/set-period.ts";
import { setSourceRole } from "#commands/set-source-role.ts";
import { withdrawAttribution } from "#commands/withdraw-attribution.ts";
import type { AttributionId, HolderId, MapId, SchoolId, SourceId } from "#model/ids.ts";
import { type Attribution, newAttribution, newHolder, newSchool } from "#model/people.ts";
import { newCitation } from "#model/source.ts";
import { withoutHistory } from "#store/copies.ts";
import { LiveMap } from "#store/live.ts";
import { makeSeed } from "#store/seed.ts";
import { argumentMap, claimId } from "../notation.ts";
import { written } from "./written.ts";

const id = "map" as MapId;
const claim = claimId("B");
const fischer = newHolder("fischer" as HolderId, { name: "Fritz Fischer" });
const ritter = newHolder("ritter" as HolderId, { name: "Gerhard Ritter" });
const school = newSchool("hamburg" as SchoolId, { name: "Hamburg" });

function held(name: string, fields: Partial<Attribution> = {}): Attribution {
  return newAttribution(name as AttributionId, fischer.id, fields);
}

function joined(to: SchoolId) {
  return [{ school: to, when: "1961/" }];
}

/** Two people's copies of one document, from before there were holders. */
function copies(): readonly [LiveMap, LiveMap] {
  const seed = makeSeed({ ...argumentMap("A; +B > A"), id });
  return [new LiveMap(id, [seed]), new LiveMap(id, [seed])];
}

function run<Input>(live: LiveMap, command: Command<Input>, input: Input): void {
  const change = command.run(live.map, input);
  if (isRefusal(change)) throw new Error(change.refused);
  live.run(change, command.name, null);
}

function exchange(one: LiveMap, other: LiveMap): void {
  const [ours, theirs] = [one.bytes(), other.bytes()];
  one.receive([theirs]);
  other.receive([ours]);
  expect(written(other.map)).toBe(written(one.map));
  expect(written(new LiveMap(id, [one.bytes()]).map)).toBe(written(one.map));
}

function attributionsIn(live: LiveMap): readonly string[] {
  const { attributions } = live.map.claims.get(claim)!;
  return attributions.map(({ id: name, stance, when }) => [name, stance, when].join(" ").trim());
}

describe("two people at once", () => {
  test("say who holds a claim that no one held before: both are kept", () => {
    const [one, other] = copies();
    run(one, attribute, { claim, attribution: held("1", { when: "1961" }), holder: fischer });
    run(other, attribute, { claim, attribution: { ...held("2"), holder: ritter.id }, holder: ritter });
    exchange(one, other);
    expect(attributionsIn(one)).toEqual(["1 asserts 1961", "2 asserts"]);
    expect([...one.map.holders.keys()].toSorted()).toEqual(["fischer", "ritter"]);
  });

  test("edit different attributions of a claim, and withdraw others", () => {
    const [one, other] = copies();
    run(one, attribute, { claim, attribution: held("1"), holder: fischer });
    run(one, attribute, { claim, attribution: held("2", { when: "1962" }) });
    run(one, attribute, { claim, attribution: held("3", { when: "1963" }) });
    exchange(one, other);
    run(one, editAttribution, { claim, attribution: held("1").id, fields: { stance: "denies" } });
    run(one, withdrawAttribution, { claim, attribution: held("3").id });
    run(other, editAttribution, { claim, attribution: held("2").id, fields: { when: "1965" } });
    run(other, attribute, { claim, attribution: held("4", { when: "1964" }) });
    exchange(one, other);
    expect(attributionsIn(one)).toEqual(["1 denies", "2 asserts 1965", "4 asserts 1964"]);
  });

  test("join a holder to schools, and add to the holder's note", () => {
    const [one, other] = copies();
    run(one, putSchool, { school });
    run(one, putSchool, { school: { ...school, id: "other" as SchoolId } });
    run(one, putHolder, { holder: { ...fischer, note: "of Hamburg" } });
    exchange(one, other);
    const known = one.map.holders.get(fischer.id)!;
    run(one, putHolder, { holder: { ...known, memberships: joined(school.id), note: "Mostly of Hamburg" } });
    run(other, putHolder, {
      holder: { ...known, memberships: joined("other" as SchoolId), lived: "1908/1999" },
    });
    exchange(one, other);
    expect(one.map.holders.get(fischer.id)).toEqual({
      ...fischer,
      lived: "1908/1999",
      note: "Mostly of Hamburg",
      memberships: [...joined(school.id), ...joined("other" as SchoolId)],
    });
  });

  test("delete a holder, and attribute more to it: what came is kept, and dangles until the holder is back", () => {
    const [one, other] = copies();
    run(one, attribute, { claim, attribution: held("1"), holder: fischer });
    exchange(one, other);
    run(one, deleteHolder, { holder: fischer.id });
    run(other, attribute, { claim, attribution: held("2", { when: "1969" }) });
    exchange(one, other);
    expect([attributionsIn(one), one.map.holders.size]).toEqual([["2 asserts 1969"], 0]);
    one.undo();
    expect([attributionsIn(one), one.map.holders.size]).toEqual([["1 asserts", "2 asserts 1969"], 1]);
  });
});

test("undo takes back one's own attribution, and redo brings it again, whatever others attributed meanwhile", () => {
  const [one, other] = copies();
  run(one, attribute, { claim, attribution: held("1"), holder: fischer });
  run(one, editAttribution, { claim, attribution: held("1").id, fields: { when: "1961" } });
  exchange(one, other);
  run(other, attribute, { claim, attribution: held("2", { when: "1962" }) });
  exchange(one, other);
  one.undo();
  expect(attributionsIn(one)).toEqual(["1 asserts", "2 asserts 1962"]);
  one.undo();
  expect(attributionsIn(one)).toEqual(["2 asserts 1962"]);
  one.redo();
  one.redo();
  expect(attributionsIn(one)).toEqual(["1 asserts 1961", "2 asserts 1962"]);
  exchange(one, other);
});

test("what says nothing is not written, and once written is emptied, not taken out", () => {
  const [live] = copies();
  const source = { id: "s" as SourceId, item: { type: "book" } };
  run(live, attribute, {
    claim,
    attribution: held("1", { citation: newCitation(source.id) }),
    holder: fischer,
    source,
  });
  const doc = new Y.Doc();
  const keys = (...path: readonly [string, string?]) => {
    Y.applyUpdate(doc, live.bytes());
    const root = doc.getMap(path[0]);
    const map = path[1] === undefined ? root : (root.get(path[1]) as Y.Map<unknown>);
    return [...map.keys()].toSorted();
  };
  expect(keys("claims", "A")).toEqual(["citations", "gone", "home", "label", "note", "order", "text"]);
  expect(keys("sources", "s")).toEqual(["gone", "item"]);
  expect(keys("about")).toEqual(["language", "question", "title"]);
  run(live, setPeriod, { claim, period: "1914" });
  run(live, setSourceRole, { source: source.id, role: "primary" });
  run(live, editAbout, { leavesOut: "The east" });
  run(live, withdrawAttribution, { claim, attribution: held("1").id });
  const said = [live.map.claims.get(claim)?.period, live.map.sources.get(source.id)?.role];
  expect([...said, live.map.about.leavesOut, attributionsIn(live)]).toEqual([
    "1914",
    "primary",
    "The east",
    [],
  ]);
  run(live, setPeriod, { claim, period: "" });
  run(live, setSourceRole, { source: source.id, role: null });
  run(live, editAbout, { leavesOut: "" });
  expect(live.map.claims.get(claim)?.period).toBe("");
  expect(live.map.sources.get(source.id)).toStrictEqual(source);
  expect(keys("claims", "B")).toContain("attribution 1");
  expect(keys("claims", "B")).toContain("period");
  expect(written(new LiveMap(id, [live.bytes()]).map)).toBe(written(live.map));
});

test("a map given away without history and notes keeps who holds what", () => {
  const [live] = copies();
  run(live, attribute, { claim, attribution: held("1", { when: "1961" }), holder: fischer });
  run(live, setPeriod, { claim, period: "1914" });
  const { map, document } = withoutHistory(live.map);
  expect(map.claims.get(claim)).toMatchObject({ period: "1914", attributions: [{ id: "1", when: "1961" }] });
  expect(written(new LiveMap(map.id, [document]).map)).toBe(written(map));
});

test("a document of any shape is read: of a stance that is not known nothing is said", () => {
  const doc = new Y.Doc();
  const odd = { stance: "asserts", holder: 5, when: null, citation: "page 12" };
  doc.transact(() => {
    const fields = {
      "attribution likes": { stance: "likes", holder: "fischer" },
      "attribution odd": odd,
      "attribution list": ["asserts"],
      "attribution type": new Y.Text("asserts"),
      "attribution gone": undefined,
      period: 1914,
    };
    doc.getMap("claims").set("B", new Y.Map<unknown>(Object.entries(fields)));
    const memberships = new Y.Map<unknown>([
      ["x", { school: 3 }],
      ["y", "hamburg"],
    ]);
    doc.getMap("holders").set("h", new Y.Map<unknown>([["memberships", memberships]]));
    doc.getMap("holders").set("bare", 7);
    doc.getMap("schools").set("s", new Y.Map<unknown>([["colour", "orange"]]));
    doc.getMap("sources").set("s", new Y.Map<unknown>([["role", "tertiary"]]));
  });
  const { map } = new LiveMap(id, [Y.encodeStateAsUpdate(doc)]);
  expect(map.claims.get(claim)).toMatchObject({
    period: "",
    attributions: [{ id: "odd", holder: "", stance: "asserts", when: "", citation: null }],
  });
  expect([...map.holders.values()]).toEqual([
    newHolder("h" as HolderId, { memberships: [{ school: "" as SchoolId, when: "" }] }),
  ]);
  expect([...map.schools.values()]).toEqual([newSchool("s" as SchoolId)]);
  expect(map.sources.get("s" as SourceId)).toStrictEqual({ id: "s", item: { type: "document" } });
});
