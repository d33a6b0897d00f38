import { faultOfDate } from "#interchange/odd-dates.ts";
import { type Data, describeJson, isData } from "#interchange/plain-json.ts";
import type { SourceId } from "#model/ids.ts";
import { type Citation, type Json, locatorLabels, newCitation } from "#model/source.ts";
import { interchangeWords as words } from "#words/interchange.ts";

/*
 * What the data in braces may say of a claim:
 *
 *   {id: thaw, label: The thaw, note: "Markdown", home: step-id, order: a1, text: "exact text"}
 *   {cite: "Key moments, ¶2"}                     a section of the source that the frontmatter's `cites` names
 *   {cite: {source: jones-2013, locator: 12-14, label: page, prefix: see, suffix: "", quotation: "",
 *     translation: ""}}
 *   {cite: [...], see: jones-2013}                several; further reading, the whole work
 *   {period: 1914-07, held: …}                    what it is about, and who holds it: see `argdown-people.ts`
 *   {images: [...]}                               see `argdown-images.ts`
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
  "period",
  "held",
  "images",
  "via",
  "back",
  "standIn",
]);

/** By which names a record says that it means a place in a source. */
export const placeNames = ["source", "locator", "label", "prefix", "suffix", "quotation", "translation"];

export function unknownKeys(data: Data): readonly string[] {
  return Object.keys(data).filter((key) => !known.has(key));
}

/** Takes typed values out of one record of data; what has the wrong type is left out with a warning that says in which place. */
export class Fields {
  readonly #data: Data;
  readonly #place: string;
  readonly #warnings: string[];

  constructor(data: Data, place: string, warnings: string[]) {
    this.#data = data;
    this.#place = place;
    this.#warnings = warnings;
  }

  /** As it was read. */
  value(key: string): Json | undefined {
    return this.#data[key];
  }

  /** What a key says, as a list of records of data of their own. A text stands for a record that says only its `main` thing. */
  records(key: string, main: string, expected: string): readonly Fields[] {
    return listed(this.#data[key]).flatMap((value) => {
      const data = typeof value === "string" ? { [main]: value } : value;
      if (isData(data)) return [new Fields(data, this.#place, this.#warnings)];
      this.leave(key, expected, value);
      return [];
    });
  }

  /** One of some names; `null` for any other, which is left to the caller to say. */
  name<Name extends string>(key: string, names: readonly Name[], usual: Name): Name | null {
    const value = this.#data[key] ?? usual;
    return names.find((name) => name === value) ?? null;
  }

  /** A date, which is kept though it may not be one. */
  date(key: string): string {
    const written = this.text(key) ?? "";
    const fault = faultOfDate(written);
    if (fault !== null) this.say((place) => words.oddDate(place, fault));
    return written;
  }

  text(key: string): string | undefined {
    const value = this.#data[key];
    if (value === undefined || typeof value === "string") return value;
    if (typeof value === "number") return String(value);
    this.leave(key, "text", value);
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
        : this.leave("see", "a source's id", value),
    );
    return [...cited, ...read].filter((citation) => citation !== null);
  }

  #citation(value: Json, sectionsOf: SourceId | null): Citation | null {
    if (typeof value === "string" && sectionsOf !== null) {
      return newCitation(sectionsOf, { locator: value, label: "section" });
    }
    if (!isData(value)) return this.leave("cite", "a section, or names and values", value);
    return new Fields(value, this.#place, this.#warnings).place("cite", sectionsOf);
  }

  /** The place in a source that the record itself names; `key` is what it is the value of. */
  place(key: string, sectionsOf: SourceId | null): Citation | null {
    const source = this.text("source") ?? sectionsOf;
    if (source === null) return this.leave(key, "a source", undefined);
    const label = this.name("label", locatorLabels, "page");
    const translation = this.text("translation") ?? "";
    if (label === null)
      this.leave("label", "page, section, folio or another of CSL's locators", this.#data["label"]);
    return {
      source: source as SourceId,
      locator: this.text("locator") ?? "",
      label: label ?? "page",
      prefix: this.text("prefix") ?? "",
      suffix: this.text("suffix") ?? "",
      quotation: this.text("quotation") ?? "",
      ...(translation !== "" && { translation }),
    };
  }

  /** Says that a value was left out, and what was expected. */
  leave(key: string, expected: string, value: unknown = this.#data[key]): null {
    this.say((place) => words.dataValue(place, key, expected, describeJson(value)));
    return null;
  }

  /** Says which names of the record are not known. */
  noteUnknown(names: readonly string[]): void {
    const unknown = Object.keys(this.#data).filter((name) => !names.includes(name));
    if (unknown.length > 0) this.say((place) => words.dataLeftIn(place, unknown));
  }

  say(sentence: (place: string) => string): void {
    this.#warnings.push(sentence(this.#place));
  }
}

/** Citations as data, as short as the reader allows; `undefined` for none. */
export function citationsAsData(citations: readonly Citation[], sectionsOf: SourceId | null): Json {
  const values = citations.map((citation) => citationAsData(citation, sectionsOf));
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : values;
}

function citationAsData(citation: Citation, sectionsOf: SourceId | null): Json {
  return isSection(citation, sectionsOf) ? citation.locator : placeAsData(citation);
}

/** A place in a source as names and values. */
export function placeAsData(citation: Citation): Data {
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
