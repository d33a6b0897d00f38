import { describe, expect, it, test } from "vitest";
import { dateInWords } from "#dating/date-words.ts";
import { type Dating, daysOf, readDating } from "#dating/dating.ts";
import { compareDays, type Day } from "#dating/point.ts";
import { below, chance, pick, type Random, seeded } from "../random-map.ts";

function read(written: string): Dating {
  const dating = readDating(written);
  if ("refused" in dating) throw new Error(dating.refused);
  return dating;
}

/** "1956-02-25..1956-02-29"; an end that is open or unknown is left out. */
function days(written: string): string {
  const { first, last } = daysOf(read(written));
  return `${dayOf(first)}..${dayOf(last)}`;
}

function dayOf(day: Day | null): string {
  if (day === null) return "";
  const [month, date] = [day.month, day.day].map((part) => String(part).padStart(2, "0"));
  return `${day.year}-${month}-${date}`;
}

type Case = readonly [edtf: string, days: string, words: string];

// The examples of the specification at https://www.loc.gov/standards/datetime/, in its order.
const level0: readonly Case[] = [
  ["1985-04-12", "1985-04-12..1985-04-12", "April 12, 1985"],
  ["1985-04", "1985-04-01..1985-04-30", "April 1985"],
  ["1985", "1985-01-01..1985-12-31", "1985"],
  ["1964/2008", "1964-01-01..2008-12-31", "1964–2008"],
  ["2004-06/2006-08", "2004-06-01..2006-08-31", "June 2004–August 2006"],
  ["2004-02-01/2005-02-08", "2004-02-01..2005-02-08", "February 1, 2004–February 8, 2005"],
  ["2004-02-01/2005-02", "2004-02-01..2005-02-28", "February 1, 2004–February 2005"],
  ["2004-02-01/2005", "2004-02-01..2005-12-31", "February 1, 2004–2005"],
  ["2005/2006-02", "2005-01-01..2006-02-28", "2005–February 2006"],
];

const level1: readonly Case[] = [
  ["Y170000002", "170000002-01-01..170000002-12-31", "170000002"],
  ["Y-170000002", "-170000002-01-01..-170000002-12-31", "170000003 BCE"],
  ["2001-21", "2001-03-01..2001-05-31", "Spring 2001"],
  ["2001-22", "2001-06-01..2001-08-31", "Summer 2001"],
  ["2001-23", "2001-09-01..2001-11-30", "Autumn 2001"],
  ["2003-24", "2003-12-01..2004-02-29", "Winter 2003"],
  ["1984?", "1984-01-01..1984-12-31", "1984?"],
  ["2004-06~", "2004-06-01..2004-06-30", "c. June 2004"],
  ["2004-06-11%", "2004-06-11..2004-06-11", "c. June 11, 2004?"],
  ["201X", "2010-01-01..2019-12-31", "2010s"],
  ["20XX", "2000-01-01..2099-12-31", "21st century"],
  ["2004-XX", "2004-01-01..2004-12-31", "2004"],
  ["1985-04-XX", "1985-04-01..1985-04-30", "April 1985"],
  ["1985-XX-XX", "1985-01-01..1985-12-31", "1985"],
  ["1985-04-12/..", "1985-04-12..", "since April 12, 1985"],
  ["1985-04/..", "1985-04-01..", "since April 1985"],
  ["1985/..", "1985-01-01..", "since 1985"],
  ["../1985-04-12", "..1985-04-12", "until April 12, 1985"],
  ["../1985-04", "..1985-04-30", "until April 1985"],
  ["../1985", "..1985-12-31", "until 1985"],
  ["1985-04-12/", "1985-04-12..", "April 12, 1985–?"],
  ["1985-04/", "1985-04-01..", "April 1985–?"],
  ["1985/", "1985-01-01..", "1985–?"],
  ["/1985-04-12", "..1985-04-12", "?–April 12, 1985"],
  ["/1985-04", "..1985-04-30", "?–April 1985"],
  ["/1985", "..1985-12-31", "?–1985"],
  ["-1985", "-1985-01-01..-1985-12-31", "1986 BCE"],
];

/** What we take of level 2: qualified parts, and unspecified digits anywhere. */
const level2: readonly Case[] = [
  ["2004-06-11%", "2004-06-11..2004-06-11", "c. June 11, 2004?"],
  ["2004-06~-11", "2004-06-11..2004-06-11", "c. June 11, 2004"],
  ["2004?-06-11", "2004-06-11..2004-06-11", "June 11, 2004?"],
  ["?2004-06-~11", "2004-06-11..2004-06-11", "c. June 11, 2004?"],
  ["2004-%06-11", "2004-06-11..2004-06-11", "c. June 11, 2004?"],
  ["156X-12-25", "1560-12-25..1569-12-25", "December 25, 1560s"],
  ["15XX-12-25", "1500-12-25..1599-12-25", "December 25, 16th century"],
  ["XXXX-12-XX", "0-12-01..9999-12-31", "December unknown year"],
  ["1XXX-XX", "1000-01-01..1999-12-31", "between 1000 and 1999"],
  ["1XXX-12", "1000-12-01..1999-12-31", "December between 1000 and 1999"],
  ["1984-1X", "1984-10-01..1984-12-31", "1984"],
  ["2004-06-~01/2004-06-~20", "2004-06-01..2004-06-20", "c. June 1, 2004–c. June 20, 2004"],
  ["2004-06-XX/2004-07-03", "2004-06-01..2004-07-03", "June 2004–July 3, 2004"],
];

describe.each([
  ["0", level0],
  ["1", level1],
  ["2", level2],
])("level %s of the specification", (_, cases) => {
  it.each(cases)("%s", (edtf, expected, words) => {
    expect(read(edtf).edtf).toBe(edtf);
    expect(days(edtf)).toBe(expected);
    expect(dateInWords(read(edtf))).toBe(words);
  });
});

// Times of the day, years with an exponent or significant digits, parts of a year other than seasons, and sets.
test.each([
  "1985-04-12T23:20:30",
  "1985-04-12T23:20:30Z",
  "1985-04-12T23:20:30-04",
  "1985-04-12T23:20:30+04:30",
  "Y-17E7",
  "1950S2",
  "Y171010000S3",
  "-1859S5",
  "2001-34",
  "[1667,1668,1670..1672]",
  "[..1760-12-03]",
  "{1960,1961-12}",
])("what we leave out, “%s”, is refused in words", (edtf) => {
  expect(readDating(edtf)).toEqual({ refused: expect.stringContaining(`“${edtf}”`) });
});

test.each([
  ["c. 1979", "1979~"],
  ["ca. 1979", "1979~"],
  ["circa 1979", "1979~"],
  ["c1979", "C1979"],
  ["c. 1979?", "1979%"],
  ["1953-1964", "1953/1964"],
  ["1953 - 1964", "1953/1964"],
  ["1953–1964", "1953/1964"],
  ["1953 to 1964", "1953/1964"],
  ["1953/c. 1964", "1953/1964~"],
  ["1990s", "199X"],
  ["199x", "199X"],
  ["25 February 1956", "1956-02-25"],
  ["February 25, 1956", "1956-02-25"],
  ["Feb. 1956", "1956-02"],
  ["c. February 1956", "1956-02~"],
  ["June 1956?", "1956-06?"],
  ["spring 1956", "1956-21"],
  ["843", "0843"],
  ["1956-2-5", "1956-02-05"],
  ["Fall 1956", "1956-23"],
  ["until 1964", "../1964"],
  ["before 1964", "../1964"],
  ["since 5 March 1953", "1953-03-05/.."],
  ["431 BCE", "-0430"],
  ["1 BC", "0000"],
  ["431 BCE – 404 BCE", "-0430/-0403"],
])("people write “%s” for %s", (written, edtf) => {
  const dating = readDating(written);
  if (edtf === "C1979") expect(dating).toHaveProperty("refused");
  else expect(dating).toMatchObject({ edtf });
});

test.each([
  ["1956-13", "“1956-13” has the month 13. Expected 01 to 12, or 21 to 24 for spring to winter."],
  ["1956-00", "“1956-00” has the month 00. Expected 01 to 12, or 21 to 24 for spring to winter."],
  ["1956-02-30", "“1956-02-30” has the day 30. Expected 01 to 29 in February 1956."],
  ["1957-02-29", "“1957-02-29” has the day 29. Expected 01 to 28 in February 1957."],
  ["1900-02-29", "“1900-02-29” has the day 29. Expected 01 to 28 in February 1900."],
  ["31 June 1956", "“31 June 1956” has the day 31. Expected 01 to 30 in June 1956."],
  ["1956-XX-32", "“1956-XX-32” has the day 32. Expected 01 to 31 in January."],
  ["1956-21-03", "“1956-21-03” has a day after a season. Expected a season alone, such as 1956-21."],
  ["1964/1953", "“1964/1953” ends before it begins. Expected the earlier date first, such as 1953/1964."],
  ["../..", "“../..” has neither a beginning nor an end. Expected at least one of them."],
  ["/", "“/” has neither a beginning nor an end. Expected at least one of them."],
])("an impossible date says what was expected: “%s”", (written, refused) => {
  expect(readDating(written)).toEqual({ refused });
});

test.each(["", "..", "spring of 56", "1956/1957/1958", "56", "1956?-13?-", "<b>1956</b>", "١٩٥٦"])(
  "what is no date says what one looks like: “%s”",
  (written) => {
    const refused = `“${written}” cannot be read as a date. Expected, for example, 1956, 1956-02-25, c. 1979, 1953/1964 or 199X.`;
    expect(readDating(written)).toEqual({ refused });
  },
);

describe("for any date", () => {
  test("what is kept reads as the same, it begins before it ends, and has words", () => {
    for (let seed = 1; seed <= 3000; seed++) {
      const written = anyDate(seeded(seed));
      const dating = readDating(written);
      if ("refused" in dating) continue;
      expect(readDating(dating.edtf), `seed ${seed}: ${written}`).toEqual(dating);
      const { first, last } = daysOf(dating);
      if (first !== null && last !== null)
        expect(compareDays(first, last), `seed ${seed}: ${written}`).toBeLessThanOrEqual(0);
      expect(dateInWords(dating), `seed ${seed}: ${written}`).toMatch(/\d|\?|unknown/u);
    }
  });

  test("a digit that is not known can only widen it", () => {
    for (let seed = 1; seed <= 3000; seed++) {
      const random = seeded(seed);
      const written = anyPoint(random);
      const digits = [...written.matchAll(/\d/gu)].map(({ index }) => index);
      const at = pick(random, digits);
      if (at === undefined || "refused" in readDating(written) || /-2[1-4]/u.test(written)) continue;
      const blurred = `${written.slice(0, at)}X${written.slice(at + 1)}`;
      const [sharp, wide] = [daysOf(read(written)), daysOf(read(blurred))];
      const seen = `seed ${seed}: ${written}, ${blurred}`;
      expect(compareDays(wide.first!, sharp.first!), seen).toBeLessThanOrEqual(0);
      expect(compareDays(wide.last!, sharp.last!), seen).toBeGreaterThanOrEqual(0);
    }
  });

  test("what people read is what people may write, for single dates of one year", () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const random = seeded(seed);
      const written = `${1000 + below(random, 1000)}${pick(random, ["", "-02", "-11-30", "-22"])}${pick(random, ["", "~", "?", "%"])}`;
      expect(read(dateInWords(read(written))), `seed ${seed}`).toEqual(read(written));
    }
  });
});

function anyDate(random: Random): string {
  if (chance(random, 0.5)) return anyPoint(random);
  const edges = ["", "..", anyPoint(random)] as const;
  return `${chance(random, 0.7) ? anyPoint(random) : pick(random, edges)}/${pick(random, edges)}`;
}

function anyPoint(random: Random): string {
  const year = `${chance(random, 0.1) ? "-" : ""}${digits(random, 4)}`;
  const month = chance(random, 0.6) ? `-${twoDigits(random, 12)}` : "";
  const day = month !== "" && chance(random, 0.6) ? `-${twoDigits(random, 31)}` : "";
  return `${year}${month}${day}${pick(random, ["", "", "?", "~", "%"])}`;
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => (chance(random, 0.1) ? "X" : below(random, 10))).join("");
}

function twoDigits(random: Random, last: number): string {
  if (chance(random, 0.15)) return pick(random, ["XX", "1X", "X2", "0X"]);
  return String(1 + below(random, last + 1)).padStart(2, "0");
}
