import { dateOf, type Grain, hasDate } from "#citing/dates.ts";
import { leadersOf } from "#citing/leaders.ts";
import { namesOf, rawOf, textOf } from "#citing/fields.ts";
import { allNames, namesInNote } from "#citing/names.ts";
import type { Shape } from "#citing/kinds.ts";
import { italic, type Part, part, plain, type RichText, roman } from "#citing/rich-text.ts";
import type { CslItem } from "#model/source.ts";
import { citingWords as words } from "#words/citing.ts";

/** Where a form is written: a note joins by commas and brackets, a bibliography by full stops. */
export type Place = "note" | "bibliography";

/** How one kind of source is written. */
export interface Form extends Shape, FormParts {}

/** How it is written after its authors and its title. */
export interface FormParts {
  /** What tells it apart from others: publication facts, container, date. `volume` is false where a page has it already ("3:274"). */
  facts(item: CslItem, place: Place, volume: boolean): readonly Part[];
  /** What stands after the locator. */
  tail?(item: CslItem, place: Place): readonly Part[];
  /** Whether pages and folios are named with their term ("p. 274"), since bare numbers could mean something else. */
  namesPages?(item: CslItem): boolean;
  /** Whether the volume may stand before a page: "3:274". */
  readonly inVolumes?: true;
  /** Whether a page follows the facts after a colon: "38, no. 2 (1979): 190". */
  colonBeforePage?(item: CslItem): boolean;
}

/** The mark between two parts of the same standing. */
export function between(place: Place): "," | "." {
  return place === "note" ? "," : ".";
}

/** Facts that hang together by commas, parted from what is before them as the place has it. */
export function run(place: Place, ...facts: readonly RichText[]): readonly Part[] {
  const [first = [], ...rest] = facts.filter((fact) => plain(fact) !== "");
  return [part(between(place), first), ...rest.map((fact) => part(",", fact))];
}

/** "2nd ed." from "2", "2nd" or "2nd ed."; words such as "Revised" as they are. */
export function editionOf(item: CslItem): string {
  const edition = textOf(item, "edition");
  if (/^\d+$/u.test(edition)) return words.edition(ordinal(Number(edition)));
  return /^\d+(?:st|nd|rd|th)$/u.test(edition) ? words.edition(edition) : edition;
}

/** "vol. 2", "ed. Bob Bb", "trans. Max Roe"; spelled out in a bibliography. */
export function rolesOf(item: CslItem, place: Place, volume: boolean): readonly string[] {
  const number = textOf(item, "volume");
  const { role } = leadersOf(item);
  const editors = role === "editor" ? [] : namesOf(item, "editor");
  const translators = role === "translator" ? [] : namesOf(item, "translator");
  const note = place === "note";
  return [
    volume && number !== "" ? words.volume(number) : "",
    editors.length === 0
      ? ""
      : note
        ? `${words.editedInNote} ${namesInNote(editors)}`
        : `${words.edited} ${allNames(editors)}`,
    translators.length === 0
      ? ""
      : note
        ? `${words.translatedInNote} ${namesInNote(translators)}`
        : `${words.translated} ${allNames(translators)}`,
  ].filter((role) => role !== "");
}

/** "2 vols.", where the work is cited as a whole. */
export function volumesOf(item: CslItem): string {
  const number = textOf(item, "number-of-volumes");
  return number === "" || number === "1" || textOf(item, "volume") !== "" ? "" : words.volumes(number);
}

/** "(W. W. Norton, 2003)" in a note, "W. W. Norton, 2003" in a bibliography; "1931; W. W. Norton, 1965" for a reprint. */
export function publication(item: CslItem, place: Place, ...facts: readonly string[]): Part {
  const publisher = textOf(item, "publisher");
  const date = dateOf(item, "issued", "year") || words.noDate;
  const written = [...facts, publisher, date].filter((fact) => fact !== "").join(", ");
  const first = dateOf(item, "original-date", "year");
  const whole = first === "" || first === date ? written : `${first}; ${written}`;
  return place === "note" ? part(" ", `(${whole})`) : part(".", whole);
}

export function seriesOf(item: CslItem): string {
  return [textOf(item, "collection-title"), textOf(item, "collection-number")]
    .filter((fact) => fact !== "")
    .join(" ");
}

export function containerOf(item: CslItem, face: "italic" | "roman"): RichText {
  const title = textOf(item, "container-title");
  return face === "italic" ? italic(title) : roman(title);
}

export function dated(item: CslItem, grain: Grain): string {
  return dateOf(item, "issued", grain);
}

/** The address of a source: its DOI, or its URL with the day of access where it has no date of its own. */
export function addressOf(item: CslItem, place: Place): readonly Part[] {
  const doi = rawOf(item, "DOI").replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/iu, "");
  const url = doi === "" ? rawOf(item, "URL") : `https://doi.org/${doi}`;
  if (url === "") return [];
  const accessed = hasDate(item) ? "" : dateOf(item, "accessed", "day");
  const mark = between(place);
  return [part(mark, accessed === "" ? "" : words.accessed(accessed)), part(mark, roman(url))];
}

function ordinal(number: number): string {
  const tens = number % 100;
  if (tens >= 11 && tens <= 13) return `${number}th`;
  return `${number}${["th", "st", "nd", "rd"][number % 10] ?? "th"}`;
}
