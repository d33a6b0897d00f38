import { beforeAll, describe, expect, test } from "vitest";
import { compareMaps } from "#model/comparison.ts";
import type { MapId } from "#model/ids.ts";
import { tallyOf } from "#model/tally.ts";
import { Comparer } from "#store/comparer.ts";
import { LiveMap } from "#store/live.ts";
import { longHistory } from "./long-history.ts";
import { type Death, mortal, scripted } from "./mortal-workers.ts";

const id = "map" as MapId;
const going = { signal: new AbortController().signal };
let bytes: Uint8Array;

beforeAll(() => {
  bytes = longHistory({ claims: 1200, sessions: 12, edits: 20 });
});

/** Our own workers, and how many there were. */
function workers() {
  const started: Worker[] = [];
  const make = () => {
    const address = new URL("../../src/store/comparing.worker.ts", import.meta.url);
    const worker = new Worker(address, { type: "module" });
    started.push(worker);
    return worker;
  };
  return { started, make };
}

describe("a large map", () => {
  test("is compared in one worker, with what its maps compare to", async () => {
    const live = new LiveMap(id, [bytes]);
    const { started, make } = workers();
    const comparer = new Comparer(live, make);
    const moments = live.moments();
    for (const { stretch } of moments) {
      if (stretch === null) continue;
      const [from, to] = [live.readMap(stretch.from), live.readMap(stretch.to)];
      expect(await comparer.tally(stretch, going)).toEqual(tallyOf(compareMaps(from, to)));
    }
    const [now, then] = [moments[0]!.state, moments.at(-1)!.state];
    const told: number[] = [];
    const compared = await comparer.compare(then, now, { ...going, tell: (share) => told.push(share) });
    expect(compared!.comparison).toEqual(compareMaps(live.readMap(then), live.map));
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(0.5);
    expect(started).toHaveLength(1);
    comparer.close();
  });

  test("goes on being compared after one comparison was cancelled in the worker", async () => {
    const live = new LiveMap(id, [bytes]);
    const { started, make } = workers();
    const comparer = new Comparer(live, make);
    const [now, other, then] = live.moments().map(({ state }) => state);
    const cancelling = new AbortController();
    const tell = (share: number) => share === 0.5 && cancelling.abort();
    expect(await comparer.compare(other!, now!, { signal: cancelling.signal, tell })).toBeNull();
    const compared = await comparer.compare(then!, now!, going);
    expect(compared!.comparison).toEqual(compareMaps(live.readMap(then!), live.map));
    expect(started).toHaveLength(1);
    comparer.close();
  });

  test.each<Death>(["throws", "is killed without a word", "is no script"])(
    "is compared in a second worker where the first %s, and on the page where that does too",
    async (death) => {
      for (const times of [1, Infinity]) {
        const live = new LiveMap(id, [bytes]);
        const { started, makeWorker } = mortal(workers().make, death, times);
        const comparer = new Comparer(live, makeWorker);
        for (const { stretch } of live.moments().slice(0, 3)) {
          const [from, to] = [live.readMap(stretch!.from), live.readMap(stretch!.to)];
          expect(await comparer.tally(stretch!, going)).toEqual(tallyOf(compareMaps(from, to)));
        }
        expect(started).toHaveLength(2);
        comparer.close();
      }
    },
  );

  test("that a worker never answers about can be cancelled", async () => {
    const live = new LiveMap(id, [bytes]);
    const comparer = new Comparer(live, () => scripted("onmessage = () => {};"));
    const [now, then] = live.moments().map(({ state }) => state);
    const cancelling = new AbortController();
    const tell = (share: number) => share === 0.5 && setTimeout(() => cancelling.abort(), 20);
    expect(await comparer.compare(then!, now!, { signal: cancelling.signal, tell })).toBeNull();
    comparer.close();
  });
});
