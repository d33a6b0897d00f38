import { describe, expect, test } from "vitest";
import { isSingleKey } from "#actions/action.ts";
import { catalogue } from "#actions/catalogue.ts";
import { describeKey } from "#actions/keys.ts";

test.each([
  ["$mod+z", "Ctrl+Z"],
  ["Shift+$mod+z", "Shift+Ctrl+Z"],
  ["Shift+Digit1", "Shift+1"],
  ["+", "+"],
  ["Shift+?", "?"],
  ["Alt+ArrowUp", "Alt+↑"],
  ["$mod+-", "Ctrl+-"],
  ["f", "F"],
  ["Delete", "Delete"],
])("%s is written %s", (press, shown) => expect(describeKey(press)).toBe(shown));

describe("keys that a person can turn off", () => {
  test.each(["f", "+", "Shift++", "Shift+f", "/", "?", "Shift+Digit1", "NumpadAdd", "-"])("%s", (press) =>
    expect(isSingleKey(press)).toBe(true),
  );
  test.each(["$mod+z", "Alt+ArrowUp", "Enter", "Delete", "ArrowDown", "Home", "F2", "Backspace"])(
    "not %s",
    (press) => expect(isSingleKey(press)).toBe(false),
  );
});

test("no key stands for two actions, and no two actions share an id", () => {
  const presses = catalogue.flatMap(({ keys }) => keys);
  expect(presses.filter((press, at) => presses.indexOf(press) !== at)).toEqual([]);
  expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
});
