import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { applyChange } from "#model/change.ts";
import { compareMaps } from "#model/comparison.ts";
import type { MapId } from "#model/ids.ts";
import { tallyOf } from "#model/tally.ts";
import type { ArgumentMap } from "#model/map.ts";
import { newDocument } from "#store/document.ts";
import type { Past } from "#store/past.ts";
import type { State } from "#store/states.ts";
import { Projection } from "#store/projection.ts";
import { Comparer, knownTally } from "#store/comparer.ts";
import { LiveMap } from "#store/live.ts";
import { atOnce } from "#model/steps.ts";
import { makeSeed } from "#store/seed.ts";
import { argumentMap, claimId } from "../notation.ts";
import { below, chance, pick, type Random, randomMap, seeded } from "../random-map.ts";
import { seeds } from "../seeds.ts";
import { say } from "./edits.ts";
import { graveyard, randomChange } from "./random-change.ts";
import { written } from "./written.ts";

const id = "map" as MapId;
const minutes = 60_000;
const going = { signal: new AbortController().signal };

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date", "performance"], now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

/** Small maps are compared on the page. */
function comparerOn(live: LiveMap): Comparer {
  return new Comparer(live, () => {
    throw new Error("A small map needs no worker.");
  });
}

function write(live: LiveMap, claim: string, text: string): void {
  const change = say.run(live.map, { claim, text });
  if (!("refused" in change)) live.run(change, "edit", null);
}

/** A map on which two people have worked apart and together, with versions of both. */
function worked(random: Random): LiveMap {
  const seed = makeSeed({ ...randomMap(random, 8), id });
  const lives = [new LiveMap(id, [seed]), new LiveMap(id, [seed])] as const;
  const graves = graveyard();
  for (let step = 6 + below(random, 15); step > 0; step--) {
    const live = pick(random, lives);
    const way = random();
    if (way < 0.1) live.undo();
    else if (way < 0.2) live.nameVersion(`version ${step}`);
    else if (way < 0.4) vi.advanceTimersByTime(40 * minutes);
    else if (way < 0.5) live.receive([lives[live === lives[0] ? 1 : 0].bytes()]);
    else live.run(randomChange(random, live.map, graves), "step", null);
  }
  lives[0].receive([lives[1].bytes()]);
  return lives[0];
}

/** What a map said in a state, by a second document that Yjs makes of it. */
function madeOf(live: LiveMap, state: State): ArgumentMap {
  const whole = newDocument();
  Y.applyUpdate(whole, live.bytes());
  const then = Y.createDocFromSnapshot(whole, (state as Past).snapshot, newDocument());
  return Projection.of(then, id).map;
}

describe("over histories of two people,", () => {
  test("what leads from any moment to any other turns the one map into the other", () => {
    for (let seed = 1; seed <= seeds(60, 20); seed++) {
      const random = seeded(seed);
      const live = worked(random);
      const moments = live.moments();
      for (const { state } of moments)
        expect(written(live.readMap(state)), `seed ${seed}`).toBe(written(madeOf(live, state)));
      for (let left = 6; left > 0; left--) {
        const [one, other] = [pick(random, moments)!, pick(random, moments)!];
        const change = atOnce(one.state.changeTo(other.state));
        const reached = applyChange(live.readMap(one.state), change);
        expect(written(reached), `seed ${seed}`).toBe(written(live.readMap(other.state)));
      }
    }
  }, 60_000);

  test("each line is counted as its two maps compare, in whatever order it is asked for", async () => {
    for (let seed = 1; seed <= seeds(40, 15); seed++) {
      const random = seeded(seed);
      const live = worked(random);
      const comparer = comparerOn(live);
      const lines = live.moments().flatMap(({ stretch }) => stretch ?? []);
      const asked = chance(random, 0.5) ? lines : lines.toReversed();
      for (const stretch of asked) {
        const [from, to] = [live.readMap(stretch.from), live.readMap(stretch.to)];
        expect(await comparer.tally(stretch, going), `seed ${seed}`).toEqual(tallyOf(compareMaps(from, to)));
      }
    }
  }, 60_000);

  test("any two moments compare as their maps do", async () => {
    for (let seed = 1; seed <= seeds(40, 15); seed++) {
      const random = seeded(seed);
      const live = worked(random);
      const moments = live.moments();
      const [one, other] = [pick(random, moments)!, pick(random, moments)!];
      const compared = await comparerOn(live).compare(one.state, other.state, going);
      const [before, after] = [live.readMap(one.state), live.readMap(other.state)];
      expect([written(compared!.before), written(compared!.after)]).toEqual([
        written(before),
        written(after),
      ]);
      expect(compared!.comparison, `seed ${seed}`).toEqual(compareMaps(before, after));
    }
  }, 60_000);
});

describe("what was counted", () => {
  test("is known as long as nothing comes between, and only the line of the present is counted anew", async () => {
    const live = new LiveMap(id, [makeSeed(argumentMap("A; +B > A"))]);
    for (const text of ["one", "two", "three"]) {
      write(live, "A", text);
      vi.advanceTimersByTime(31 * minutes);
    }
    const comparer = comparerOn(live);
    const before = live.moments().map(({ stretch }) => stretch);
    for (const stretch of before) if (stretch !== null) await comparer.tally(stretch, going);
    write(live, "C", "a new claim");
    const [now, last, ...others] = live.moments().map(({ stretch }) => stretch);
    expect(knownTally(now!)).toBeNull();
    expect(await comparer.tally(now!, going)).toMatchObject({ added: 1, reworded: 0 });
    expect(await comparer.tally(last!, going)).toMatchObject({ added: 0, reworded: 1 });
    expect(others).toEqual(before.slice(1));
    for (const [at, stretch] of others.entries()) expect(stretch).toBe(before[at + 1]);
  });

  test("of a map that changes meanwhile is what the line says, not what came later", async () => {
    const live = new LiveMap(id, [makeSeed(argumentMap("A; +B > A"))]);
    write(live, "A", "one");
    const { stretch } = live.moments()[0]!;
    const counting = comparerOn(live).tally(stretch!, going);
    write(live, "C", "a new claim");
    expect(await counting).toMatchObject({ added: 0, reworded: 1 });
  });

  test("is nothing where it was cancelled", async () => {
    const live = new LiveMap(id, [makeSeed(argumentMap("A; +B > A"))]);
    write(live, "A", "one");
    const [{ stretch, state }] = live.moments() as [ReturnType<LiveMap["moments"]>[0]];
    const cancelled = AbortSignal.abort();
    expect(await comparerOn(live).tally(stretch!, { signal: cancelled })).toBeNull();
    expect(await comparerOn(live).compare(stretch!.from, state, { signal: cancelled })).toBeNull();
    expect(knownTally(stretch!)).toBeNull();
  });
});

test("a change that was taken back leaves a line in which nothing changed", async () => {
  const live = new LiveMap(id, [makeSeed(argumentMap("A; +B > A"))]);
  write(live, "A", "one");
  live.undo();
  const [now] = live.moments();
  expect(now).toMatchObject({ isUnchanged: false });
  expect(await comparerOn(live).tally(now!.stretch!, going)).toMatchObject({ reworded: 0, hasOther: false });
  expect(live.map.claims.get(claimId("A"))?.text).toBe("A");
});
