import { storageWords as words } from "#words/storage.ts";

const minute = 60_000;
const hour = 60 * minute;

/** When something was done, in the middle of a sentence: "5 minutes ago", "12 November 2026 at 14:03". Times are milliseconds since 1970. */
export function whenWords(time: number, now: number): string {
  const passed = now - time;
  if (passed < minute) return words.justNow;
  if (passed < hour) return words.minutesAgo(Math.floor(passed / minute));
  const clock = format(time, { hour: "2-digit", minute: "2-digit" });
  const isToday = new Date(time).toDateString() === new Date(now).toDateString();
  return isToday
    ? words.today(clock)
    : words.on(format(time, { day: "numeric", month: "long", year: "numeric" }), clock);
}

/** How much space something takes up: "512 bytes", "1.4 MB". */
export function sizeWords(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(words.units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** step;
  const shown = step === 0 || amount >= 100 ? Math.round(amount) : Math.round(amount * 10) / 10;
  return `${shown.toLocaleString(words.language)} ${words.units[step]}`;
}

/** A day as it stands in a file's name: "2026-11-27", by the clock on the wall. */
export function dayInName(time: number): string {
  const at = new Date(time);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}

function format(time: number, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(words.language, parts).format(time);
}
