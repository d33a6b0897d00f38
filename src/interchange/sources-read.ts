import { dateFrom } from "#citing/written-dates.ts";
import { type BadEntry, bibtexEntries, type Entry } from "#interchange/bibtex-entries.ts";
import { readSource } from "#interchange/map-schema.ts";
import { type Data, describeJson, isData, plainJson } from "#interchange/plain-json.ts";
import { Unreadable } from "#interchange/reading.ts";
import { risEntries } from "#interchange/ris-entries.ts";
import { withExtras } from "#interchange/source-extras.ts";
import type { SourceFormat } from "#interchange/source-format.ts";
import type { CslItem, Json } from "#model/source.ts";
import type { Steps } from "#model/steps.ts";
import { sourceFileWords as words } from "#words/source-files.ts";

/** What came of a text of sources: the records that could be read, and the others with their lines. */
export interface SourcesRead {
  readonly items: readonly CslItem[];
  readonly bad: readonly BadEntry[];
}

/** The most that is read at once, in characters and in records. */
export const MAX_SOURCES_TEXT = 20_000_000;
const MAX_SOURCES = 20_000;
/** How many records a step goes through, some 10 ms of work. */
const STEP_ENTRIES = 20;

/**
 * Reads a text of sources, entry by entry, so that a broken one costs none but itself. Gives the work in steps, or
 * says why nothing is read. Nothing in the text is executed or fetched.
 */
export async function readSources(
  text: string,
  format: SourceFormat,
): Promise<Steps<SourcesRead> | { readonly refused: string }> {
  if (text.length > MAX_SOURCES_TEXT) return { refused: words.tooLarge(text.length, MAX_SOURCES_TEXT) };
  if (format === "csl") return cslSteps(text);
  const { itemsOfBibtex, itemsOfRis } = await import("#citing/citation-js.ts");
  const { entries, bad } = format === "bibtex" ? bibtexEntries(text) : { entries: risEntries(text), bad: [] };
  if (entries.length > MAX_SOURCES) return { refused: words.tooMany(entries.length, MAX_SOURCES) };
  if (entries.length + bad.length === 0) return { refused: words.nothing };
  return entrySteps(entries, bad, format === "bibtex" ? itemsOfBibtex : itemsOfRis);
}

function* entrySteps(
  entries: readonly Entry[],
  unended: readonly BadEntry[],
  read: (text: string) => readonly unknown[],
): Steps<SourcesRead> {
  const items: CslItem[] = [];
  const bad = [...unended];
  for (const [number, { line, text }] of entries.entries()) {
    if (number % STEP_ENTRIES === STEP_ENTRIES - 1) yield number / entries.length;
    const outcome = attempt(
      () => read(text)[0],
      (record) => withExtras(tidied(record), text),
    );
    if ("reason" in outcome) bad.push({ line, reason: outcome.reason });
    else items.push(outcome.item);
  }
  return { items, bad: bad.toSorted((a, b) => a.line - b.line) };
}

/** One entry's record as it was read, or `null` where citation-js stumbles. */
export function recordIn(entry: string, read: (text: string) => readonly unknown[]): Data | null {
  try {
    const value = plainJson(read(entry)[0]);
    return isData(value) ? tidied(value) : null;
  } catch {
    return null;
  }
}

function cslSteps(text: string): Steps<SourcesRead> | { readonly refused: string } {
  const parsed = jsonOf(text);
  if (parsed === undefined) return { refused: words.notJson };
  const records = Array.isArray(parsed) ? parsed : [parsed];
  if (records.length > MAX_SOURCES) return { refused: words.tooMany(records.length, MAX_SOURCES) };
  return recordSteps(records, text);
}

function* recordSteps(records: readonly unknown[], text: string): Steps<SourcesRead> {
  const items: CslItem[] = [];
  const bad: BadEntry[] = [];
  const lines = recordLines(text);
  for (const [number, record] of records.entries()) {
    if (number % STEP_ENTRIES === STEP_ENTRIES - 1) yield number / records.length;
    const outcome = attempt(() => record, unnamed);
    if ("reason" in outcome) bad.push({ line: lines[number] ?? 1, reason: outcome.reason });
    else items.push(outcome.item);
  }
  return { items, bad };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    return undefined;
  }
}

/** On which line each value of a list begins, in JSON that is sound. */
function recordLines(text: string): readonly number[] {
  const lines: number[] = [];
  let [line, depth, isFirst] = [1, 0, true];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},\n]|[^\s"[\]{},]+/gu)) {
    if (token === "\n") line++;
    else if (depth === 1 && isFirst && token !== "]") lines.push(line);
    if (token !== "\n") isFirst = depth <= 1 && (token === "[" || token === ",");
    if (token === "[" || token === "{") depth++;
    if (token === "]" || token === "}") depth--;
  }
  return lines;
}

/** A record as the map keeps it, or why there is none: whatever a parser stumbles over stays with this one. */
function attempt(
  read: () => unknown,
  understood: (record: Data) => Data,
): { readonly item: CslItem } | { readonly reason: string } {
  try {
    const found = read();
    if (found === undefined) return { reason: words.noRecord };
    const value = plainJson(found);
    return isData(value) ? checked(understood(value)) : { reason: words.notARecord(describeJson(value)) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { reason: error instanceof Unreadable ? reason : stumbled(reason) };
  }
}

function checked(item: Data): { readonly item: CslItem } | { readonly reason: string } {
  const source = readSource({ id: "new", item });
  if ("fault" in source) return { reason: source.fault };
  const names = [source.item.author, source.item.editor].some((list) => (list ?? []).length > 0);
  return (source.item.title ?? "").trim() !== "" || names
    ? { item: source.item }
    : { reason: words.nameless };
}

const ownKeys = new Set(["id", "citation-key", "citation-label", "_graph"]);

/** Without the names that a record had in its file: two records of one name stay two. */
function unnamed(data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([field]) => !ownKeys.has(field)));
}

/** A record as citation-js has it, put into this app's words. */
function tidied(data: Data): Data {
  const entries = Object.entries(unnamed(data));
  return Object.fromEntries(entries.map(([field, value]) => [field, tidiedValue(field, value)]));
}

function tidiedValue(field: string, value: Json): Json {
  if (field === "genre" && typeof value === "string") return words.genres[value] ?? value;
  if (field === "issued" && isData(value) && typeof value["literal"] === "string")
    return (dateFrom(value["literal"]) as Json) ?? value;
  return Array.isArray(value) ? value.map(tidiedName) : value;
}

/** A name without a first name is a body's, or a person's who has but one. */
function tidiedName(name: Json): Json {
  if (!isData(name) || typeof name["family"] !== "string") return name;
  const others = Object.keys(name).filter((part) => part !== "family");
  return others.length === 0 ? { literal: name["family"] } : name;
}

/** A parser's message without its places, which are those within one entry. */
function stumbled(message: string): string {
  const [, expected, found] = /expected "(\w+)", got "?(\w+)"?/u.exec(message) ?? [];
  if (expected !== undefined && found !== undefined) return words.expected(expected, found);
  return words.stumbled((message.split("\n")[0] ?? "").replace(/[.:]\s*$/u, ""));
}
