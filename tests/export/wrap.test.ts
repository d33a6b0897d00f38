import { describe, expect, test } from "vitest";
import { fittedText, wrapText } from "#export/wrap.ts";
import { below, randomText, seeded } from "../random-map.ts";

/** Every character is ten wide. */
function tens(text: string): number {
  return [...text].length * 10;
}

function bare(text: string): string {
  return text.replaceAll(/\s/g, "");
}

describe("breaking lines", () => {
  test.each([
    ["nothing is one line", "", 100, [""]],
    ["what fits", "one two", 100, ["one two"]],
    ["between words", "one two three", 80, ["one two", "three"]],
    ["a line may be exactly full", "one two", 70, ["one two"]],
    ["blanks hang over the end", "one    two", 40, ["one", "two"]],
    ["blanks at the start are kept", "  one", 100, ["  one"]],
    ["the text's own breaks", "one\ntwo\r\nthree\n\nfour", 100, ["one", "two", "three", "", "four"]],
    ["after a hyphen", "well-known fact", 80, ["well-", "known", "fact"]],
    ["not in a range of years", "in 1956-64 yes", 70, ["in", "1956-64", "yes"]],
    ["not after a minus", "it is -known", 60, ["it is", "-known"]],
    ["after a dash", "yes—certainly", 100, ["yes—", "certainly"]],
    ["before an em dash", "a yes—no", 50, ["a yes", "—no"]],
    ["but not before an en dash", "a yes–no", 50, ["a", "yes–", "no"]],
    ["not at a hard space", "in\u00a0 1956 on", 60, ["in", "1956", "on"]],
    ["inside a word only if it must", "a incomprehensible b", 80, ["a", "incompre", "hensible", "b"]],
    ["and the rest goes on", "incomprehensibly so", 100, ["incomprehe", "nsibly so"]],
    ["between ideographs", "史大林死後", 30, ["史大林", "死後"]],
    ["with what closes them", "史大林、死後", 30, ["史大", "林、死", "後"]],
    ["never inside one character", "👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀", 10, ["👩🏽‍🚀", "👩🏽‍🚀", "👩🏽‍🚀"]],
    ["nor is a blank after one a line", "👩🏽‍🚀 a", 10, ["👩🏽‍🚀", "a"]],
    ["narrower than a character", "abc", 5, ["a", "b", "c"]],
  ])("%s", (_, text, width, lines) => {
    expect(wrapText(text, width, tens)).toEqual(lines);
  });

  test("no line is too wide, and nothing but blanks is lost, over random texts", () => {
    for (let seed = 0; seed < 2000; seed++) {
      const random = seeded(seed);
      const text = randomText(random);
      const width = 20 + 10 * below(random, 30);
      const lines = wrapText(text, width, tens);
      expect(bare(lines.join("")), `seed ${seed}`).toBe(bare(text));
      const wide = lines.filter(
        (line) => tens(line) > width && [...new Intl.Segmenter().segment(line)].length > 1,
      );
      expect(wide, `seed ${seed}`).toEqual([]);
    }
  });

  test("5,000 characters without a blank take no time", () => {
    expect(wrapText("W".repeat(5000), 230, tens)).toHaveLength(Math.ceil(5000 / 23));
  });
});

test.each([
  ["what fits stays", "one two", 70, "one two"],
  ["what does not is cut", "one two three", 90, "one two…"],
  ["breaks become blanks", "one\n two", 100, "one two"],
  ["nothing fits", "one", 5, "…"],
])("one line: %s", (_, text, width, line) => {
  expect(fittedText(text, width, tens)).toBe(line);
});
