import { expect, test } from "vitest";
import { dateFrom, writtenDate } from "#citing/written-dates.ts";
import type { CslDate } from "#model/source.ts";

/** CSL dates as they are written, each of which is read back as it was. */
test.each<readonly [CslDate, string]>([
  [{ "date-parts": [[1956]] }, "1956"],
  [{ "date-parts": [[1956, 2, 25]] }, "1956-02-25"],
  [{ "date-parts": [[44]] }, "0044"],
  [{ "date-parts": [[-44]] }, "44 BCE"],
  [{ "date-parts": [[-1]] }, "1 BCE"],
  [{ "date-parts": [[-431]], circa: true }, "c. 431 BCE"],
  [{ "date-parts": [[-44, 3, 15]] }, "-0043-03-15"],
  [{ "date-parts": [[-1, 3]] }, "0000-03"],
  [{ "date-parts": [[-44, 3], [-43]] }, "-0043-03–43 BCE"],
  [{ "date-parts": [[-27], [14]] }, "27 BCE–0014"],
  [{ "date-parts": [[1989]], season: 2 }, "Summer 1989"],
  [{ "date-parts": [[-44]], season: 1 }, "-0043-21"],
])("%j is written %s", (issued, written) => {
  expect(writtenDate({ type: "book", issued }, "issued")).toBe(written);
  expect(dateFrom(written)).toEqual(issued);
});
