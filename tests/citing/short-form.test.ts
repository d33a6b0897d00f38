import { expect, test } from "vitest";
import { bibliographyEntry } from "#citing/bibliography.ts";
import { plain } from "#citing/rich-text.ts";
import {
  dateFrom,
  itemFrom,
  itemWith,
  namesFrom,
  shortFieldsOf,
  type ShortForm,
} from "#citing/short-form.ts";
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
  ["spring 1956", { literal: "spring 1956" }],
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
