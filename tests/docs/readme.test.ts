import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { readArgdown } from "#interchange/argdown-read.ts";
import { readNative } from "#interchange/native-read.ts";
import type { ReadOutcome } from "#interchange/reading.ts";
import { isUndercutter } from "#model/relation.ts";
import manifest from "../../package.json" with { type: "json" };
import { sourcesUnder } from "../architecture/source.ts";

const readme = readFileSync("README.md", "utf8");
const pages = [
  ...["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map((path) => ({
    path,
    text: readFileSync(path, "utf8"),
  })),
  ...sourcesUnder(["docs", "src"], /\.md$/),
];

/** The text of the README's one sample in a language. */
function sample(language: string): string {
  const [, text = ""] = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "s").exec(readme) ?? [];
  return text;
}

/** The rows of a table, each as its cells, without the line below its head. */
function rowsOf(text: string): readonly string[] {
  return [...text.matchAll(/^\|.*\|$/gm)]
    .map(([row]) =>
      row
        .split("|")
        .map((cell) => cell.trim())
        .join("|"),
    )
    .filter((row) => /[a-z]/.test(row));
}

function mapOf(outcome: ReadOutcome) {
  if ("refused" in outcome) throw new Error(outcome.refused);
  expect(outcome.warnings).toEqual([]);
  return outcome.map;
}

describe("the README's samples", () => {
  test("the Argdown one is a map with a reason, an objection and an objection to a step", () => {
    const { about, claims, relations } = mapOf(readArgdown(sample("argdown")));
    expect(about.title).toBe("The Secret Speech");
    expect(claims.size).toBe(4);
    expect([...relations.values()].filter(isUndercutter)).toHaveLength(1);
  });

  test("the native one is a map too", () => {
    const { claims, relations } = mapOf(readNative(sample("json")));
    expect([claims.size, relations.size]).toEqual([2, 1]);
  });
});

test("every figure of the bench that the README quotes is in its results, for the same number of claims", () => {
  const [, quote = ""] = /<!-- bench -->(.*?)<!-- \/bench -->/s.exec(readme) ?? [];
  const [claims = "nothing"] = /[\d,]+ claims/.exec(quote) ?? [];
  const results = readFileSync("bench/results.md", "utf8");
  const [, measured = ""] = new RegExp(`### ${claims}\\n(.*?)(?=\\n###|$)`, "s").exec(results) ?? [];
  const rows = rowsOf(quote);
  expect(rows.length).toBeGreaterThan(4);
  expect(rows.filter((row) => !rowsOf(measured).includes(row))).toEqual([]);
});

test("every command that the docs name is there", () => {
  const named = pages.flatMap(({ text }) =>
    [...text.matchAll(/npm run ([a-z:-]+)/g)].map(([, name = ""]) => name),
  );
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
});

test("every link between the docs leads somewhere", () => {
  const links = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to = ""]) => join(dirname(path), to)),
  );
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((link) => !existsSync(link))).toEqual([]);
});
