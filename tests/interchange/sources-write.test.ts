import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sourceFormatOf } from "#interchange/source-format.ts";
import { readSources } from "#interchange/sources-read.ts";
import { writeSources } from "#interchange/sources-write.ts";
import type { CslItem } from "#model/source.ts";
import { atOnce } from "#model/steps.ts";
import { below, chance, pick, type Random, randomText, seeded } from "../random-map.ts";

const formats = ["bibtex", "ris", "csl"] as const;
type Format = (typeof formats)[number];

async function write(items: readonly CslItem[], format: Format): Promise<string> {
  return atOnce(await writeSources(items, format));
}

async function readBack(text: string, format: Format): Promise<readonly CslItem[]> {
  const steps = await readSources(text, format);
  if ("refused" in steps) throw new Error(steps.refused);
  const { items, bad } = atOnce(steps);
  expect(bad).toEqual([]);
  return items;
}

const records = (
  JSON.parse(readFileSync(new URL("../citing/chicago/records.json", import.meta.url), "utf8")) as {
    item: CslItem;
  }[]
).map(({ item }) => item);

describe.each(formats)("%s", (format) => {
  test("the works of the Chicago table are read back as they were", async () => {
    const text = await write(records, format);
    expect(sourceFormatOf(text)).toBe(format);
    expect(await readBack(text, format)).toEqual(records);
  });

  test("so is any other record", async () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = seeded(seed);
      const items = Array.from({ length: 1 + below(random, 3) }, () => randomItem(random));
      const text = await write(items, format);
      expect(await readBack(text, format), `seed ${seed}:\n${text}`).toEqual(items);
    }
  });

  test("two works of one author and year have two keys", async () => {
    const item = { type: "book", author: [{ family: "Doe" }], issued: { "date-parts": [[1990]] } };
    const text = await write(
      ["A", "B"].map((title) => Object.assign({ title }, item)),
      format,
    );
    expect(text.match(/doe1990(?:_2)?/gu)).toEqual(["doe1990", "doe1990_2"]);
  });
});

test("other programs find the usual fields", async () => {
  const [item] = records;
  expect(await write([item!], "bibtex")).toBe(
    [
      "@book{taubman2003,",
      "\tauthor = {Taubman, William},",
      "\tdate = {2003},",
      "\tlocation = {New York},",
      "\tpublisher = {W. W. Norton},",
      "\tshorttitle = {Khrushchev},",
      "\ttitle = {Khrushchev: The {Man} and {His} {Era}},",
      "}",
      "",
    ].join("\n"),
  );
  const article = records.find(({ DOI }) => DOI !== undefined)!;
  expect((await write([article], "ris")).split("\n")).toEqual(
    expect.arrayContaining(["TY  - JOUR", "AU  - Acemoglu, Daron", "PY  - 2001", `DO  - ${article.DOI}`]),
  );
});

const types = [
  "book",
  "chapter",
  "article-journal",
  "article-newspaper",
  "thesis",
  "manuscript",
  "speech",
] as const;
const texts = [
  "title-short",
  "container-title",
  "publisher",
  "publisher-place",
  "volume",
  "issue",
  "page",
  "edition",
  "genre",
  "URL",
  "DOI",
  "ISBN",
  "archive",
  "archive_location",
  "note",
  "language",
  "x-unknown",
] as const;

function randomItem(random: Random): CslItem {
  const item: Record<string, unknown> = { type: pick(random, types), title: `T ${oddText(random)}` };
  for (const field of texts) if (chance(random, 0.3)) item[field] = oddText(random);
  for (const field of ["author", "editor", "translator", "director"])
    if (chance(random, 0.3))
      item[field] = Array.from({ length: 1 + below(random, 3) }, () => randomName(random));
  for (const field of ["issued", "accessed", "original-date"])
    if (chance(random, 0.4)) item[field] = randomDate(random);
  return item as CslItem;
}

function oddText(random: Random): string {
  const odd = [
    "{",
    "}",
    "}}{{",
    "\\",
    "\\u007b",
    '"',
    "%",
    "@book{x,",
    "ER  - ",
    "csl = {}",
    "\n@book{y,\n",
    "&",
    "$x$",
    "~",
    "#",
  ];
  return chance(random, 0.5) ? randomText(random) : pick(random, odd)! + pick(random, odd)!;
}

function randomName(random: Random): object {
  if (chance(random, 0.3)) return { literal: oddText(random) };
  return {
    family: pick(random, ["Doe", "Bethmann Hollweg", "Müller", "Хрущев", "and", "O'Neil, x"]),
    given: pick(random, ["Jane", "J. R.", "Nikita S."]),
    ...(chance(random, 0.2) && { suffix: "Jr." }),
    ...(chance(random, 0.2) && { "non-dropping-particle": "van" }),
    ...(chance(random, 0.2) && { "dropping-particle": "von" }),
  };
}

function randomDate(random: Random): object {
  if (chance(random, 0.2)) return { literal: oddText(random) };
  const date = () => [1000 + below(random, 1000), 1 + below(random, 12), 1 + below(random, 28)];
  const parts = date().slice(0, 1 + below(random, 3));
  return {
    "date-parts": chance(random, 0.3) ? [parts, date()] : [parts],
    ...(chance(random, 0.2) && { circa: true }),
    ...(chance(random, 0.2) && { season: 2 }),
  };
}
