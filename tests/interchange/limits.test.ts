import { describe, expect, test } from "vitest";
import { readArgdown } from "#interchange/argdown-read.ts";
import { decodeText } from "#interchange/decoding.ts";
import { readNative } from "#interchange/native-read.ts";
import { readOutline } from "#interchange/outline-read.ts";
import { reading } from "#interchange/reading.ts";

const head = '{"format": "counterpoint/argument-map", "version": 1, "claims": [{"id": "a"';

describe("the text of a file", () => {
  test.each([
    ["UTF-8", [0x41, 0xc3, 0xa9], "Aé"],
    ["UTF-8 with its mark", [0xef, 0xbb, 0xbf, 0x41], "A"],
    ["UTF-16, little end first", [0xff, 0xfe, 0x41, 0, 0xe9, 0], "Aé"],
    ["UTF-16, big end first", [0xfe, 0xff, 0, 0x41, 0, 0xe9], "Aé"],
  ])("is read as %s", (_, bytes, text) => {
    expect(decodeText(new Uint8Array(bytes))).toEqual({ text });
  });

  test("is refused with the line in which it stops being text", () => {
    expect(decodeText(new Uint8Array([0x41, 0x0a, 0x42, 0xe9, 0x0a]))).toEqual({
      refused:
        "This file is not UTF-8 text: line 2 holds bytes that are no letter. Save it as UTF-8, then open it again.",
    });
    expect(decodeText(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0xff]))).toEqual({
      refused: expect.stringContaining("is not text"),
    });
  });
});

describe("refused, with what was found and what is allowed:", () => {
  const long = "x".repeat(1_000_001);
  test.each([
    ["a long text in the native format", () => readNative(`${head}, "text": "${long}"}]}`)],
    ["a long sentence in Argdown", () => readArgdown(`[A]: ${long}\n`)],
    ["a long note in Argdown", () => readArgdown(`[A]: a {note: "${long}"}\n`)],
  ])("%s", (_, read) => {
    expect(read()).toEqual({
      refused: expect.stringMatching(/holds a text of 1,000,001 characters .* up to 1,000,000\.$/),
    });
  });

  test("YAML that unfolds to too much text", () => {
    const yaml = `long: &long "${"x".repeat(900_000)}"\nsources: {s: {list: [${"*long, ".repeat(100)}]}}`;
    expect(readArgdown(`===\n${yaml}\n===\n\n[A]: a\n`)).toEqual({
      refused: expect.stringContaining("would unfold to more than 50 MB of text"),
    });
  });

  test("YAML that unfolds to too many values, before it takes a moment", () => {
    const lines = ["a: &a [x, x, x, x, x, x, x, x, x]"];
    for (const [before, name] of ["ab", "bc", "cd", "de", "ef"].map(
      ([before, name]) => [before, name] as const,
    ))
      lines.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(", ")}]`);
    expect(readArgdown(`===\n${lines.join("\n")}\n===\n\n[A]: a\n`)).toEqual({
      refused: expect.stringContaining("nested too deeply"),
    });
  });

  test("a line of brackets, before the parser has begun", () => {
    for (const sign of "[<{")
      expect(readArgdown(`[A]: ${sign.repeat(100_000)}\n`)).toEqual({
        refused: expect.stringContaining("nested too deeply"),
      });
    expect(readArgdown(`[A]: ${"\\[".repeat(1000)}\n`)).toHaveProperty("map");
  });

  test("what a parser trips over", () => {
    expect(reading(() => JSON.parse("{") as never)).toEqual({
      refused: expect.stringMatching(/^This file could not be read: .* Nothing was changed\.$/),
    });
  });
});

test("a long run of blanks inside a line costs no more than it is long", () => {
  const start = performance.now();
  const { claims } = readOutline(`- a${" ".repeat(1_000_000)}b`, () => "id");
  expect(claims[0]?.text).toHaveLength(1_000_002);
  expect(performance.now() - start).toBeLessThan(20_000);
});
