import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { palettes } from "#export/look.ts";
import { schoolColours } from "#model/people.ts";
import { contrast, difference, type Vision, visions } from "./vision.ts";

const look = readFileSync("src/elements/look.css", "utf8");

/** A token's two values. */
function token(name: string): { readonly light: string; readonly dark: string } {
  const [, light = "", dark = ""] =
    new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`, "u").exec(look) ?? [];
  return { light, dark };
}

const kinds = Object.keys(visions) as readonly Vision[];
const pairs = schoolColours.flatMap((one, at) => schoolColours.slice(at + 1).map((other) => [one, other]));

test("the formula agrees with well-known values", () => {
  expect(difference("#123456", "#123456", "usual")).toBe(0);
  expect(difference("#000000", "#ffffff", "usual")).toBeCloseTo(100, 3);
  expect(difference("#ff0000", "#00ff00", "usual")).toBeCloseTo(86.6, 1);
  expect(difference("#ff0000", "#0000ff", "usual")).toBeCloseTo(52.88, 1);
});

describe.each(["light", "dark"] as const)("the colours of schools, %s", (theme) => {
  const value = (name: string) => token(name)[theme];

  test.each(schoolColours)("%s stands out from what is behind it", (colour) => {
    for (const ground of ["card", "paper", "hover"])
      expect(contrast(value(`school-${colour}`), value(ground)), ground).toBeGreaterThanOrEqual(3);
  });

  test.each(kinds)("any two can be told apart, %s", (vision) => {
    const differences = pairs.map(([one, other]) => ({
      pair: `${one} and ${other}`,
      by: difference(value(`school-${one}`), value(`school-${other}`), vision),
    }));
    const [least] = differences.toSorted((a, b) => a.by - b.by);
    expect(least!.by, least!.pair).toBeGreaterThan(vision === "usual" ? 19 : 11.5);
  });

  test.each(kinds)("none is mistaken for the blue of reasons or the orange of objections, %s", (vision) => {
    for (const colour of schoolColours)
      for (const stance of ["support", "oppose"])
        expect(
          difference(value(`school-${colour}`), value(stance), vision),
          `${colour}, ${stance}`,
        ).toBeGreaterThan(vision === "usual" ? 17 : 8.5);
  });
});

test.each(["light", "dark"] as const)("exported pictures have them as the screen has, %s", (theme) => {
  const onScreen = schoolColours.map((colour) => token(`school-${colour}`)[theme]);
  expect(schoolColours.map((colour) => palettes[theme].schools[colour])).toEqual(onScreen);
  expect(contrast(palettes[theme].faintInk, palettes[theme].paper)).toBeGreaterThanOrEqual(4.5);
});
