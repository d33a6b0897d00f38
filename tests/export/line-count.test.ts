import { expect, test } from "vitest";
import { lineCounter } from "#export/line-count.ts";
import { wrapText } from "#export/wrap.ts";
import { below, randomText, seeded } from "../random-map.ts";

/** Every character is ten wide. */
function tens(text: string): number {
  return [...text].length * 10;
}

/** As `tens`, but letters move two closer after a blank, as fonts do: a sum of words is wider than their line. */
function kerned(text: string): number {
  return tens(text) - 2 * (text.match(/ (?=\S)/g)?.length ?? 0);
}

test.each([
  ["every character as wide as the next", tens, 0],
  ["letters that move closer", kerned, 60],
] as const)("as many lines as a text breaks into, over 3,000 random texts: %s", (_, measure, tolerance) => {
  const count = lineCounter(measure, tolerance);
  for (let seed = 0; seed < 3000; seed++) {
    const random = seeded(seed);
    // Which of blanks in a row the line is broken at, no one sees.
    const text = randomText(random).replaceAll("\u200b", "");
    const width = 20 + 10 * below(random, 30);
    expect(count(text, width), `seed ${seed}`).toBe(wrapText(text, width, measure).length);
  }
});

test("pairs of letters are measured once, and lines only near the edge", () => {
  const measured: string[] = [];
  const count = lineCounter((text) => {
    measured.push(text);
    return tens(text);
  });
  count("the archive of the council of the parish", 205);
  expect(measured.every((text) => text.length <= 2)).toBe(true);
  expect(new Set(measured).size).toBe(measured.length);
  measured.length = 0;
  count("the parish of the archive, the council", 205);
  expect(measured).toEqual(["e,", "e"]);
  count("the parish of the arch", 220);
  expect(measured.slice(2)).toEqual(["the parish of the arch"]);
});
