import { describe, expect, test } from "vitest";
import { fit, folded, holdsWords } from "#elements/dialogs/matching.ts";

describe("fit", () => {
  test.each([
    ["add", "Add reason"],
    ["add ob", "Add objection"],
    ["ob add", "Add objection"],
    ["reason", "Add reason"],
    ["adob", "Add objection"],
    ["ÉDIT", "Edit"],
    ["100", "Zoom to 100%"],
    ["", "Anything"],
  ])("“%s” finds “%s”", (typed, name) => {
    expect(fit(typed, name)).not.toBeNull();
  });

  test.each([
    ["xyz", "Add reason"],
    ["add thesis", "Add reason"],
    ["dd r", "Undo"],
  ])("“%s” does not find “%s”", (typed, name) => {
    expect(fit(typed, name)).toBeNull();
  });

  test("the beginning of the name fits better than a word of it, and a word better than letters", () => {
    const fits = ["Move to…", "Go to the move", "Mend or verify"].map((name) => fit("mov", name) ?? -1);
    expect(fits).toEqual(fits.toSorted((a, b) => b - a));
    expect(new Set(fits).size).toBe(3);
  });
});

test("words are found without regard to case and accents, in any order", () => {
  expect(holdsWords(folded("Der Große Überblick von Хрущёв"), "uber GROßE")).toBe(true);
  expect(holdsWords(folded("Hungary 1956"), "hungar 19")).toBe(true);
  expect(holdsWords(folded("Hungary 1956"), "hungary 1957")).toBe(false);
});
