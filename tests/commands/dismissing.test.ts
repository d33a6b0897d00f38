import { describe, expect, test } from "vitest";
import { dismissFinding } from "#commands/dismiss-finding.ts";
import { editAbout } from "#commands/edit-about.ts";
import { takeUpFinding } from "#commands/take-up-finding.ts";
import { dismissingWords as words } from "#words/missing.ts";
import { argumentMap } from "../notation.ts";
import { after, expectRefusal } from "./running.ts";

const key = JSON.stringify(["unsourced", "A"]);
const other = JSON.stringify(["oneSided", "A"]);

describe("what is missing", () => {
  test("is dismissed with a reason on one line, in the order of the keys", () => {
    const map = after(dismissFinding, "A", { key, reason: " common \n knowledge " });
    const both = after(dismissFinding, map, { key: other, reason: "it is a definition" });
    expect(both.about.dismissed).toEqual([
      { key: other, reason: "it is a definition" },
      { key, reason: "common knowledge" },
    ]);
  });

  test("dismissed again has the new reason; with the same one nothing changes", () => {
    const map = after(dismissFinding, "A", { key, reason: "common knowledge" });
    const again = after(dismissFinding, map, { key, reason: "obvious" });
    expect(again.about.dismissed).toEqual([{ key, reason: "obvious" }]);
    expect(after(dismissFinding, again, { key, reason: "obvious" })).toBe(again);
  });

  test("is not dismissed without a reason", () => {
    expectRefusal(dismissFinding, "A", { key, reason: " \n " }, words.noReason);
  });

  test("that was dismissed is taken up again, once", () => {
    const map = after(dismissFinding, "A", { key, reason: "common knowledge" });
    expect(after(takeUpFinding, map, { key }).about).toEqual(argumentMap("A").about);
    expectRefusal(takeUpFinding, "A", { key }, words.notDismissed);
  });

  test("stays dismissed when the title changes", () => {
    const map = after(dismissFinding, "A", { key, reason: "common knowledge" });
    expect(after(editAbout, map, { title: "Another" }).about.dismissed).toHaveLength(1);
  });
});
