import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { atOnce, type Steps } from "#model/steps.ts";
import { inStretches } from "#store/stretches.ts";

const going = new AbortController().signal;

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

/** Work in so many pieces of 4 ms each, which notes when it was at it. */
function* work(pieces: number, at: number[]): Steps<string> {
  for (let piece = 1; piece <= pieces; piece++) {
    vi.advanceTimersByTime(4);
    at.push(performance.now());
    yield piece / pieces;
  }
  return "done";
}

test("work is done in stretches of some 10 ms, between which the page goes on and hears how far it is", async () => {
  let tasks = 0;
  let isOver = false;
  const other = () => {
    tasks++;
    if (!isOver) setTimeout(other);
  };
  const told: number[] = [];
  setTimeout(other);
  expect(await inStretches(work(30, []), going, (share) => told.push(share))).toBe("done");
  isOver = true;
  expect(told).toEqual(
    [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map((share) => expect.closeTo(share)),
  );
  expect(tasks).toBeGreaterThanOrEqual(8);
});

test("what is cancelled stops at the next stretch, and says nothing", async () => {
  const cancelling = new AbortController();
  const at: number[] = [];
  const result = inStretches(
    work(1000, at),
    cancelling.signal,
    (share) => share > 0.01 && cancelling.abort(),
  );
  expect(await result).toBeNull();
  expect(at.length).toBeLessThan(20);
});

test("all at once it comes to the same", () => {
  expect(atOnce(work(30, []))).toBe("done");
});
