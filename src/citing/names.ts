import type { Name } from "#model/source.ts";
import { citingWords as words } from "#words/citing.ts";

/** More than this many authors are cut to `listedOfMany` in a bibliography (Chicago 18, 13.23). */
const mostInBibliography = 6;
const listedOfMany = 3;
const mostInNote = 2;

/** "William Taubman", "Jane Doe and Max Roe", "Jane Doe et al.": at most two in a note. */
export function namesInNote(names: readonly Name[]): string {
  return inNote(names.map(straight));
}

/** "Taubman", "Doe and Roe", "Doe et al." */
export function familyNames(names: readonly Name[]): string {
  return inNote(names.map(family));
}

/** "Taubman, William", "Doe, Jane, and Max Roe": the first one turned, up to six of them. */
export function namesInBibliography(names: readonly Name[]): string {
  const [first, ...rest] = names;
  if (first === undefined) return "";
  const written = [turned(first), ...rest.map(straight)];
  if (written.length > mostInBibliography)
    return `${written.slice(0, listedOfMany).join(", ")}, ${words.andOthers}`;
  return listed(written, first.literal === undefined);
}

/** "Bob Bb", "Bob Bb and Carl Cc", "A, B, and C": all of them, none turned. */
export function allNames(names: readonly Name[]): string {
  return listed(names.map(straight), false);
}

function inNote(written: readonly string[]): string {
  const [first = "", second] = written;
  if (second === undefined) return first;
  return written.length > mostInNote ? `${first} ${words.andOthers}` : `${first} ${words.and} ${second}`;
}

function listed(written: readonly string[], commaBeforeAnd: boolean): string {
  const last = written.at(-1) ?? "";
  if (written.length < 2) return last;
  const comma = written.length > 2 || commaBeforeAnd ? "," : "";
  return `${written.slice(0, -1).join(", ")}${comma} ${words.and} ${last}`;
}

function straight(name: Name): string {
  if (name.literal !== undefined) return name.literal;
  return spaced(name.given, particles(name), name.family, name.suffix);
}

function turned(name: Name): string {
  if (name.literal !== undefined) return name.literal;
  if (name.family === undefined) return straight(name);
  const given = spaced(name.given, particles(name));
  return [name.family, given, name.suffix ?? ""].filter((part) => part !== "").join(", ");
}

function particles(name: Name): string {
  return spaced(name["dropping-particle"], name["non-dropping-particle"]);
}

/** "de Vries", but "Bethmann Hollweg": only the particle that belongs to the name stays with it. */
function family(name: Name): string {
  return name.literal ?? (spaced(name["non-dropping-particle"], name.family) || (name.given ?? ""));
}

function spaced(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}
