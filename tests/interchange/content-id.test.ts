import { describe, expect, test } from "vitest";
import { contentId } from "#interchange/content-id.ts";
import { readArgdown } from "#interchange/argdown-read.ts";
import { readNative } from "#interchange/native-read.ts";
import { writeArgdown } from "#interchange/argdown-write.ts";
import type { ReadOutcome } from "#interchange/reading.ts";
import { randomMap, seeded } from "../random-map.ts";

function idIn(outcome: ReadOutcome): string {
  if ("refused" in outcome) throw new Error(outcome.refused);
  return outcome.map.id;
}

const argdown = (text: string) => idIn(readArgdown(text));
const native = (fields: object) =>
  idIn(
    readNative(JSON.stringify({ format: "counterpoint/argument-map", version: 1, claims: [], ...fields })),
  );

describe("a file that names no id", () => {
  test("is another map than any other file, whatever their titles", () => {
    const files = [
      "[A]: one",
      "[A]: two",
      "# Thaw\n\n[A]: one",
      "# Thaw\n\n[A]: two",
      "===\ntitle: Thaw\n===\n\n[A]: one",
    ];
    expect(new Set(files.map(argdown)).size).toBe(files.length);
    expect(native({ title: "Thaw" })).not.toBe(native({ title: "Thaw", question: "When?" }));
    expect(native({})).not.toBe("map");
  });

  test("is the same map again, with another system's line ends, a mark in front or a blank line behind", () => {
    const text = "# Thaw\n\n[A]: one\n  + [B]: two\n";
    for (const again of [text, text.replaceAll("\n", "\r\n"), `\ufeff${text}`, `${text}\n\n`, text.trimEnd()])
      expect(argdown(again)).toBe(argdown(text));
  });

  test("says its title in its address", () => {
    expect(argdown("# The Thaw of 1953\n\n[A]: one")).toMatch(/^the-thaw-of-1953-/);
    expect(argdown("[A]: one")).toMatch(/^map-/);
  });

  test("has its id from then on in every file that is written of it", () => {
    const outcome = readArgdown("[A]: one");
    if ("refused" in outcome) throw new Error(outcome.refused);
    expect(argdown(writeArgdown(outcome.map))).toBe(outcome.map.id);
  });
});

test("a file that names its id keeps it, and an empty one is none", () => {
  expect(argdown("===\nid: map\n===\n\n[A]: one")).toBe("map");
  expect(native({ id: "map" })).toBe("map");
  expect(native({ id: "" })).toMatch(/^map-/);
  expect(argdown('===\nid: ""\n===\n\n[A]: one')).toMatch(/^map-/);
});

test("no two of 3,000 texts, nor any with one letter changed, share an id", () => {
  const seen = new Map<string, string>();
  for (let seed = 1; seed <= 1500; seed++) {
    const text = writeArgdown(randomMap(seeded(seed)));
    const at = (seed * 7) % text.length;
    const other = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) + 1) + text.slice(at + 1);
    for (const each of [text.trim(), other.trim()]) {
      const id = contentId("", each);
      expect(seen.get(id) ?? each, `seed ${seed}`).toBe(each);
      seen.set(id, each);
    }
  }
});
