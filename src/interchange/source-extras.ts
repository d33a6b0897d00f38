import { type Data, isData, plainJson } from "#interchange/plain-json.ts";
import { isSame } from "#model/equality.ts";
import type { CslItem } from "#model/source.ts";

/*
 * BibTeX and RIS cannot say all that a CSL record says. What the plain entry would get wrong when it is read stands in
 * it once more, as CSL-JSON on one line: in BibTeX in a field `csl`, in RIS under a tag `XC`. Others pass over both.
 */

/** The fields of a record that its plain entry was read otherwise; `null` for one that it does not have. */
export function extrasOf(item: CslItem, heard: Data): Data {
  const said = plainJson(item) as Data;
  const fields = [...new Set([...Object.keys(said), ...Object.keys(heard)])];
  const wrong = fields.filter((field) => !isSame(said[field], heard[field]));
  return Object.fromEntries(wrong.map((field) => [field, said[field] ?? null]));
}

/** The extras as JSON on one line, whose braces are balanced whatever its texts hold. */
export function extrasText(extras: Data): string {
  return JSON.stringify(extras).replaceAll(/"(?:[^"\\]|\\.)*"/gu, (text) =>
    text.replaceAll(/[{}\u2028\u2029\uFEFF]/gu, escaped),
  );
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A record as it was read from an entry, with the extras that stand in it. */
export function withExtras(item: Data, entry: string): Data {
  const [, json = ""] = /^(?:XC {2}- |[ \t]*csl = )(\{.*\}),?$/mu.exec(entry) ?? [];
  const extras = json === "" ? null : parsed(json);
  if (extras === null) return item;
  const fields = Object.entries({ ...item, ...extras }).filter(([, value]) => value !== null);
  return Object.fromEntries(fields);
}

function parsed(json: string): Data | null {
  try {
    const value = plainJson(JSON.parse(json));
    return isData(value) ? value : null;
  } catch {
    return null;
  }
}
