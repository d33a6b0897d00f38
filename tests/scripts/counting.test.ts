import { describe, expect, test } from "vitest";
import { countTests } from "../../scripts/counting.mjs";

function file(status: string, ...tests: readonly string[]) {
  return { status, assertionResults: tests.map((each) => ({ status: each })) };
}

describe("counting tests", () => {
  test.each([
    ["passed tests", [file("passed", "passed", "passed"), file("passed", "passed")], 3, 0],
    ["failed tests", [file("failed", "passed", "failed"), file("failed", "failed")], 1, 2],
    ["a skipped test as failed", [file("passed", "passed", "skipped", "todo", "pending")], 1, 3],
    ["a file that could not be read as failed", [file("failed"), file("passed", "passed")], 1, 1],
    ["a file that failed around passed tests", [file("failed", "passed")], 1, 1],
    ["nothing", [], 0, 0],
  ])("counts %s", (_what, testResults, passed, failed) => {
    expect(countTests({ testResults })).toEqual({ passed, failed });
  });
});
