import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Notices } from "#session/notices.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("what is said right after something else leaves it to be heard, and later it is gone", () => {
  const notices = new Notices();
  const sentences = () => notices.spoken.value.map(({ sentence }) => sentence);
  notices.say("Not saved: no room left.");
  vi.advanceTimersByTime(400);
  notices.say("Reason added.");
  expect(sentences()).toEqual(["Not saved: no room left.", "Reason added."]);
  vi.advanceTimersByTime(1000);
  notices.say("Saved again.");
  expect(sentences()).toEqual(["Saved again."]);
});

test("a sentence said twice is told apart by its count", () => {
  const notices = new Notices();
  notices.say("Nothing to undo.");
  notices.say("Nothing to undo.");
  expect(notices.spoken.value).toEqual([
    { sentence: "Nothing to undo.", count: 1 },
    { sentence: "Nothing to undo.", count: 2 },
  ]);
});
