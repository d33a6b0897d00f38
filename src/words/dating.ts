/** Dates in sentences and labels, in English. */
export const datingWords = {
  months: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ] as readonly string[],
  /** 21 to 24 of EDTF. "Fall" is read as "Autumn". */
  seasons: ["Spring", "Summer", "Autumn", "Winter"] as readonly string[],
  about: (date: string) => `c. ${date}`,
  uncertain: (date: string) => `${date}?`,
  before: (date: string) => `until ${date}`,
  since: (date: string) => `since ${date}`,
  unknown: "?",
  someYear: "unknown year",
  decade: (first: string) => `${first}s`,
  century: (ordinal: string) => `${ordinal} century`,
  between: (first: string, last: string) => `between ${first} and ${last}`,
  beforeOurEra: (year: string) => `${year} BCE`,

  unreadable: (written: string) =>
    `“${written}” cannot be read as a date. Expected, for example, 1956, 1956-02-25, c. 1979, 1953/1964 or 199X.`,
  noSuchMonth: (written: string, month: string) =>
    `“${written}” has the month ${month}. Expected 01 to 12, or 21 to 24 for spring to winter.`,
  noSuchDay: (written: string, day: string, month: string, days: number) =>
    `“${written}” has the day ${day}. Expected 01 to ${days} in ${month}.`,
  dayOfSeason: (written: string) =>
    `“${written}” has a day after a season. Expected a season alone, such as 1956-21.`,
  endsFirst: (written: string) =>
    `“${written}” ends before it begins. Expected the earlier date first, such as 1953/1964.`,
  noEnds: (written: string) =>
    `“${written}” has neither a beginning nor an end. Expected at least one of them.`,
};
