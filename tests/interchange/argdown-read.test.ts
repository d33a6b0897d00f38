import { expect, test } from "vitest";
import { readArgdown } from "#interchange/argdown-read.ts";
import { writeArgdown } from "#interchange/argdown-write.ts";
import type { ClaimId, MapId, SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { notationOf } from "../notation.ts";

function read(text: string): ArgumentMap & { readonly warnings: readonly string[] } {
  const outcome = readArgdown(text);
  if ("refused" in outcome) throw new Error(outcome.refused);
  return { ...outcome.map, warnings: outcome.warnings };
}

test.each([
  ["titles make ids", "[A Title]: text", "a-title"],
  ["a text without a title makes one too", "The Thaw\n  + Speech", "the-thaw; +speech > the-thaw"],
  ["lists are theses", "* a\n* b", "a; b"],
  ["support and attack", "[a]: A\n  + [b]: B\n  <- [c]: C", "a; +b > a; -c > a"],
  ["outgoing arrows", "[a]\n  +> [b]\n  -> [c]", "b; c; +a > b; -a > c"],
  ["nesting", "a\n  + b\n    - c\n  + d", "a; +b > a; +d > a; -c > b"],
  ["tabs", "a\n\t+ b\n\t\t- c", "a; +b > a; -c > b"],
  ["Windows line ends and a byte order mark", "\ufeff[a]: A {id: x,\r\n  note: n}\r\n  + b\r\n", "x; +b > x"],
  ["arguments that are only described are claims", "[a]\n  + <b>: because\n    - <c>", "a; +b > a; -c > b"],
  ["`_` undercuts the one step of a claim", "[a]\n  + [b]\n    _ [u]", "a; +b > a; -u > (b+>a)"],
  ["wherever it stands", "[a]\n  + [b]\n\n[b]: text\n  _ [u]", "a; +b > a; -u > (b+>a)"],
  ["`_>` the other way round", "[a]\n  + [b]\n\n[u]\n  _> [b]", "a; +b > a; -u > (b+>a)"],
  [
    "undercutters of undercutters",
    "a\n  + b\n    _ c\n      _ d",
    "a; +b > a; -c > (b+>a); -d > (c->(b+>a))",
  ],
  ["premises with a conclusion", "(1) p\n(2) q\n----\n(3) a", "a; +p & q > a"],
  ["an intermediate conclusion", "(1) p\n----\n(2) m\n(3) q\n-- Rule --\n(4) a", "a; +m & q > a; +p > m"],
  ["an undercut below the rule", "(1) p\n(2) q\n----\n  <_ [u]\n(3) a", "a; +p & q > a; -u > (p&q+>a)"],
  [
    "an undercut of the argument",
    "[a]\n  + <s>\n    _ u\n\n<s>\n\n(1) p\n----\n(2) [a]",
    "a; +p > a; -u > (p+>a)",
  ],
  [
    "attacks on the argument",
    "<s>\n  - x\n  + y\n\n(1) p\n----\n(2) a",
    "a; +p > a; -x > (p+>a); +y > (p+>a)",
  ],
  ["an argument's conclusion attacks", "[a]\n  - <s>\n\n<s>\n\n(1) p\n----\n(2) c", "a; -c > a; +p > c"],
  ["a cycle", "[a]\n  + [b]\n    - [a]", "+b > a; -a? > b"],
  [
    "a claim with two answers is at home where its text is",
    "a\n  + [b]\n  - c\n    + [b]: B",
    "a; +b? > a; -c > a; +b > c",
  ],
])("%s", (_, text, notation) => {
  const { warnings, ...map } = read(text);
  expect(warnings).toEqual([]);
  expect(notationOf(map)).toBe(notation);
});

test("an undercut of a claim with several steps means the one that it stands under", () => {
  const { warnings, ...map } = read("[a]\n  + [c]\n\n[b]\n  + [c]\n    _ [u]");
  expect(notationOf(map)).toBe("a; b; +c > a; +c > b; -u > (c+>b)");
  expect(warnings).toEqual([expect.stringMatching(/^Line 6: what is undercut here takes several steps/)]);
});

test("`><` is two opposing steps, marked mutual", () => {
  const { relations, claims } = read("[a]\n  >< [b]: B");
  const [there, back] = ["b->a", "a->b"].map((id) => relations.get(id as never));
  expect(there).toMatchObject({ kind: "opposes", premises: ["b"], target: { id: "a" }, mutual: "a->b" });
  expect(back).toMatchObject({ kind: "opposes", premises: ["a"], target: { id: "b" }, mutual: "b->a" });
  expect(claims.get("a" as ClaimId)?.home).toBeNull();
});

test("text loses Argdown's marks and keeps everything else", () => {
  const { claims } = read(
    "[t]: It was **not** a _mere_ [link](https://a.b)\n  over two lines :->: U.S. #tag \\[sic\\]",
  );
  expect(claims.get("t" as ClaimId)?.text).toBe("It was not a mere link over two lines → U.S. #tag [sic]");
});

test("data says what Argdown cannot", () => {
  const { claims, sources } = read(
    `===
title: T
cites: s
sources:
  s: {type: book, title: S, volume: 3, issued: {date-parts: [["1956"]]}}
  other: {title: O}
===

[A]: text {id: x, label: L, note: "N", order: b01, cite: ["¶2", {source: other, locator: 4-5, prefix: cf.}], see: [s]}`,
  );
  expect(claims.get("x" as ClaimId)).toEqual({
    id: "x",
    text: "text",
    attributions: [],
    images: [],
    period: "",
    label: "L",
    note: "N",
    home: null,
    order: "b01",
    citations: [
      { source: "s", locator: "¶2", label: "section", prefix: "", suffix: "", quotation: "" },
      { source: "other", locator: "4-5", label: "page", prefix: "cf.", suffix: "", quotation: "" },
      { source: "s", locator: "", label: "page", prefix: "see", suffix: "", quotation: "" },
    ],
  });
  const item = { type: "book", title: "S", volume: "3", issued: { "date-parts": [[1956]] } };
  expect(sources.get("s" as SourceId)?.item).toEqual(item);
  expect(sources.get("other" as SourceId)?.item.type).toBe("document");
});

test("the map's id is the caller's, the frontmatter's, or one that its title and text give", () => {
  expect(read("# The Thaw\n\na")).toMatchObject({
    id: expect.stringMatching(/^the-thaw-[a-z0-9]{14}$/),
    about: { title: "The Thaw" },
  });
  expect(read("===\nid: m\ntitle: T\n===\n\na").id).toBe("m");
  expect(readArgdown("a", { id: "given" as MapId })).toMatchObject({ map: { id: "given" } });
});

test("a sentence that was edited beside its data counts", () => {
  const map = read('[a]: one {text: "one\\nline"}');
  expect(map.claims.get("a" as ClaimId)?.text).toBe("one");
  expect(map.warnings).toEqual([
    "Line 1: the sentence is no longer the one in its data; the sentence was taken.",
  ]);
});

test.each([
  ["# T\n\n## Part\n\na", "Headings are not kept, apart from the first as the map's title."],
  ["a {color: red}", "Data that Counterpoint does not know was left out: color."],
  ["a {note: [1]}", 'Line 1: "note" was left out. Expected text, found a list.'],
  [
    "a {cite: 5}",
    'Line 1: "cite" was left out. Expected a section, or names and values, found the number 5.',
  ],
  ["a {id: x}\n\nb {id: x}", 'Line 3: the id "x" is taken already, so another was made.'],
  ["[a]: one\n\n[a]: two", 'Line 3: "a" has a text already; the first one was kept.'],
  ["a\n  _ b", "Line 2: what is undercut here takes no step, so this is read as an objection to the claim."],
  [
    "===\nsources: {s: {type: [1]}}\n===\n\na",
    'The source "s" was left out: This map has a fault at "item", "type": expected text, found a list.',
  ],
  [
    "===\nrelations: [{id: r}]\n===\n\na",
    'Relation 1 of the frontmatter was left out: This map has a fault at "kind": expected a value, found nothing.',
  ],
])("%j is read with a warning", (text, warning) => {
  expect(read(text).warnings).toEqual([warning]);
});

test.each([
  ["===\ntitle: T\n", /^The frontmatter opens with "===" and never closes/],
  ["===\ntitle: [\n===\n\na", /^The data at line \d is not YAML: /],
  ["===\n- 1\n===\n\na", /^The data at line 1 is a list\. Expected names and values/],
  ["a\n\nb {id: [}", /^The data at line 3 is not YAML: /],
  [
    "ok\n\n  + b",
    /^Line 3 is not Argdown that Counterpoint can read: found "\+ b"\. Invalid paragraph start/,
  ],
  ["(1) a\n(2) b\n", /^Line 2 .* Missing inference/],
  ["a *b", /^Line 1 .* Incomplete italic text range/],
  ["a\n\nb \\\nc", /^Line 3 .*: found "b \\\\"\. Expected a character after the backslash\.$/],
  ["[a]:\n\nb", /^Line 1 .* Missing text content/],
])("%# is refused with the line and what was expected", (text, sentence) => {
  expect(readArgdown(text)).toEqual({ refused: expect.stringMatching(sentence) });
});

test("text that is nested too deeply is refused", () => {
  const lines = Array.from({ length: 3000 }, (_, depth) => `${" ".repeat(depth + 1)}+ b`);
  const outcome = readArgdown(`a\n${lines.join("\n")}`);
  expect(outcome).toEqual({ refused: expect.stringMatching(/^This file is nested too deeply/) });
});

test("aliases of aliases are not followed for ever", () => {
  const lines = Array.from(
    { length: 40 },
    (_, place) => `  a${place + 1}: &a${place + 1} [*a${place}, *a${place}]`,
  );
  const bomb = `===\nsources:\n  a0: &a0 [x, x]\n${lines.join("\n")}\n===\n\na`;
  expect(readArgdown(bomb)).toEqual({ refused: expect.stringMatching(/nested too deeply/) });
});

test("`__proto__` in data changes nothing", () => {
  const { claims, sources } = read(
    "===\nsources: {s: {type: book, __proto__: {polluted: 1}}}\n===\n\na {__proto__: {polluted: 1}}",
  );
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  expect(sources.get("s" as SourceId)?.item["polluted"]).toBeUndefined();
  expect(claims.size).toBe(1);
});

test("reading is deterministic, and what was read comes back", () => {
  const text = "# T\n\n[a]: A\n  + <s>\n  >< b\n\n<s>\n\n(1) p\n(2) [q]\n----\n(3) [a]\n\n[q]: Q\n  _ [u]: U";
  const map = read(text);
  expect(read(text)).toEqual(map);
  expect(readArgdown(writeArgdown(map))).toMatchObject({
    map: { claims: map.claims, relations: map.relations },
  });
});
