import { expect, test } from "vitest";
import { fromCompiled } from "#interchange/compiled.ts";
import { readArgdown } from "#interchange/argdown-read.ts";
import { writeArgdown } from "#interchange/argdown-write.ts";
import { mapRecord } from "#interchange/native-file.ts";
import { readNative } from "#interchange/native-read.ts";
import { writeNative } from "#interchange/native-write.ts";
import type { MapId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { argumentMap } from "../notation.ts";

const dismissed = [
  { key: '["oneSided","A"]', reason: "a definition: nobody objects" },
  { key: '["unsourced","A"]', reason: "null" },
];

function debate(): ArgumentMap {
  const map = argumentMap("A");
  return { ...map, id: "m" as MapId, about: { ...map.about, dismissed } };
}

test("Argdown has what was dismissed as names and reasons in its frontmatter", () => {
  const text = writeArgdown(debate());
  expect(text).toContain("dismissed:");
  expect(text).toContain("a definition: nobody objects");
  const again = readArgdown(text);
  expect(again).toMatchObject({ map: { about: { dismissed } }, warnings: [] });
});

test("a person may write it by hand, in any order; what is no reason is left out, and said", () => {
  const front = `dismissed: {'["unsourced","b"]': known, '["unsourced","a"]': 1956, c: {no: reason}}`;
  expect(readArgdown(`===\n${front}\n===\n\n[a]: A`)).toMatchObject({
    map: {
      about: {
        dismissed: [
          { key: '["unsourced","a"]', reason: "1956" },
          { key: '["unsourced","b"]', reason: "known" },
        ],
      },
    },
    warnings: [expect.stringMatching(/"c".*text/u)],
  });
  expect(readArgdown("===\ndismissed: [a, b]\n===\n\n[a]: A")).toMatchObject({
    map: { about: { dismissed: [] } },
    warnings: [expect.stringContaining("what is dismissed, with reasons")],
  });
});

test("the native file and the compiled map have it too, and do not speak of it where there is nothing", () => {
  expect(readNative(writeNative(debate()))).toMatchObject({ map: debate() });
  expect(fromCompiled(mapRecord(debate()))).toEqual(debate());
  expect(mapRecord(argumentMap("A"))).not.toHaveProperty("dismissed");
  expect(readNative(writeNative(debate()).replace('"null"', "null"))).toMatchObject({
    refused: expect.stringContaining('"dismissed"'),
  });
});
