import { expect, test } from "vitest";
import { writeArgdown } from "#interchange/argdown-write.ts";
import { readArgdown } from "#interchange/argdown-read.ts";
import type { HolderId, SchoolId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { blindMap, hiddenSources } from "#session/blind-map.ts";
import { masksOf } from "#session/masks.ts";
import { debate } from "../lenses/debate.ts";

const none: ReadonlySet<HolderId | SchoolId> = new Set();
const coldWar = debate(
  "A; -B > A; +C > A; +D > C",
  "orthodox 1947/1965: Feis 1945/; revisionist 1959/: Williams; Feis asserts A 1957 in roosevelt; Williams denies A 1959; Williams asserts B 1959 in tragedy; D cites tragedy 1959; C cites cables 1946",
);
const names = ["feis", "williams", "orthodox", "revisionist", "roosevelt", "tragedy", "cables"];

/** Which of the names a map's records tell. */
function told({ claims, sources, holders, schools }: ArgumentMap): readonly string[] {
  const shelves = [[...claims], [...sources], [...holders], [...schools]];
  const said = JSON.stringify(shelves).toLowerCase();
  return names.filter((name) => said.includes(name));
}

test("a map that is handed out while names are hidden tells none of them, in its ids neither", () => {
  const blind = blindMap(coldWar, masksOf(coldWar, none));
  expect(told(coldWar)).toEqual(names);
  expect(told(blind)).toEqual([]);
  expect([...blind.holders.values()].map(({ name }) => name)).toEqual(["Holder A", "Holder B"]);
  expect([...blind.schools.values()].map(({ name }) => name).toSorted()).toEqual(["School A", "School B"]);
  expect([...blind.sources.values()].map(({ item }) => item.title)).toEqual([
    "Source 1",
    "Source 2",
    "Source 3",
  ]);
});

test("it keeps who takes which stance when, by letters, and reads back from Argdown as it is", () => {
  const blind = blindMap(coldWar, masksOf(coldWar, none));
  const stances = [...blind.claims.values()].flatMap(({ id, attributions }) =>
    attributions.map(
      ({ holder, stance, when }) => `${blind.holders.get(holder)?.name} ${stance} ${id} ${when}`,
    ),
  );
  expect(stances.toSorted()).toEqual([
    "Holder A asserts A 1957",
    "Holder B asserts B 1959",
    "Holder B denies A 1959",
  ]);
  const text = writeArgdown(blind);
  expect(names.filter((name) => text.toLowerCase().includes(name))).toEqual([]);
  const read = readArgdown(text);
  expect("map" in read && [...read.map.holders.values()].map(({ name }) => name)).toEqual([
    "Holder A",
    "Holder B",
  ]);
});

test("whoever is revealed keeps the name, and a source where all on its claims are", () => {
  const revealed = new Set<HolderId | SchoolId>(["Williams" as HolderId, "revisionist" as SchoolId]);
  const masks = masksOf(coldWar, revealed);
  expect(told(blindMap(coldWar, masks))).toEqual(["williams", "revisionist"]);
  const open = debate("A; -B > A", "Feis asserts A 1957 in roosevelt; Williams asserts B 1959 in tragedy");
  expect([...hiddenSources(open, masksOf(open, revealed))]).toEqual(["roosevelt"]);
});
