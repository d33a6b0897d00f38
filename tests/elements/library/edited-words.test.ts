import { expect, test } from "vitest";
import { editedWords } from "#elements/library/edited-words.ts";

const now = new Date(2026, 10, 23, 19, 20).getTime();

test.each([
  [new Date(2026, 10, 23, 19, 19, 30), "Edited just now"],
  [new Date(2026, 10, 23, 9, 5), "Edited today at 09:05"],
  [new Date(2026, 10, 22, 23, 59), "Edited yesterday"],
  [new Date(2026, 10, 20, 12, 0), "Edited 3 days ago"],
  [new Date(2026, 9, 3, 12, 0), "Edited on 3 October 2026"],
  [new Date(2027, 0, 1), "Edited just now"],
])("what was edited at %s is told as “%s”", (at, words) => {
  expect(editedWords(at.getTime(), now)).toBe(words);
});
