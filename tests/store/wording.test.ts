import { expect, test } from "vitest";
import { type Wording, wordingsBetween } from "#store/wording.ts";
import { randomText, seeded } from "../random-map.ts";
import { retyped } from "./random-change.ts";

const marks = { kept: ["", ""], removed: ["[-", "-]"], added: ["[+", "+]"] } as const;

function marked(before: string, after: string): string {
  return wordingsBetween(before, after)
    .map(({ type, text }) => marks[type].join(text))
    .join("");
}

function many(word: string): string {
  return Array.from({ length: 600 }, (_, at) => `${word}${at}`).join(" ");
}

/** What the pieces say without those of one kind. */
function say(pieces: readonly Wording[], without: Wording["type"]): string {
  return pieces
    .filter(({ type }) => type !== without)
    .map(({ text }) => text)
    .join("");
}

test.each([
  ["The thaw began", "The thaw began", "The thaw began"],
  ["The thaw began", "The frost began", "The [-thaw-][+frost+] began"],
  ["The cat", "The cart", "The [-cat-][+cart+]"],
  ["It began in 1953", "It began in early 1953", "It began in [+early +]1953"],
  ["It began in 1953", "It began", "It began[- in 1953-]"],
  ["one two three", "four five three", "[-one two-][+four five+] three"],
  ["", "Anew", "[+Anew+]"],
  ["Gone", "", "[-Gone-]"],
  ["", "", ""],
])("%j to %j", (before, after, expected) => {
  expect(marked(before, after)).toBe(expected);
});

test("a text that has nothing of the other is shown as rewritten", () => {
  expect(wordingsBetween(many("a"), many("b")).map(({ type }) => type)).toEqual(["removed", "added"]);
});

test("the pieces are both texts, whole, over 2,000 pairs", () => {
  for (let seed = 1; seed <= 2000; seed++) {
    const random = seeded(seed);
    const before = randomText(random);
    const after = seed % 3 === 0 ? randomText(random) : retyped(random, before);
    const pieces = wordingsBetween(before, after);
    expect(say(pieces, "added"), `seed ${seed}`).toBe(before);
    expect(say(pieces, "removed"), `seed ${seed}`).toBe(after);
    expect(pieces.every(({ text }) => text !== "")).toBe(true);
  }
});
