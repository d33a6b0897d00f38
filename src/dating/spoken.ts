import { datingWords as words } from "#words/dating.ts";

/** What people write in place of EDTF, as EDTF; what is not known here stays as it is. */
export function asEdtf(written: string): string {
  const text = written.trim().replaceAll(/\s+/gu, " ");
  const range = /^(.*?[^\s-])\s*(?:–|—|\bto\b|(?<=\d{4}\??\s?)-(?=\s?\d{4}\b))\s*(.+)$/u.exec(text);
  if (text.includes("/")) return text.split("/").map(single).join("/");
  if (range !== null) return `${single(range[1] ?? "")}/${single(range[2] ?? "")}`;
  const [, side = "", date = ""] = /^(until|before|since|after|from) (.+)$/iu.exec(text) ?? [];
  if (date === "") return single(text);
  return /^[ub]/iu.test(side) ? `../${single(date)}` : `${single(date)}/..`;
}

function single(written: string): string {
  const text = written.trim();
  const [, about, rest = ""] = /^(c(?:a|irca)?\.?\s+|about\s+|circa\s+|ca?\.)?(.*)$/iu.exec(text) ?? [];
  const uncertain = rest.endsWith("?") && /[a-z]/iu.test(rest.slice(0, -1));
  const date = dateIn(uncertain ? rest.slice(0, -1) : rest);
  if (about === undefined) return uncertain ? `${date}?` : date;
  if (uncertain || date.endsWith("?")) return `${date.replace("?", "")}%`;
  return /[~%]$/u.test(date) ? date : `${date}~`;
}

function dateIn(text: string): string {
  const [, era] = /^(\d{1,4}) ?BC(?:E)?$/iu.exec(text) ?? [];
  if (era !== undefined) return Number(era) === 1 ? "0000" : `-${String(Number(era) - 1).padStart(4, "0")}`;
  if (/^\d{3}$/u.test(text)) return `0${text}`;
  if (/^\d{4}-\d{1,2}(?:-\d{1,2})?$/u.test(text)) return padded(text.split("-"));
  const [, decade] = /^(\d{3})0s$/u.exec(text) ?? [];
  if (decade !== undefined) return `${decade}X`;
  return named(text) ?? text.toUpperCase();
}

/** "25 February 1956", "February 25, 1956", "Feb. 1956", "spring 1956". */
function named(text: string): string | null {
  const [, before = "", name = "", after = "", year = ""] =
    /^(?:(\d{1,2}) )?(\p{L}{3,9})\.?(?: (\d{1,2}))?,? (\d{4})$/u.exec(text) ?? [];
  const month = monthNamed(name);
  if (year === "" || month === null || (before !== "" && after !== "")) return null;
  const day = before || after;
  return padded([year, month, day].filter((part) => part !== ""));
}

function padded(parts: readonly string[]): string {
  return parts.map((part) => part.padStart(2, "0")).join("-");
}

function monthNamed(name: string): string | null {
  const start = name.toLowerCase().replace(/^fall$/u, "autumn");
  const begins = (full: string) => full.toLowerCase().startsWith(start);
  const month = words.months.findIndex(begins);
  if (start === "" || month >= 0) return start === "" ? null : String(month + 1);
  const season = words.seasons.findIndex((full) => full.toLowerCase() === start);
  return season < 0 ? null : String(season + 21);
}
