import { describe, expect, test } from "vitest";
import { bibliographyOf, isDivisible } from "#citing/listing.ts";
import { plain } from "#citing/rich-text.ts";
import { asHtml, asText } from "#citing/written-out.ts";
import type { CslItem, Source } from "#model/source.ts";
import type { SourceId } from "#model/ids.ts";

let made = 0;

/** "Jones, Polly: Myth": an author and a title; "ed. Jones, Polly: The Dilemmas"; ": A title alone". */
function work(written: string, role?: Source["role"]): Source {
  const [who = "", title = ""] = written.split(": ");
  const names = who
    .replace(/^ed\. /, "")
    .split("; ")
    .filter((name) => name !== "")
    .map((name) => {
      const [family = "", given] = name.split(", ");
      return given === undefined ? { literal: family } : { family, given };
    });
  const item: CslItem = { type: "book", title, [who.startsWith("ed. ") ? "editor" : "author"]: names };
  return { id: `work-${++made}` as SourceId, item, ...(role && { role }) };
}

function titles(sources: readonly Source[], language = "en"): readonly string[] {
  const sections = bibliographyOf(sources, language, false);
  return sections.flatMap(({ entries }) =>
    entries.map((entry) => entry.find(({ italic }) => italic)?.text ?? plain(entry)),
  );
}

describe("the order of a bibliography", () => {
  test.each([
    ["authors", ["Taubman, William: B", "Cohen, Stephen: Z", "Breslauer, George: M"], ["M", "Z", "B"]],
    ["titles of one author", ["Jones, Polly: Myth", "Jones, Polly: Dilemmas"], ["Dilemmas", "Myth"]],
    ["one author before the same with others", ["Aa, A; Bb, B: A", "Aa, A: Z"], ["Z", "A"]],
    ["editors among authors", ["Jones, Polly: Myth", "ed. Jones, Polly: Dilemmas"], ["Dilemmas", "Myth"]],
    [
      "no first article",
      ["Aa, A: The Beta", "Aa, A: Alpha", "Aa, A: A Gamma"],
      ["Alpha", "The Beta", "A Gamma"],
    ],
    ["titles where no one is named", [": The Middle", "Zz, Z: A", "Aa, A: Z"], ["Z", "The Middle", "A"]],
    ["letters with marks", ["Ž, Z: 3", "Öz, O: 2", "Oa, O: 1"], ["1", "2", "3"]],
    ["numbers as numbers", ["A, A: Part 10", "A, A: Part 9"], ["Part 9", "Part 10"]],
  ])("%s", (_what, written, expected) => {
    expect(titles(written.map((each) => work(each)))).toEqual(expected);
  });

  test("is that of the reader's alphabet", () => {
    const sources = [work("Öa, O: Last in Swedish"), work("Zz, Z: Z")];
    expect(titles(sources, "sv")).toEqual(["Z", "Last in Swedish"]);
    expect(titles(sources, "de")).toEqual(["Last in Swedish", "Z"]);
    expect(titles(sources, "no language at all")).toEqual(["Last in Swedish", "Z"]);
  });
});

describe("a bibliography that is divided", () => {
  const sources = [
    work("Zz, Z: Old", "primary"),
    work("Bb, B: Unsaid"),
    work("Aa, A: Later", "secondary"),
    work("Cc, C: Earlier", "secondary"),
  ];

  test("has a section for each role that occurs, the unsaid last", () => {
    const sections = bibliographyOf(sources, "en", true);
    expect(sections.map(({ role, entries }) => [role, entries.length])).toEqual([
      ["primary", 1],
      ["secondary", 2],
      [null, 1],
    ]);
  });

  test("is offered only where there is more than one role", () => {
    expect(isDivisible(sources)).toBe(true);
    expect(isDivisible(sources.slice(2))).toBe(false);
    expect(bibliographyOf([], "en", true)).toEqual([]);
  });
});

test("as text and as HTML it says the same, and nothing in it is read as markup", () => {
  const sections = bibliographyOf([work('<Evil>, A: "A" & <script>alert(1)</script>')], "en", false);
  expect(asText(sections, () => "All")).toBe("All\n\n<Evil>, A. “A” & <script>alert(1)</script>. n.d.\n");
  expect(asHtml(sections, () => null)).toBe(
    "<p>&lt;Evil&gt;, A. <i>“A” &amp; &lt;script&gt;alert(1)&lt;/script&gt;</i>. n.d.</p>",
  );
});
