import { expect, test } from "vitest";
import { bibliographyEntry } from "#citing/bibliography.ts";
import { plain } from "#citing/rich-text.ts";
import { itemFrom, itemWith, namesFrom, shortFieldsOf, type ShortForm } from "#citing/short-form.ts";
import { dateFrom } from "#citing/written-dates.ts";
import type { CslItem } from "#model/source.ts";
import { source, works } from "./works.ts";

const forms: readonly (readonly [Partial<ShortForm>, string])[] = [
  [
    { kind: "book", names: "Taubman, William", title: "Khrushchev", date: "2003", where: "W. W. Norton" },
    "Taubman, William. Khrushchev. W. W. Norton, 2003.",
  ],
  [
    { kind: "edited-book", names: "Jones, Polly; Dobson, Miriam", title: "Dilemmas", date: "2006" },
    "Jones, Polly, and Miriam Dobson, eds. Dilemmas. 2006.",
  ],
  [
    { kind: "article-newspaper", title: "Thaw", date: "1956-06-05", where: "Pravda" },
    "Pravda. “Thaw.” June 5, 1956.",
  ],
  [
    { kind: "webpage", names: "Wilson Center", title: "Secret Speech", where: "Digital Archive" },
    "Wilson Center. “Secret Speech.” Digital Archive.",
  ],
  [{ kind: "book", title: "Alone" }, "Alone. n.d."],
];

test.each(forms)("%# %o", (form, expected) => {
  const whole = { kind: "book", names: "", title: "", date: "", where: "", ...form } as const;
  expect(plain(bibliographyEntry(source(itemFrom(whole))))).toBe(expected);
});

test.each(Object.entries(works))("what the form shows of %s is what it keeps", (_, item) => {
  const shown = shortFieldsOf(item);
  let kept: CslItem = item;
  for (const field of ["names", "title", "date", "where"] as const)
    kept = itemWith(kept, field, shown[field]);
  expect(kept).toEqual(item);
});

test.each(["1956", "1956-02-25", "c. 1956", "1960–1962", "Summer 1989", "0843", "199X", "the thaw"])(
  "the date “%s” is shown as it was written",
  (written) => {
    const kept = itemWith({ type: "book" }, "date", written);
    expect(shortFieldsOf(kept).date).toBe(written);
    expect(itemWith(kept, "date", shortFieldsOf(kept).date)).toEqual(kept);
  },
);

test("one field is changed, and the rest of the record stays", () => {
  expect(itemWith(works.memoirs, "names", "Khrushchev, Nikita; Crankshaw, Edward")).toEqual({
    ...works.memoirs,
    author: [...works.memoirs.author, { family: "Crankshaw", given: "Edward" }],
  });
  expect(itemWith(works.cohen, "where", "Kritika")["container-title"]).toBe("Kritika");
  expect(itemWith(works.jonesEdited, "names", "Doe, Jane").editor).toEqual([
    { family: "Doe", given: "Jane" },
  ]);
  expect(itemWith(works.cohen, "date", "")).not.toHaveProperty("issued");
});

test("nothing is kept of fields that are left empty", () => {
  expect(itemFrom({ kind: "book", names: " ; ", title: " ", date: "", where: "" })).toEqual({ type: "book" });
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
