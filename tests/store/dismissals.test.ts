import { expect, test } from "vitest";
import * as Y from "yjs";
import { type Command, isRefusal } from "#commands/command.ts";
import { dismissFinding } from "#commands/dismiss-finding.ts";
import { takeUpFinding } from "#commands/take-up-finding.ts";
import type { MapId } from "#model/ids.ts";
import { LiveMap } from "#store/live.ts";
import { makeSeed } from "#store/seed.ts";
import { argumentMap } from "../notation.ts";
import { written } from "./written.ts";

const id = "map" as MapId;
const [first, second] = [JSON.stringify(["unsourced", "A"]), JSON.stringify(["unsourced", "B"])];

/** Two people's copies of one document, from before anything was dismissed. */
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

function dismissed({ map }: LiveMap): readonly string[] {
  return map.about.dismissed.map(({ key, reason }) => `${key} ${reason}`);
}

test("two people dismiss different findings at once: both are dismissed", () => {
  const [one, other] = copies();
  run(one, dismissFinding, { key: second, reason: "by the editor" });
  run(other, dismissFinding, { key: first, reason: "common knowledge" });
  exchange(one, other);
  expect(dismissed(one)).toEqual([`${first} common knowledge`, `${second} by the editor`]);
});

test("two people dismiss the same at once: one of the reasons stands, the same for both", () => {
  const [one, other] = copies();
  run(one, dismissFinding, { key: first, reason: "mine" });
  run(other, dismissFinding, { key: first, reason: "theirs" });
  exchange(one, other);
  expect([[`${first} mine`], [`${first} theirs`]]).toContainEqual(dismissed(one));
});

test("one takes up what the other gives another reason, and dismissing more stays", () => {
  const [one, other] = copies();
  run(one, dismissFinding, { key: first, reason: "mine" });
  exchange(one, other);
  run(one, takeUpFinding, { key: first });
  run(other, dismissFinding, { key: second, reason: "theirs" });
  exchange(one, other);
  expect(dismissed(one)).toEqual([`${second} theirs`]);
});

test("undo takes back one's own dismissal, and redo brings it again, whatever others dismissed meanwhile", () => {
  const [one, other] = copies();
  run(one, dismissFinding, { key: first, reason: "mine" });
  run(other, dismissFinding, { key: second, reason: "theirs" });
  exchange(one, other);
  one.undo();
  expect(dismissed(one)).toEqual([`${second} theirs`]);
  one.redo();
  expect(dismissed(one)).toEqual([`${first} mine`, `${second} theirs`]);
  run(one, takeUpFinding, { key: first });
  one.undo();
  expect(dismissed(one)).toEqual([`${first} mine`, `${second} theirs`]);
});

test("what is no reason, in a document that anyone may have written, is passed over", () => {
  const doc = new Y.Doc();
  const about = doc.getMap<unknown>("about");
  for (const [key, value] of [
    [`dismissed ${first}`, "a reason"],
    [`dismissed ${second}`, { reason: "not a text" }],
    ["dismissed", "no key"],
    ["dismissed ", "an empty key"],
  ] as const)
    about.set(key, value);
  const live = new LiveMap(id, [Y.encodeStateAsUpdate(doc)]);
  expect(dismissed(live)).toEqual([" an empty key", `${first} a reason`]);
});
