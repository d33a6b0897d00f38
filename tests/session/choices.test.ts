import { expect, test } from "vitest";
import { firstChoices, readChoices } from "#session/settings.ts";

test("a choice that was kept is read back", () => {
  const kept = {
    theme: "dark",
    textSize: "large",
    motion: "reduced",
    singleKeys: false,
    stackLeaves: false,
    name: "E. H. Carr",
    welcomed: true,
    declined: ["thaw@1"],
  };
  expect(readChoices(kept)).toEqual(kept);
});

test.each([
  [{}],
  [{ theme: "pink", textSize: 7, motion: null, singleKeys: "yes" }],
  [{ theme: {}, stackLeaves: [], name: 7, declined: 5 }],
])("whatever the disk holds, the result is whole: %j", (kept) =>
  expect(readChoices(kept)).toEqual(firstChoices),
);
