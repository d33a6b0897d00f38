import { type Data, describeJson, isData } from "#interchange/plain-json.ts";
import type { SourceId } from "#model/ids.ts";
import { type Citation, type Json, type LocatorLabel, locatorLabels, newCitation } from "#model/source.ts";
import { interchangeWords as words } from "#words/interchange.ts";

/*
 * What the data in braces may say of a claim:
 *
 *   {id: thaw, label: The thaw, note: "Markdown", home: step-id, order: a1, text: "exact text"}
 *   {cite: "Key moments, ¶2"}                     a section of the source that the frontmatter's `cites` names
 *   {cite: {source: jones-2013, locator: 12-14, label: page, prefix: see, suffix: "", quotation: "",
 *     translation: ""}}
 *   {cite: [...], see: jones-2013}                several; further reading, the whole work
 *
 * and of the step on whose line it stands: {via: {id: step-id, order: a1, mutual: other-step}}; `back` says the
 * same of the other half of a `><`.
 */

const known = new Set([
  "id",
  "label",
  "note",
  "home",
  "order",
  "text",
  "cite",
  "see",
  "via",
  "back",
  "standIn",
]);

const labels: ReadonlySet<string> = new Set(locatorLabels);

export function unknownKeys(data: Data): readonly string[] {
  return Object.keys(data).filter((key) => !known.has(key));
}

/** Takes typed values out of one record of data; what has the wrong type is left out with a warning. */
export class Fields {
  readonly #data: Data;
  readonly #line: number;
  readonly #warnings: string[];

  constructor(data: Data, line: number, warnings: string[]) {
    this.#data = data;
    this.#line = line;
    this.#warnings = warnings;
  }

  text(key: string): string | undefined {
    const value = this.#data[key];
    if (value === undefined || typeof value === "string") return value;
    if (typeof value === "number") return String(value);
    this.#leave(key, "text", value);
    return undefined;
  }

  /** Text, or `null` where the data says that there is none. */
  textOrNull(key: string): string | null | undefined {
    return this.#data[key] === null ? null : this.text(key);
  }

  /** `sectionsOf` is the source that a citation means which is only a text. */
  citations(sectionsOf: SourceId | null): readonly Citation[] {
    const cited = listed(this.#data["cite"]).map((value) => this.#citation(value, sectionsOf));
    const read = listed(this.#data["see"]).map((value) =>
      typeof value === "string"
        ? newCitation(value as SourceId, { prefix: "see" })
        : this.#leave("see", "a source's id", value),
    );
    return [...cited, ...read].filter((citation) => citation !== null);
  }

  #citation(value: Json, sectionsOf: SourceId | null): Citation | null {
    if (typeof value === "string" && sectionsOf !== null) {
      return newCitation(sectionsOf, { locator: value, label: "section" });
    }
    if (!isData(value)) return this.#leave("cite", "a section, or names and values", value);
    const fields = new Fields(value, this.#line, this.#warnings);
    const source = fields.text("source") ?? sectionsOf;
    if (source === null) return this.#leave("cite", "a source", undefined);
    const label = fields.text("label") ?? "page";
    const translation = fields.text("translation") ?? "";
    if (!labels.has(label)) this.#leave("label", "page, section, folio or another of CSL's locators", label);
    return {
      source: source as SourceId,
      locator: fields.text("locator") ?? "",
      label: labels.has(label) ? (label as LocatorLabel) : "page",
      prefix: fields.text("prefix") ?? "",
      suffix: fields.text("suffix") ?? "",
      quotation: fields.text("quotation") ?? "",
      ...(translation !== "" && { translation }),
    };
  }

  #leave(key: string, expected: string, value: unknown): null {
    this.#warnings.push(words.dataValue(this.#line, key, expected, describeJson(value)));
    return null;
  }
}

/** Citations as data, as short as the reader allows; `undefined` for none. */
export function citationsAsData(citations: readonly Citation[], sectionsOf: SourceId | null): Json {
  const values = citations.map((citation) => citationAsData(citation, sectionsOf));
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : values;
}

function citationAsData(citation: Citation, sectionsOf: SourceId | null): Json {
  if (isSection(citation, sectionsOf)) return citation.locator;
  const data: Data = { source: citation.source };
  if (citation.locator !== "") data["locator"] = citation.locator;
  if (citation.label !== "page") data["label"] = citation.label;
  if (citation.prefix !== "") data["prefix"] = citation.prefix;
  if (citation.suffix !== "") data["suffix"] = citation.suffix;
  if (citation.quotation !== "") data["quotation"] = citation.quotation;
  if ((citation.translation ?? "") !== "") data["translation"] = citation.translation ?? "";
  return data;
}

/** Whether a citation can be written as nothing but its section. */
export function isSection(citation: Citation, source: SourceId | null): boolean {
  const { prefix, suffix, quotation, translation = "" } = citation;
  const others = prefix + suffix + quotation + translation;
  return citation.source === source && citation.label === "section" && others === "";
}

function listed(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
