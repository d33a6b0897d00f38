import { familyNames } from "#citing/names.ts";
import { leadersOf } from "#citing/leaders.ts";
import { datePartsOf, textOf } from "#citing/fields.ts";
import { extrasOf, extrasText } from "#interchange/source-extras.ts";
import type { SourceFormat } from "#interchange/source-format.ts";
import { recordIn } from "#interchange/sources-read.ts";
import type { CslItem } from "#model/source.ts";
import type { Steps } from "#model/steps.ts";

/** How many records a step goes through, some 10 ms of work. */
const STEP_ENTRIES = 10;

/** Writes records for other programs, in steps; `readSources` reads the same records back. */
export async function writeSources(items: readonly CslItem[], format: SourceFormat): Promise<Steps<string>> {
  const keys = keysOf(items);
  if (format === "csl") return listed(items, keys);
  const library = await import("#citing/citation-js.ts");
  const [plain, read] =
    format === "bibtex"
      ? ([library.bibtexOf, library.itemsOfBibtex] as const)
      : ([library.risOf, library.itemsOfRis] as const);
  return entries(items, (item, at) => {
    const key = keys[at] ?? "";
    const whole = plain(item, key);
    const heard = recordIn(whole, read);
    const entry = heard === null ? plain({ type: item.type, title: key }, key) : whole;
    const extras = extrasOf(item, heard ?? recordIn(entry, read) ?? {});
    return Object.keys(extras).length === 0 ? entry : withLine(entry, extrasText(extras), format);
  });
}

// oxlint-disable-next-line require-yield -- it is one short step
function* listed(items: readonly CslItem[], keys: readonly string[]): Steps<string> {
  return `${JSON.stringify(
    items.map((item, at) => Object.assign({ id: keys[at] }, item)),
    null,
    2,
  )}\n`;
}

function* entries(items: readonly CslItem[], write: (item: CslItem, at: number) => string): Steps<string> {
  const written: string[] = [];
  for (const [at, item] of items.entries()) {
    if (at % STEP_ENTRIES === STEP_ENTRIES - 1) yield at / items.length;
    written.push(write(item, at));
  }
  return `${written.join("\n\n")}\n`;
}

/** Before the line that ends an entry. */
function withLine(entry: string, json: string, format: "bibtex" | "ris"): string {
  const end = entry.lastIndexOf(format === "bibtex" ? "}" : "ER  - ");
  const line = format === "bibtex" ? `\tcsl = ${json},` : `XC  - ${json}`;
  return `${entry.slice(0, end)}${line}\n${entry.slice(end)}`;
}

/** "taubman2003", "taubman2003_2": a key for each record, none twice. */
function keysOf(items: readonly CslItem[]): readonly string[] {
  const taken = new Set<string>();
  return items.map((item) => {
    const key = keyOf(item);
    for (let number = 1; ; number++) {
      const candidate = number === 1 ? key : `${key}_${number}`;
      if (taken.has(candidate)) continue;
      taken.add(candidate);
      return candidate;
    }
  });
}

function keyOf(item: CslItem): string {
  const name = familyNames(leadersOf(item).names.slice(0, 1)) || textOf(item, "title");
  const [word = ""] = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9 ]/gu, "")
    .trim()
    .split(" ");
  const year = datePartsOf(item, "issued")[0]?.[0] ?? "";
  return `${word}${year}` || "source";
}
