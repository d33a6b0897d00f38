import { historyWords as words } from "#words/history.ts";

const parts = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" } as const;
const thisYear = new Intl.DateTimeFormat(words.locale, parts);
const otherYear = new Intl.DateTimeFormat(words.locale, { ...parts, year: "numeric" });

/** "Friday 27 November at 14:10"; with the year where it is another. Both in milliseconds since 1970. */
export function whenOf(time: number, now: number): string {
  const isThisYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? thisYear : otherYear).format(time);
}
