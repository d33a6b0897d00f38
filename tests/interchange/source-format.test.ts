import { expect, test } from "vitest";
import { decodeStart } from "#interchange/decoding.ts";
import { writeArgdown } from "#interchange/argdown-write.ts";
import { writeNative } from "#interchange/native-write.ts";
import { formatOfFile } from "#interchange/source-format.ts";
import { newClaim } from "#model/claim.ts";
import type { ClaimId, SourceId } from "#model/ids.ts";
import { argumentMap } from "../notation.ts";

const bibtex = "% Encoding: UTF-8\n\n@book{key,\n  title = {A Title}}";
const ris = "TY  - BOOK\nTI  - A Title\nER  - ";
const csl = '[\n  {"id": "x", "type": "book", "title": "A Title"}\n]';

test.each([
  ["zotero.bib", bibtex, "bibtex"],
  ["zotero.BibTeX", bibtex, "bibtex"],
  ["letter.bib", "Dear colleague,", "bibtex"],
  ["zotero.ris", ris, "ris"],
  ["endnote.bib", ris, "ris"],
  ["zotero.json", csl, "csl"],
  ["nothing.json", "[]", "csl"],
  ["zotero.json", `\uFEFF${csl}`, "csl"],
  ["export.txt", ris, "ris"],
  ["export.txt", bibtex, "bibtex"],
  ["export", csl, "csl"],
  ["one.json", '{"type": "book", "title": "A Title"}', null],
  ["numbers.json", "[1, 2]", null],
  ["debate.argmap.json", csl, null],
  ["debate.argdown", bibtex, null],
  ["notes.md", bibtex, null],
  ["debate.txt", `===\ntitle: x\n===\n\n[A]: text\n\n${bibtex}`, null],
  ["letter.txt", "Dear colleague,", null],
] as const)("%s: %j", (name, text, format) => {
  expect(formatOfFile(name, text)).toBe(format);
});

test("a map that holds sources is a map, whatever its file is called", () => {
  const map = argumentMap("A; +B > A");
  const source = { id: "s" as SourceId, item: { type: "book", title: "@book{key, title = {A Title}}" } };
  const claim = newClaim("C" as ClaimId, { text: bibtex, note: bibtex });
  const full = {
    ...map,
    claims: new Map([...map.claims, [claim.id, claim]]),
    sources: new Map([[source.id, source]]),
  };
  for (const name of ["debate", "debate.json", "debate.argmap.json", "debate.txt"])
    expect(formatOfFile(name, writeNative(full))).toBeNull();
  for (const name of ["debate", "debate.argdown", "debate.txt"])
    expect(formatOfFile(name, writeArgdown(full))).toBeNull();
});

test("a start that is cut within a letter, or is UTF-16, is known all the same", () => {
  const cut = new TextEncoder().encode(`${ris}\nAU  - Ü`).subarray(0, -1);
  expect(formatOfFile("x.txt", decodeStart(cut))).toBe("ris");
  const wide = new Uint8Array([0xff, 0xfe, ...[...ris].flatMap((letter) => [letter.charCodeAt(0), 0])]);
  expect(formatOfFile("x.txt", decodeStart(wide))).toBe("ris");
});
