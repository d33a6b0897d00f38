import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { type Change, changeBetween, noChange } from "#model/change.ts";
import { newClaim } from "#model/claim.ts";
import type { MapId } from "#model/ids.ts";
import { LiveMap } from "#store/live.ts";
import { atOnce } from "#model/steps.ts";
import type { Moment } from "#store/states.ts";
import { makeSeed } from "#store/seed.ts";
import { argumentMap, claimId } from "../notation.ts";
import { below, chance, pick, seeded } from "../random-map.ts";
import { seeds } from "../seeds.ts";
import { graveyard, randomChange } from "./random-change.ts";
import { written } from "./written.ts";

const id = "map" as MapId;
const minutes = 60_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date", "performance"], now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

function says(live: LiveMap, claim: string, text: string): Change {
  const before = live.map.claims.get(claimId(claim)) ?? null;
  return { ...noChange, claims: [{ before, after: { ...(before ?? newClaim(claimId(claim))), text } }] };
}

function write(live: LiveMap, claim: string, text: string): void {
  live.run(says(live, claim, text), "edit", null);
}

function open(updates: readonly Uint8Array[], person = ""): LiveMap {
  return new LiveMap(id, updates, undefined, () => person);
}

/** "Carr: 1 of 2", a line a moment, latest first: who, how many claims the change touches, how many the map has. */
function lines(live: LiveMap): readonly string[] {
  return live.moments().map((moment) => {
    const { name, people, state } = moment;
    const who = people.join(" & ") || "-";
    const change = changeAt(moment);
    return `${name === "" ? "" : `[${name}] `}${who}: ${change.claims.length} of ${live.readMap(state).claims.size}`;
  });
}

/** What led to a line. */
function changeAt({ stretch }: Moment): Change {
  return stretch === null ? noChange : atOnce(stretch.from.changeTo(stretch.to));
}

describe("a map remembers by itself", () => {
  test("what it said before each stretch of work, by whom, and nothing while no one edits", () => {
    const live = open([makeSeed(argumentMap("A; +B > A"))], "E. H. Carr");
    expect(live.versions).toEqual([]);
    expect(lines(live)).toEqual(["-: 0 of 2"]);
    write(live, "A", "one");
    vi.advanceTimersByTime(29 * minutes);
    write(live, "C", "two");
    expect(live.versions).toHaveLength(1);
    expect(lines(live)).toEqual(["E. H. Carr: 2 of 3", "-: 0 of 2"]);
    vi.advanceTimersByTime(31 * minutes);
    write(live, "B", "three");
    expect(lines(live)).toEqual(["E. H. Carr: 1 of 3", "E. H. Carr: 2 of 3", "-: 0 of 2"]);
    const again = open([live.bytes()], "Natalie Zemon Davis");
    write(again, "D", "four");
    expect(lines(again)).toEqual(["Natalie Zemon Davis: 1 of 4", ...lines(live)]);
  });

  test("in the same update as the edit, and not for an edit that changes nothing", () => {
    const live = open([]);
    live.run(noChange, "nothing", null);
    expect(live.versions).toEqual([]);
    write(live, "A", "one");
    const update = live.takeUpdate()!;
    expect(live.takeUpdate()).toBeNull();
    const other = open([update]);
    expect(other.versions).toEqual(live.versions);
    expect(other.map.claims.size).toBe(1);
  });

  test("whatever the clock says: a version that seems older is still the later one", () => {
    const live = open([]);
    write(live, "A", "one");
    vi.setSystemTime(5);
    vi.advanceTimersByTime(31 * minutes);
    write(live, "A", "two");
    const [now, first] = live.moments();
    expect(live.readMap(now!.state).claims.get(claimId("A"))?.text).toBe("two");
    expect(live.readMap(first!.state).claims.get(claimId("A"))?.text).toBe("one");
  });

  test("by undo no less: it takes no version back, and begins a stretch of its own", () => {
    const live = open([]);
    write(live, "A", "one");
    live.nameVersion("Before the seminar");
    vi.advanceTimersByTime(31 * minutes);
    while (live.undo() !== null);
    expect(live.map.claims.size).toBe(0);
    expect(live.versions).toHaveLength(3);
    expect(lines(live)).toEqual(["-: 1 of 0", "[Before the seminar] -: 1 of 1", "-: 0 of 0"]);
    expect(live.history).toEqual({ undo: null, redo: "edit" });
  });
});

test("a milestone is one step of undo, and the map before and after it are both remembered", () => {
  const live = open([]);
  write(live, "A", "one");
  const before = live.map;
  write(live, "A", "two");
  live.run(changeBetween(live.map, before), "restore", null, "Restored");
  expect(lines(live)).toEqual(["-: 0 of 1", "[Restored] -: 1 of 1", "-: 1 of 1", "-: 0 of 0"]);
  live.undo();
  expect(live.map.claims.get(claimId("A"))?.text).toBe("two");
});

describe("versions of two people who wrote apart", () => {
  test("are all there when they meet, in one order for both, and each stretch adds what it added", () => {
    const one = open([makeSeed(argumentMap("A"))], "Carr");
    const other = open([makeSeed(argumentMap("A"))], "Elton");
    for (const [live, name] of [
      [one, "c"],
      [other, "e"],
    ] as const)
      for (const step of [1, 2, 3]) {
        write(live, `${name}${step}`, "text");
        vi.advanceTimersByTime(31 * minutes);
      }
    const [ours, theirs] = [one.bytes(), other.bytes()];
    one.receive([theirs]);
    other.receive([ours]);
    expect(one.versions).toEqual(other.versions);
    expect(lines(one)).toEqual(lines(other));
    const removed = one
      .moments()
      .flatMap((moment) => changeAt(moment).claims.filter(({ after }) => after === null));
    expect(removed).toEqual([]);
    expect(one.moments().flatMap(({ people }) => people)).toEqual(expect.arrayContaining(["Carr", "Elton"]));
  });
});

test("every named version gives back the map as it was, over random histories of two people", () => {
  for (let seed = 1; seed <= seeds(120, 40); seed++) {
    const random = seeded(seed);
    const lives = [open([], "one"), open([], "other")] as const;
    const kept = new Map<string, string>();
    const graves = graveyard();
    for (let step = 8 + below(random, 25); step > 0; step--) {
      const live = pick(random, lives);
      const way = random();
      if (way < 0.12) live.undo();
      else if (way < 0.2) live.redo();
      else if (way < 0.35) {
        live.nameVersion(`${seed}/${step}`);
        kept.set(`${seed}/${step}`, written(live.map));
      } else if (way < 0.45) vi.advanceTimersByTime(40 * minutes);
      else if (way < 0.6) live.receive([lives[live === lives[0] ? 1 : 0].bytes()]);
      else live.run(randomChange(random, live.map, graves), `step ${step}`, chance(random, 0.3) ? "g" : null);
    }
    const [one, other] = lives;
    one.receive([other.bytes()]);
    for (const live of [one, open([one.bytes()])]) {
      const moments = live.moments();
      expect(written(live.readMap(moments[0]!.state))).toBe(written(one.map));
      const named = moments.filter(({ name }) => name !== "");
      expect(new Set(named.map(({ name }) => name))).toEqual(new Set(kept.keys()));
      for (const { name, state } of named) expect(written(live.readMap(state)), name).toBe(kept.get(name));
    }
  }
}, 60_000);

describe("what is odd among the versions", () => {
  const odd: readonly unknown[] = [
    null,
    "text",
    7,
    [1],
    {},
    { id: "", state: new Uint8Array([0, 0]) },
    { id: "x", state: "AAA" },
    { id: "x", state: new Uint8Array([255, 255, 255]) },
    { id: "x", base: "never", state: new Uint8Array([0, 0]) },
    { id: "x", base: "x", state: new Uint8Array([0, 0]) },
    new Y.Map([["id", "x"]]),
    new Y.Text("x"),
    new Y.Array(),
  ];

  test.each(odd.map((each, at) => [at, each] as const))("%i is passed over", (_, each) => {
    const doc = new Y.Doc();
    doc.getArray<unknown>("versions").push([each]);
    const live = open([Y.encodeStateAsUpdate(doc)]);
    expect(live.versions).toEqual([]);
    expect(live.moments()).toHaveLength(1);
    write(live, "A", "one");
    expect(lines(live)).toEqual(["-: 1 of 1", "-: 0 of 0"]);
  });

  test("claims to have what the document does not have, or is a map instead of a list", () => {
    const doc = new Y.Doc();
    const state = Y.encodeSnapshot(Y.createSnapshot(Y.createDeleteSet(), new Map([[77, 2 ** 40]])));
    doc.getArray<unknown>("versions").push([{ id: "v", name: 5, person: null, time: "noon", state }]);
    const live = open([Y.encodeStateAsUpdate(doc)]);
    expect(live.versions).toMatchObject([{ id: "v", name: "", person: "", time: 0, client: 0 }]);
    expect(live.moments().map(({ state }) => live.readMap(state).claims.size)).toEqual([0, 0]);
    const other = new Y.Doc();
    other.getMap("versions").set("v", 1);
    expect(open([Y.encodeStateAsUpdate(other)]).versions).toEqual([]);
  });
});

test("a version costs what has changed since the one before, not what the map has seen", () => {
  const live = open([]);
  for (let step = 0; step < 400; step++) write(live, `c${step % 40}`, `text ${step}`);
  live.nameVersion("first");
  const before = live.bytes().length;
  for (let step = 0; step < 10; step++) {
    write(live, "c1", `again ${step}`);
    live.nameVersion(`named ${step}`);
  }
  expect((live.bytes().length - before) / 10).toBeLessThan(260);
});
