import { describe, expect, test } from "vitest";
import { bibliographyEntry } from "#citing/bibliography.ts";
import { plain } from "#citing/rich-text.ts";
import { newWorks } from "#citing/same-work.ts";
import { sourceFormatOf } from "#interchange/source-format.ts";
import { MAX_SOURCES_TEXT, readSources, type SourcesRead } from "#interchange/sources-read.ts";
import type { SourceId } from "#model/ids.ts";
import type { CslItem } from "#model/source.ts";
import { atOnce } from "#model/steps.ts";
import { below, pick, seeded } from "../random-map.ts";

async function read(text: string): Promise<SourcesRead> {
  const steps = await readSources(text, sourceFormatOf(text)!);
  if ("refused" in steps) throw new Error(steps.refused);
  return atOnce(steps);
}

/** Each source as its bibliography has it. */
async function entries(text: string): Promise<readonly string[]> {
  const { items } = await read(text);
  return items.map((item) => plain(bibliographyEntry({ id: "s" as SourceId, item })));
}

const taubman = "Taubman, William. Khrushchev: The Man and His Era. W. W. Norton, 2003.";

describe("BibTeX", () => {
  test.each([
    [
      "@book{t, author = {Taubman, William}, title = {Khrushchev: {The} Man and His Era}, publisher = {W. W. Norton}, address = {New York}, year = 2003}",
      taubman,
    ],
    [
      '@BOOK(t, author = "William Taubman", title = "Khrushchev: The Man and His Era", publisher = "W. W. Norton", year = "2003")',
      taubman,
    ],
    [
      "@string{wwn = {W. W. } # norton}\n@string{norton = {Norton}}\n@book{t, author={Taubman, William}, title={Khrushchev: The Man and His Era}, publisher=norton, year=2003}",
      taubman.replace("W. W. ", ""),
    ],
    [
      "@article{c, author={Cohen, Stephen F.}, title={The Friends and Foes of Change}, journal={Slavic Review}, volume=38, number=2, year=1979, pages={187--202}}",
      "Cohen, Stephen F. “The Friends and Foes of Change.” Slavic Review 38, no. 2 (1979): 187–202.",
    ],
    [
      '@incollection{m, author={Mason, Tim}, title={Intention and Explanation}, booktitle={Der „F{\\"u}hrerstaat“}, editor={Hirschfeld, Gerhard and Kettenacker, Lothar}, publisher={Klett-Cotta}, year=1981}',
      "Mason, Tim. “Intention and Explanation.” In Der „Führerstaat“, edited by Gerhard Hirschfeld and Lothar Kettenacker. Klett-Cotta, 1981.",
    ],
    [
      "@phdthesis{k, author={Kissinger, Henry A.}, title={Peace, Legitimacy, and the Equilibrium}, school={Harvard University}, year={1954}}",
      "Kissinger, Henry A. “Peace, Legitimacy, and the Equilibrium.” PhD diss., Harvard University, 1954.",
    ],
    [
      "@report{r, author={{National Commission on Terrorist Attacks}}, title={The 9/11 Report}, date={2004-07}}",
      "National Commission on Terrorist Attacks. The 9/11 Report. 2004.",
    ],
    ["@book{x, title={Undated}, year={c. 1979}}", "Undated. [1979?]."],
  ])("%#", async (text, expected) => {
    expect(await entries(text)).toEqual([expected]);
  });

  test("a broken entry costs none but itself, and is named by its line", async () => {
    const { items, bad } = await read(
      [
        "% a comment with an address: me@example.org",
        "@comment{jabref-meta: x}",
        "@book{one, title = {One}, year = 2001}",
        "@book{two, title = {Never closed, year = 2002",
        "@book{three, title = {Three}}",
        "",
        "@book{four title}",
        "@book{five, title = }",
        "  @misc{six,}",
        "@book{seven, title = {Seven}}",
      ].join("\n"),
    );
    expect(items.map(({ title }) => title)).toEqual(["One", "Three", "Seven"]);
    expect(bad).toEqual([
      { line: 4, reason: "“@book{” is not closed. Expected a closing bracket before the next entry." },
      { line: 7, reason: "Expected a comma, found a key." },
      { line: 8, reason: "Expected an opening bracket, found a closing bracket." },
      { line: 9, reason: "It has neither a title nor a name. Expected at least one of them." },
    ]);
  });

  test("an entry that is not closed does not swallow the next, though brackets too many follow", async () => {
    const { items, bad } = await read(
      "@book{a, title = {Open\n@book{b, title = {B}}\n}}\n@book{c, title = {C}}",
    );
    expect(items.map(({ title }) => title)).toEqual(["B", "C"]);
    expect(bad.map(({ line }) => line)).toEqual([1]);
  });

  test("of 5,000 entries, one in ten broken, the good ones come and the bad are listed by line", async () => {
    const random = seeded(1);
    const broken = new Set<number>();
    const lines = Array.from({ length: 5000 }, (_, number) => {
      if (below(random, 10) > 0)
        return `@book{key, author = {Doe, Jane}, title = {Work ${number}}, year = ${1800 + below(random, 200)}}`;
      broken.add(number + 1);
      return pick(random, [`@book{k${number}, title = {Open`, `@book{k${number} title = {x}}`, "@book{,,}"]);
    });
    const { items, bad } = await read(lines.join("\n"));
    expect(bad.map(({ line }) => line)).toEqual([...broken]);
    expect(items).toHaveLength(5000 - broken.size);
  });
});

describe("RIS", () => {
  test.each([
    [
      "TY  - BOOK\nAU  - Taubman, William\nTI  - Khrushchev: The Man and His Era\nPB  - W. W. Norton\nCY  - New York\nPY  - 2003\nER  - ",
      taubman,
    ],
    [
      "TY  - JOUR\r\nAU  - Cohen, Stephen F.\r\nTI  - The Friends and Foes of Change\r\nT2  - Slavic Review\r\nVL  - 38\r\nIS  - 2\r\nPY  - 1979\r\nSP  - 187\r\nEP  - 202\r\nER  - \r\n",
      "Cohen, Stephen F. “The Friends and Foes of Change.” Slavic Review 38, no. 2 (1979): 187–202.",
    ],
  ])("%#", async (text, expected) => {
    expect(await entries(text)).toEqual([expected]);
  });

  test("a record without its end stops at the next, and one without a title is named by its line", async () => {
    const { items, bad } = await read(
      "TY  - BOOK\nTI  - One\nTY  - BOOK\nPY  - 1956\nER  - \nTY  - BOOK\nTI  - Two",
    );
    expect(items.map(({ title }) => title)).toEqual(["One", "Two"]);
    expect(bad).toEqual([
      { line: 3, reason: "It has neither a title nor a name. Expected at least one of them." },
    ]);
  });
});

describe("CSL-JSON", () => {
  test("a list, as Zotero exports it", async () => {
    const item = { type: "book", title: "One", issued: { "date-parts": [["2003"]] }, custom: { a: [1] } };
    const { items, bad } = await read(
      JSON.stringify(
        [{ id: "x", ...item }, 7, { ...item, title: "Two" }, { type: "book", title: [] }],
        null,
        2,
      ),
    );
    const asRead = { ...item, issued: { "date-parts": [[2003]] } };
    expect(items).toEqual([asRead, { ...asRead, title: "Two" }]);
    expect(bad.map(({ line }) => line)).toEqual([19, 36]);
    expect(bad.map(({ reason }) => reason)).toEqual([
      "Expected a CSL-JSON record, found the number 7.",
      expect.stringContaining('"title"'),
    ]);
  });

  test("what is cut off is refused", async () => {
    expect(await readSources('[{"type": "book", "title": "One"', "csl")).toEqual({
      refused: "This is not CSL-JSON. Expected a list of records, such as Zotero exports.",
    });
  });
});

test.each([
  ["@book{x, title={One}}", "bibtex"],
  ["Some notes\n\n@article{x,\n title={One}}", "bibtex"],
  ["TY  - BOOK\nER  - ", "ris"],
  ['[{"id": "x", "type": "book"}]', "csl"],
  ['{"type": "book"}', "csl"],
  ["The thaw\n  + a reason", null],
  ["mail me@example.org {soon}", null],
  ['{"format": "counterpoint"}', null],
  ["https://doi.org/10.1257/aer.91.5.1369", null],
  ["Q42", null],
  ["", null],
])("%s is %s", (text, format) => {
  expect(sourceFormatOf(text)).toBe(format);
});

test("nothing is fetched, whatever the text holds", async () => {
  const { fetch } = globalThis;
  const asked: unknown[] = [];
  globalThis.fetch = (address) => {
    asked.push(address);
    return Promise.reject(new Error("offline"));
  };
  try {
    for (const address of [
      "https://example.org/a.bib",
      "https://www.wikidata.org/wiki/Q42",
      "10.1257/aer.91.5.1369",
    ]) {
      await read(`@online{${address}, title={${address}}, url={${address}}, doi={${address}}}`);
      await read(`TY  - ELEC\nTI  - ${address}\nUR  - ${address}\nER  - `);
      await read(JSON.stringify([address, { type: "webpage", title: address, URL: address }, [address]]));
    }
  } finally {
    globalThis.fetch = fetch;
  }
  expect(asked).toEqual([]);
});

test("too much is refused", async () => {
  expect(await readSources("@".repeat(MAX_SOURCES_TEXT + 1), "bibtex")).toEqual({
    refused: "This holds 20,000,001 characters of sources; up to 20,000,000 can be read at once.",
  });
  expect(await readSources("@book{a,}\n".repeat(20_001), "bibtex")).toHaveProperty("refused");
});

test("a text that is cut anywhere, or has letters changed, breaks nothing", async () => {
  const text = `@string{p = {Press}}\n@book{a, title={One {and} \\"u}, publisher=p # { x}, year=1956}\n@article(b, title="Two")\n`;
  for (let seed = 1; seed <= 400; seed++) {
    const random = seeded(seed);
    const at = below(random, text.length);
    const letter = pick(random, ["", "{", "}", '"', "@", "\\", "#", ",", "=", "\u0000", "%"]);
    const harmed = text.slice(0, at) + letter + text.slice(at + below(random, 3));
    const outcome = await readSources(harmed, "bibtex");
    if ("refused" in outcome) continue;
    const { items, bad } = atOnce(outcome);
    expect(items.length + bad.length, `seed ${seed}: ${harmed}`).toBeLessThanOrEqual(4);
  }
});

function book(fields: Partial<CslItem>): CslItem {
  return {
    type: "book",
    title: "Über die Wende",
    author: [{ family: "Müller", given: "Jan" }],
    issued: { "date-parts": [[1990]] },
    ...fields,
  };
}

describe("duplicates", () => {
  const known = [{ id: "1" as SourceId, item: book({ DOI: "10.1000/XYZ", ISBN: "0-393-05144-7" }) }];

  test.each([
    ["its title, year and first author, however written", book({ title: "Uber die  WENDE!" }), true],
    ["its DOI", book({ title: "Other", DOI: "https://doi.org/10.1000/xyz" }), true],
    ["its ISBN of thirteen digits", book({ title: "Other", ISBN: "978-0-393-05144-5" }), true],
    ["another year", book({ issued: { "date-parts": [[1991]] } }), false],
    ["another author", book({ author: [{ family: "Doe" }] }), false],
    ["another volume", book({ volume: "2" }), false],
    [
      "a chapter with the book's ISBN",
      { ...book({ title: "A", ISBN: "0-393-05144-7" }), type: "chapter" },
      false,
    ],
  ])("are known by %s", (_, item, isKnown) => {
    expect(newWorks(known, [item])).toEqual(isKnown ? [] : [item]);
  });

  test("come once from one text, and two works with one key both come", async () => {
    const { items } = await read(
      "@book{k, title={One}, year=1990}\n@book{k, title={Two}, year=1990}\n@book{other, title={One}, year=1990}",
    );
    expect(newWorks([], items).map(({ title }) => title)).toEqual(["One", "Two"]);
  });
});
