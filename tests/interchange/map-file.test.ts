import { expect, test } from "vitest";
import { readMapFile } from "#interchange/map-file.ts";
import { writeArgdown } from "#interchange/argdown-write.ts";
import { writeNative } from "#interchange/native-write.ts";
import { MAX_FILE_BYTES, refuseSize } from "#interchange/reading.ts";
import { argumentMap } from "../notation.ts";

const map = argumentMap("A; +B > A; -C > (B>A)");

test.each([
  ["debate.argmap.json", writeNative(map)],
  ["debate.json", writeNative(map)],
  ["debate", writeNative(map)],
  ["debate.argdown", writeArgdown(map)],
  ["debate.AD", writeArgdown(map)],
  ["debate.txt", writeArgdown(map)],
])("%s is read by its name, or else by what it holds", async (name, text) => {
  expect(await readMapFile(name, text)).toEqual({ map, warnings: [] });
});

test("Argdown without frontmatter is known by its titles", async () => {
  expect(await readMapFile("notes.md", "Some words.\n\n[A]: text\n  - [B]: more\n")).toHaveProperty("map");
});

test.each([
  [
    "letter.txt",
    "Dear colleague,\n\nthank you.",
    '"letter.txt" is neither a map nor a list of sources. Expected Counterpoint\'s own format (.argmap.json) or Argdown (.argdown), or else BibTeX (.bib), RIS (.ris) or CSL-JSON (.json).',
  ],
  ["empty.argmap.json", " \n", /^This file is empty/],
  ["photo.argdown", "\u0089PNG\u0000\u0000", /^This file is not text/],
  ["debate.argmap.json", "[A]: text", /is not JSON/],
  ["debate.argdown", "a *b", /^Line 1 is not Argdown/],
])("%s is refused", async (name, text, sentence) => {
  const refused: unknown = typeof sentence === "string" ? sentence : expect.stringMatching(sentence);
  expect(await readMapFile(name, text)).toEqual({ refused });
});

test("files of more than 50 MB are refused before they are read", () => {
  expect(refuseSize(MAX_FILE_BYTES)).toBeNull();
  expect(refuseSize(MAX_FILE_BYTES + 1_048_576)).toBe(
    "This file is 51 MB; Counterpoint opens files of up to 50 MB.",
  );
});
