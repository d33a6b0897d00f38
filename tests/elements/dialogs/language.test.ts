import { expect, test } from "vitest";
import { languageName, languageTag, offeredLanguages } from "#elements/dialogs/language.ts";

test.each([
  ["German", "de"],
  ["german ", "de"],
  ["de", "de"],
  ["DE-at", "de-AT"],
  ["Arabic", "ar"],
  ["grc", "grc"],
])("“%s” is %s", (written, tag) => {
  expect(languageTag(written)).toBe(tag);
});

test.each(["", "xyzzy", "not a language", "en_GB!", "<script>"])("“%s” is no language", (written) => {
  expect(languageTag(written)).toBeNull();
});

test("every language that is offered is found again by its name", () => {
  for (const name of offeredLanguages()) expect(languageName(languageTag(name) ?? "")).toBe(name);
});

test("a tag that a file made up is shown as it is", () => {
  expect(languageName("no such tag")).toBe("no such tag");
});
