import { sourceFileWords as words } from "#words/source-files.ts";

/** A record as it stands in a file of many. */
export interface Entry {
  /** The line on which it begins, from 1. */
  readonly line: number;
  readonly text: string;
}

/** A record that could not be read, and why. */
export interface BadEntry {
  readonly line: number;
  readonly reason: string;
}

/** What a BibTeX file holds: each entry with the `@string`s that it uses before it, and entries that never end. */
export function bibtexEntries(text: string): {
  readonly entries: readonly Entry[];
  readonly bad: readonly BadEntry[];
} {
  const entries: Entry[] = [];
  const bad: BadEntry[] = [];
  const macros = new Map<string, string>();
  const lines = new LineCount(text);
  const starts = [...text.matchAll(entryStart)];
  let past = 0;
  for (const [number, start] of starts.entries()) {
    const at = start.index;
    if (at < past) continue;
    const line = lines.at(at);
    const kind = (start[1] ?? "").toLowerCase();
    const end = endOf(text, at + start[0].length - 1, starts[number + 1]?.index ?? text.length);
    if (kind === "comment" || kind === "preamble") past = end ?? at;
    else if (end === null) bad.push({ line, reason: words.neverEnds(shown(start[0])) });
    else {
      const whole = text.slice(at, end).trim();
      if (kind === "string") putMacro(macros, whole);
      else entries.push({ line, text: withMacros(whole, macros) });
      past = end;
    }
  }
  return { entries, bad };
}

/** An entry begins a line: an `@` in an address or in a text does not. */
const entryStart = /^[ \t]*@[ \t]*([a-z]+)[ \t\r\n]*[{(]/gimu;

/**
 * Where an entry ends whose bracket opens at `open`; `null` where it is not closed. Another entry that begins before
 * the end is not part of this one, unless the bracket closes after it: then nobody knows, and both are taken apart there.
 */
function endOf(text: string, open: number, next: number): number | null {
  const round = text[open] === "(";
  let depth = 0;
  for (let at = open; at < next; at++) {
    const letter = text[at];
    if (letter === "\\") at++;
    else if (letter === "{") depth++;
    else if (letter === "}") depth--;
    else if (letter === "(" && at === open) continue;
    if (depth < 0) return null;
    if (depth === 0 && (round ? letter === ")" : letter === "}")) return at + 1;
  }
  return null;
}

function putMacro(macros: Map<string, string>, whole: string): void {
  const name = /^[^{(]*[{(]\s*([^\s=]+)\s*=/u.exec(whole)?.[1];
  if (name !== undefined) macros.set(name.toLowerCase(), whole);
}

/** The entry after the macros that it names, and those that these name, in the order in which they were written. */
function withMacros(entry: string, macros: ReadonlyMap<string, string>): string {
  if (macros.size === 0) return entry;
  const used = new Set<string>();
  const waiting = [entry];
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop())
    for (const [, name = ""] of text.matchAll(/[=#]\s*([a-z][^\s,#{}()"=]*)/giu)) {
      const macro = macros.get(name.toLowerCase());
      if (macro === undefined || used.has(name.toLowerCase())) continue;
      used.add(name.toLowerCase());
      waiting.push(macro);
    }
  const before = [...macros].filter(([name]) => used.has(name)).map(([, macro]) => macro);
  return [...before, entry].join("\n");
}

function shown(start: string): string {
  return start.trim().replaceAll(/\s+/gu, "");
}

/** The lines of a text, asked for from its beginning to its end. */
class LineCount {
  readonly #text: string;
  #line = 1;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  at(place: number): number {
    for (; this.#at < place; this.#at++) if (this.#text[this.#at] === "\n") this.#line++;
    return this.#line;
  }
}
