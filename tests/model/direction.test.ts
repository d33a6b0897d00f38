import { expect, test } from "vitest";
import { directionOf } from "#model/direction.ts";

test.each([
  ["en", "ltr"],
  ["", "ltr"],
  ["de-AT", "ltr"],
  ["zh-Hant-TW", "ltr"],
  ["ar", "rtl"],
  ["AR-EG", "rtl"],
  ["he", "rtl"],
  ["fa-IR", "rtl"],
  ["ur_PK", "rtl"],
  ["az", "ltr"],
  ["az-Arab", "rtl"],
  ["ar-Latn", "ltr"],
  ["zh-yue-Arab", "rtl"],
  ["yi", "rtl"],
  ["de-x-arab", "ltr"],
  ["ar-x-latn", "rtl"],
  ["fa-IR-u-nu-latn", "rtl"],
  ["not a tag", "ltr"],
])("%s is written %s", (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
