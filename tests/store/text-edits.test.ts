import { describe, expect, test } from "vitest";
import { textEdits } from "#store/text-edits.ts";
import { randomText, seeded } from "../random-map.ts";
import { retyped } from "./random-change.ts";

describe("the edits between two texts", () => {
  test("touch only the words that differ", () => {
    expect(textEdits("Stalin alone was to blame", "Stalin himself was to blame for it")).toEqual([
      { at: 7, removed: 5, inserted: "himself" },
      { at: 27, removed: 0, inserted: " for it" },
    ]);
  });

  test("keep a whole word of any script together", () => {
    expect(textEdits("Это оттепель была", "Эта весна была")).toEqual([
      { at: 2, removed: 1, inserted: "а" },
      { at: 4, removed: 8, inserted: "весна" },
    ]);
  });

  test("turn the one into the other and never part a surrogate pair, over 3,000 pairs", () => {
    for (let seed = 1; seed <= 3000; seed++) {
      const random = seeded(seed);
      const before = seed % 2 === 0 ? randomText(random) : `😀${randomText(random)}😁😂`;
      const after = seed % 3 === 0 ? retyped(random, before).replaceAll("😁", "😃") : randomText(random);
      let text = before;
      for (const { at, removed, inserted } of textEdits(before, after)) {
        const pieces = [text.slice(0, at), text.slice(at, at + removed), inserted, text.slice(at + removed)];
        expect(pieces.every(isWellFormed), `seed ${seed}`).toBe(true);
        text = pieces[0] + inserted + pieces[3];
      }
      expect(text, `seed ${seed}`).toBe(after);
    }
  });

  test("replace in one piece what is rewritten beyond measure", () => {
    const before = Array.from({ length: 3000 }, (_, n) => `a${n}.`).join(" ");
    const after = Array.from({ length: 3000 }, (_, n) => `b${n}!`).join(" ");
    expect(textEdits(before, after)).toHaveLength(1);
  });
});

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
