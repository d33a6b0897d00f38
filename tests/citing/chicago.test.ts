import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bibliographyEntry } from "#citing/bibliography.ts";
import { noteOf, shortNoteOf } from "#citing/note.ts";
import type { CslItem, LocatorLabel } from "#model/source.ts";
import { differences, type Written } from "./chicago/differences.ts";
import { chicagoReport } from "./chicago/report.ts";
import { cited, source, starred } from "./works.ts";

interface CitedRecord {
  readonly id: string;
  readonly item: CslItem;
  readonly citation?: { readonly locator: string; readonly label: LocatorLabel };
}

const records = read("records.json") as readonly CitedRecord[];
const oracle = read("oracle.json") as {
  readonly style: string;
  readonly updated: string;
  readonly citeproc: string;
  readonly written: Readonly<Record<string, Readonly<Record<Written, string>>>>;
};
const kinds = ["full", "short", "entry"] as const;
const explained = new Set(differences.flatMap(({ where }) => where.map((each) => each.join(" "))));

function ours({ item, citation: { locator, label } = { locator: "", label: "page" } }: CitedRecord) {
  const citation = cited(locator, { label });
  return {
    full: starred(noteOf(source(item), citation)),
    short: starred(shortNoteOf(source(item), citation)),
    entry: starred(bibliographyEntry(source(item))),
  };
}

describe.each(records)("$id", (record) => {
  const theirs = oracle.written[record.id]!;
  test.each(kinds)("%s, as citeproc has it or for a reason that is named", (kind) => {
    if (explained.has(`${record.id} ${kind}`)) expect(ours(record)[kind]).not.toBe(theirs[kind]);
    else expect(ours(record)[kind]).toBe(theirs[kind]);
  });
});

test("every record was given to citeproc, and every reason is about a record", () => {
  expect(records.length).toBeGreaterThanOrEqual(60);
  expect(records.map(({ id }) => id)).toEqual(Object.keys(oracle.written));
  for (const { where } of differences)
    for (const [id] of where) expect(Object.keys(oracle.written)).toContain(id);
});

test("docs/chicago.md says what was compared", async () => {
  const compared = records.map((record) => ({
    id: record.id,
    type: record.item.type,
    ours: ours(record),
    theirs: oracle.written[record.id]!,
  }));
  await expect(chicagoReport(oracle, compared)).toMatchFileSnapshot("../../docs/chicago.md");
});

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`chicago/${name}`, import.meta.url), "utf8"));
}
