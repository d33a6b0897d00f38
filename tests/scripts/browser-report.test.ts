import { expect, test } from "vitest";
import { browserReport } from "../../scripts/browser-report.mjs";

const journey = (title: string, status: string) => ({ name: "a", assertionResults: [{ title, status }] });

test("the report says of every journey and engine what came of it, and counts an engine that is not there as failed", () => {
  const { text, failed } = browserReport(
    [
      {
        engine: "chromium",
        title: "Chromium",
        version: "156",
        missing: null,
        files: [journey("reads", "passed")],
      },
      {
        engine: "firefox",
        title: "Firefox ESR",
        version: "153",
        missing: null,
        files: [journey("reads", "failed")],
      },
      { engine: "webkit", title: "WebKitGTK", version: null, missing: "Install it.", files: [] },
    ],
    new Date("2026-11-27"),
  );
  expect(failed).toBe(2);
  expect(text).toContain("| reads | passed | failed | no such engine here |");
  expect(text).toContain("| Firefox ESR | 153 | 0 | 1 |");
  expect(text).toContain("- Install it.");
});
