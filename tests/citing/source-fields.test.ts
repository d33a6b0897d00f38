import { expect, test } from "vitest";
import { archiveLocation, archivePlace } from "#citing/archive-location.ts";
import { bibliographyEntry } from "#citing/bibliography.ts";
import { plain } from "#citing/rich-text.ts";
import { namesFrom } from "#citing/written-names.ts";
import {
  fieldIn,
  fieldsOf,
  type SourceField,
  type SourceKind,
  sourceKindOf,
  sourceKinds,
  withField,
  withKind,
} from "#citing/source-fields.ts";
import { dateFrom } from "#citing/written-dates.ts";
import type { CslItem } from "#model/source.ts";
import { source, works } from "./works.ts";

type Fields = Partial<Record<SourceField, string>>;

/** A record as the form makes it: first its kind, then field by field. */
function filled(kind: SourceKind, fields: Fields): CslItem {
  let item = withKind({ type: "book" }, kind);
  for (const [field, text] of Object.entries(fields)) item = withField(item, field as SourceField, text);
  return item;
}

const forms: readonly (readonly [SourceKind, Fields, string])[] = [
  [
    "book",
    { author: "Taubman, William", title: "Khrushchev", issued: "2003", publisher: "W. W. Norton" },
    "Taubman, William. Khrushchev. W. W. Norton, 2003.",
  ],
  [
    "edited-book",
    { editor: "Jones, Polly; Dobson, Miriam", title: "Dilemmas", issued: "2006" },
    "Jones, Polly, and Miriam Dobson, eds. Dilemmas. 2006.",
  ],
  [
    "chapter",
    {
      author: "Filtzer, Donald",
      title: "From Mobilized to Free Labour",
      "container-title": "Dilemmas",
      editor: "Jones, Polly",
      publisher: "Routledge",
      issued: "2006",
    },
    "Filtzer, Donald. “From Mobilized to Free Labour.” In Dilemmas, edited by Polly Jones. Routledge, 2006.",
  ],
  [
    "article-journal",
    {
      author: "Cohen, Stephen F.",
      title: "Friends",
      "container-title": "Slavic Review",
      volume: "38",
      issue: "2",
      issued: "1979",
      page: "187–202",
    },
    "Cohen, Stephen F. “Friends.” Slavic Review 38, no. 2 (1979): 187–202.",
  ],
  [
    "thesis",
    { author: "Doe, Jane", title: "Thaw", genre: "PhD diss.", publisher: "Oxford", issued: "1999" },
    "Doe, Jane. “Thaw.” PhD diss., Oxford, 1999.",
  ],
  [
    "manuscript",
    {
      author: "Shelepin, Aleksandr",
      title: "Note to the Presidium",
      issued: "1956-06-07",
      fond: "17",
      opis: "165",
      delo: "12",
      list: "3",
      archive_collection: "General Department",
      archive: "RGANI",
      "archive-place": "Moscow",
    },
    "Shelepin, Aleksandr. “Note to the Presidium.” June 7, 1956. F. 17, op. 165, d. 12, l. 3. General Department. RGANI, Moscow.",
  ],
  [
    "article-newspaper",
    { title: "Thaw", issued: "1956-06-05", "container-title": "Pravda" },
    "Pravda. “Thaw.” June 5, 1956.",
  ],
  [
    "webpage",
    { author: "Wilson Center", title: "Secret Speech", "container-title": "Digital Archive" },
    "Wilson Center. “Secret Speech.” Digital Archive.",
  ],
  ["book", { title: "Alone" }, "Alone. n.d."],
];

test.each(forms)("%s: %o", (kind, fields, expected) => {
  const item = filled(kind, fields);
  expect(plain(bibliographyEntry(source(item)))).toBe(expected);
  expect(sourceKindOf(item)).toBe(kind);
  for (const [field, text] of Object.entries(fields)) expect(fieldIn(item, field as SourceField)).toBe(text);
});

test.each(Object.entries(works))("what the form shows of %s is what it keeps", (_, item: CslItem) => {
  for (const field of fieldsOf(item)) expect(withField(item, field, fieldIn(item, field))).toBe(item);
  expect(withKind(item, sourceKindOf(item))).toBe(item);
});

test.each(Object.entries(works))("each field of %s can be emptied and written again", (_, item: CslItem) => {
  for (const field of fieldsOf(item)) {
    const text = fieldIn(item, field);
    const emptied = withField(item, field, "");
    expect(fieldIn(emptied, field)).toBe("");
    expect(fieldIn(withField(emptied, field, text), field)).toBe(text);
  }
});

test.each(["1956", "1956-02-25", "c. 1956", "1960–1962", "Summer 1989", "0843", "199X", "the thaw"])(
  "the date “%s” is shown as it was written",
  (written) => {
    for (const field of ["issued", "original-date", "accessed"] as const) {
      const kept = withField({ type: "book" }, field, written);
      expect(fieldIn(kept, field)).toBe(written);
    }
  },
);

test("one field is changed, and the rest of the record stays", () => {
  expect(withField(works.memoirs, "author", "Khrushchev, Nikita; Crankshaw, Edward")).toEqual({
    ...works.memoirs,
    author: [...works.memoirs.author, { family: "Crankshaw", given: "Edward" }],
  });
  expect(withField(works.cohen, "container-title", "Kritika")["container-title"]).toBe("Kritika");
  expect(withField(works.cohen, "issued", "")).not.toHaveProperty("issued");
});

test("a record of another kind keeps what that kind asks for, and leaves out what would make it something else", () => {
  expect(withKind(works.cohen, "book")).not.toHaveProperty("container-title");
  expect(withKind(works.taubman, "edited-book")).toMatchObject({
    type: "book",
    editor: works.taubman.author,
    title: works.taubman.title,
  });
  expect(withKind(works.jonesEdited, "book")).toMatchObject({ author: works.jonesEdited.editor });
  for (const kind of sourceKinds)
    for (const item of Object.values(works)) expect(withKind(item, kind)).toHaveProperty("title");
});

test("a book of a type that only files bring is shown as it is", () => {
  const report = { type: "report", title: "A Report", publisher: "RAND" };
  expect(sourceKindOf(report)).toBe("other");
  expect(withField(report, "title", "Another").type).toBe("report");
});

test.each([
  ["f. 17, op. 165, d. 12, l. 3", { fond: "17", opis: "165", delo: "12", list: "3", other: "" }],
  ["f. 17, op. 165", { fond: "17", opis: "165" }],
  ["f. 5, op. 30, d. 138, ll. 3–5", { list: "3–5" }],
  ["f. 5, op. 30, d. 138, l. 3ob.", { list: "3ob." }],
  ["f. 17, op. 3, box 2", { fond: "17", opis: "3", other: "box 2" }],
  ["box 3, folder 5", { fond: "", other: "box 3, folder 5" }],
  ["op. 3, f. 17", { fond: "", opis: "", other: "op. 3, f. 17" }],
  ["f. 17, f. 18", { fond: "17", other: "f. 18" }],
  ["", { fond: "", other: "" }],
])("the archival mark “%s” is read, and written back equal", (location, expected) => {
  expect(archivePlace(location)).toMatchObject(expected);
  expect(archiveLocation(archivePlace(location))).toBe(location);
});

test.each([
  ["2003", { "date-parts": [[2003]] }],
  ["1956-02-25", { "date-parts": [[1956, 2, 25]] }],
  ["c. 1956", { "date-parts": [[1956]], circa: true }],
  ["1960–1962", { "date-parts": [[1960], [1962]] }],
  ["1960-1962", { "date-parts": [[1960], [1962]] }],
  ["1956-13", { literal: "1956-13" }],
  ["summer 1956", { "date-parts": [[1956]], season: 2 }],
  ["25 February 1956", { "date-parts": [[1956, 2, 25]] }],
  ["1953/1964", { "date-parts": [[1953], [1964]] }],
  ["1956?", { "date-parts": [[1956]], circa: true }],
  ["431 BCE", { "date-parts": [[-431]] }],
  ["843", { "date-parts": [[843]] }],
  ["199X", { literal: "199X" }],
  ["since 1985", { literal: "since 1985" }],
  ["spring to autumn 1956", { literal: "spring to autumn 1956" }],
  ["the thaw", { literal: "the thaw" }],
  ["", null],
])("the date “%s”", (written, expected) => {
  expect(dateFrom(written)).toEqual(expected);
});

test.each([
  ["Taubman, William", [{ family: "Taubman", given: "William" }]],
  ["King, Martin Luther, Jr.", [{ family: "King", given: "Martin Luther", suffix: "Jr." }]],
  ["KPSS; Doe, Jane", [{ literal: "KPSS" }, { family: "Doe", given: "Jane" }]],
])("the names “%s”", (written, expected) => {
  expect(namesFrom(written)).toEqual(expected);
});
