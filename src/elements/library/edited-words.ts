import { libraryWords as words } from "#words/library.ts";

const minute = 60_000;
const day = 86_400_000;
const longestDays = 6;

/** When a map was edited last, in words: "Edited yesterday". Times are milliseconds since 1970. */
export function editedWords(editedAt: number, now: number): string {
  if (now - editedAt < minute) return words.editedNow;
  const days = Math.round((startOfDay(now) - startOfDay(editedAt)) / day);
  if (days <= 0) return words.editedToday(format(editedAt, { hour: "2-digit", minute: "2-digit" }));
  if (days === 1) return words.editedYesterday;
  if (days <= longestDays) return words.editedDaysAgo(days);
  return words.editedOn(format(editedAt, { day: "numeric", month: "long", year: "numeric" }));
}

function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}

function format(time: number, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(words.language, parts).format(time);
}
