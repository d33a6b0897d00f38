import { describe, expect, it, test } from "vitest";
import { bibliographyEntry } from "#citing/bibliography.ts";
import { noteOf, shortNoteOf } from "#citing/note.ts";
import { plain } from "#citing/rich-text.ts";
import { shortCitation } from "#citing/short-citation.ts";
import type { SourceId } from "#model/ids.ts";
import { type CslItem, newCitation } from "#model/source.ts";
import { below, type Random, seeded } from "../random-map.ts";
import { cited, source, starred, works } from "./works.ts";

type Case = readonly [work: keyof typeof works, locator: string, expected: string];

// Each agrees with citeproc's output of the style "Chicago Manual of Style 18th edition (notes and bibliography)",
// but for the unsigned article without an encyclopaedia's name, whose title we quote as that of a part.
const fullNotes: readonly Case[] = [
  ["taubman", "274", "William Taubman, *Khrushchev: The Man and His Era* (W. W. Norton, 2003), 274."],
  [
    "jonesEdited",
    "12-14",
    "Polly Jones, ed., *The Dilemmas of De-Stalinization: Negotiating Cultural and Social Change in the Khrushchev Era* (Routledge, 2006), 12–14.",
  ],
  [
    "memoirs",
    "274",
    "Nikita Khrushchev, *Memoirs of Nikita Khrushchev*, vol. 2, ed. Sergei Khrushchev, trans. George Shriver (Pennsylvania State University Press, 2006), 274.",
  ],
  ["volume", "5", "Jane Doe, *A Work in Volumes*, 2nd ed. (Press, [1960?]), 3:5."],
  ["volume", "", "Jane Doe, *A Work in Volumes*, 2nd ed., vol. 3 (Press, [1960?])."],
  ["three", "", "Ann Aa et al., *Three by Three* (Press, n.d.)."],
  ["anonymous", "", "*An Anonymous Work* (Press, 1960–1962)."],
  [
    "cohen",
    "190",
    "Stephen F. Cohen, “The Friends and Foes of Change: Reformism and Conservatism in the Soviet Union,” *Slavic Review* 38, no. 2 (1979): 190.",
  ],
  [
    "cohen",
    "",
    "Stephen F. Cohen, “The Friends and Foes of Change: Reformism and Conservatism in the Soviet Union,” *Slavic Review* 38, no. 2 (1979): 187–202.",
  ],
  [
    "question",
    "",
    "Jane Doe, “Who Was ‘Stalin’?,” *Kritika*, no. 3 (March 2001): 101–8, https://doi.org/10.1000/xyz.",
  ],
  [
    "chapter",
    "45",
    "Polly Jones, “From the Secret Speech to the Burial of Stalin,” in *The Dilemmas of De-Stalinization*, ed. Polly Jones (Routledge, 2006), 45.",
  ],
  [
    "speech",
    "",
    "Nikita S. Khrushchev, “On the Cult of Personality and Its Consequences,” speech to a closed session of the Twentieth Congress of the CPSU, Moscow, February 25, 1956.",
  ],
  ["entry", "", "“De Stalinization.”"],
  [
    "britannica",
    "",
    "“De-Stalinization,” *Encyclopaedia Britannica*, accessed November 20, 2026, https://www.britannica.com/x.",
  ],
  [
    "signedEntry",
    "",
    "Polly Jones, “De-Stalinization,” in *Encyclopedia of Russian History*, vol. 1, ed. James R. Millar (Macmillan Reference USA, 2004).",
  ],
  [
    "page",
    "",
    "Wilson Center, “Secret Speech,” Digital Archive, April 3, 2012, https://digitalarchive.wilsoncenter.org/x.",
  ],
  ["thesis", "12", "Nanci Adler, “Returnees from the Gulag” (PhD diss., University of Amsterdam, 1999), 12."],
  [
    "letter",
    "2",
    "Ivan Ivanov, “Letter to the Central Committee,” March 2, 1956, f. 5, op. 30, d. 140, p. 2, Russian State Archive of Contemporary History, Moscow.",
  ],
  ["unsigned", "", "“Khrushchev Talk,” *New York Times*, June 5, 1956."],
  [
    "signed",
    "",
    "Harry Schwartz, “Khrushchev Talk on Stalin Bares Details of Rule Based on Terror,” *New York Times*, June 5, 1956.",
  ],
];

test.each(fullNotes)("full note on %s at “%s”", (work, locator, expected) => {
  expect(starred(noteOf(source(works[work]), cited(locator)))).toBe(expected);
});

const shortNotes: readonly Case[] = [
  ["taubman", "274", "Taubman, *Khrushchev*, 274."],
  ["jonesEdited", "12", "Jones, *Dilemmas of De-Stalinization*, 12."],
  ["volume", "5", "Doe, *A Work in Volumes*, 3:5."],
  ["three", "", "Aa et al., *Three by Three*."],
  ["anonymous", "7", "*An Anonymous Work*, 7."],
  ["cohen", "190", "Cohen, “Friends and Foes of Change,” 190."],
  ["question", "101", "Doe, “Who Was ‘Stalin’?,” 101."],
  ["unsigned", "", "*New York Times*, “Khrushchev Talk.”"],
  ["page", "", "Wilson Center, “Secret Speech.”"],
];

test.each(shortNotes)("short note on %s at “%s”", (work, locator, expected) => {
  expect(starred(shortNoteOf(source(works[work]), cited(locator)))).toBe(expected);
});

describe("locators", () => {
  const places = [
    ["page", "274", "274"],
    ["page", "pp. 12-14", "12–14"],
    ["page", "xii, 101-108", "xii, 101–8"],
    ["page", "100-104", "100–104"],
    ["page", "321-328", "321–28"],
    ["page", "187-202", "187–202"],
    ["page", "1002-1003", "1002–3"],
    ["page", "1496-1500", "1496–500"],
    ["folio", "12v", "fol. 12v"],
    ["folio", "12r-13v", "fols. 12r–13v"],
    ["paragraph", "2", "para. 2"],
    ["paragraph", "2-3", "paras. 2–3"],
    ["paragraph", "¶2", "¶2"],
    ["chapter", "3", "chap. 3"],
    ["column", "4", "col. 4"],
    ["note", "6", "n. 6"],
    ["line", "5, 7", "lines 5, 7"],
    ["timestamp", "00:12:04", "at 00:12:04"],
    ["section", "Controversies and debates, ¶2", "Controversies and debates, ¶2"],
  ] as const;

  it.each(places)("%s %s", (label, locator, expected) => {
    const note = plain(shortNoteOf(source(works.taubman), cited(locator, { label })));
    expect(note).toBe(`Taubman, Khrushchev, ${expected}.`);
  });
});

it("puts the prefix before a note with a capital, and the suffix after it", () => {
  const citation = cited("274", { prefix: "see", suffix: "on the camps" });
  expect(plain(shortNoteOf(source(works.taubman), citation))).toBe(
    "See Taubman, Khrushchev, 274, on the camps.",
  );
});

describe("the short form on a card", () => {
  const cards: readonly (readonly [CslItem, string, "page" | "section" | "paragraph", string])[] = [
    [works.taubman, "274", "page", "Taubman, Khrushchev, 274"],
    [works.taubman, "", "page", "Taubman, Khrushchev"],
    [works.entry, "Controversies and debates, ¶2", "section", "“De Stalinization,” Controversies, ¶2"],
    [works.entry, "Key moments, ¶1", "section", "“De Stalinization,” Key moments, ¶1"],
    [
      works.entry,
      "Economic and social reforms, ¶3",
      "section",
      "“De Stalinization,” Economic and social…, ¶3",
    ],
    [works.entry, "2", "paragraph", "“De Stalinization,” ¶2"],
  ];

  it.each(cards)("%#", (item, locator, label, expected) => {
    expect(shortCitation(source(item), cited(locator, { label }))).toBe(expected);
  });
});

test("every source gives a text that ends with one full stop, whatever its fields hold", () => {
  for (let seed = 1; seed <= 3000; seed++) {
    const random = seeded(seed);
    const item = oddItem(random);
    const citation = cited(oddText(random), { label: below(random, 2) === 0 ? "page" : "section" });
    for (const rich of [
      noteOf(source(item), citation),
      shortNoteOf(source(item), citation),
      bibliographyEntry(source(item)),
    ])
      expect(plain(rich), `seed ${seed}: ${JSON.stringify(item)}`).toMatch(/[.?!][’”]*$/u);
    expect(shortCitation(source(item), citation), `seed ${seed}`).not.toBe("");
  }
});

const types = [
  "book",
  "article-journal",
  "chapter",
  "speech",
  "entry-encyclopedia",
  "webpage",
  "thesis",
  "manuscript",
  "article-newspaper",
  "no such type",
  "",
];
const fields = [
  "title",
  "container-title",
  "author",
  "editor",
  "translator",
  "issued",
  "accessed",
  "publisher",
  "volume",
  "issue",
  "page",
  "edition",
  "genre",
  "URL",
  "DOI",
  "archive",
  "archive_location",
];

function oddItem(random: Random): CslItem {
  const item: Record<string, unknown> = {};
  for (const field of fields) if (below(random, 2) === 0) item[field] = oddValue(random);
  return { ...item, type: types[below(random, types.length)]! };
}

function oddValue(random: Random): unknown {
  const values = [
    null,
    7,
    true,
    {},
    [],
    [null],
    "1956",
    oddText(random),
    [{ family: oddText(random) }, { literal: "KPSS" }],
    { "date-parts": [[1956, 13, 40]] },
    { "date-parts": [["1956", "2"]] },
    { "date-parts": "x" },
    { literal: "spring" },
  ];
  return values[below(random, values.length)];
}

function oddText(random: Random): string {
  const texts = [
    "",
    "  ",
    "?",
    "“",
    "”",
    "…’”",
    "'",
    ".",
    "a.",
    "<b>",
    "12-",
    "-",
    "الخطاب",
    "👩🏽‍🚀",
    "two\nlines",
  ];
  return texts[below(random, texts.length)]!;
}

test.each([
  ["Der „Führerstaat“", "“Der ‘Führerstaat.’”"],
  ["„Weltpolitik“ und „Flottenbau“ 1900", "“‘Weltpolitik’ und ‘Flottenbau’ 1900.”"],
  ["„Der Begriff ‚Holismus‘ heute“", "“‘Der Begriff “Holismus” heute.’”"],
  ["Zum Begriff ‚Holismus‘ heute", "“Zum Begriff ‘Holismus’ heute.”"],
  ["La «grande guerre» et «\u00a0la paix\u00a0»", "“La ‘grande guerre’ et ‘la paix.’”"],
  ["Der »Griff« 1914", "“Der ‘Griff’ 1914.”"],
  ["Who Was “Stalin” and “Why”?", "“Who Was ‘Stalin’ and ‘Why’?”"],
  ["Unpaired “ and „ marks", "“Unpaired ‘ and „ marks.”"],
])("a title with other quotation marks, %s, is quoted in English ones", (title, said) => {
  const work = { id: "s" as SourceId, item: { type: "article-journal", title } };
  expect(plain(shortNoteOf(work, newCitation(work.id)))).toBe(said);
});
