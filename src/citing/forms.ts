import { namesOf, textOf } from "#citing/fields.ts";
import { leadersOf } from "#citing/leaders.ts";
import { namesInNote } from "#citing/names.ts";
import { type Kind, kindOf, shapes } from "#citing/kinds.ts";
import { type Part, part, plain, roman } from "#citing/rich-text.ts";
import {
  between,
  containerOf,
  dated,
  editionOf,
  type Form,
  type FormParts,
  type Place,
  publication,
  run,
  rolesOf,
  seriesOf,
  volumesOf,
} from "#citing/work.ts";
import { pageRange } from "#citing/locators.ts";
import type { CslItem } from "#model/source.ts";
import { citingWords as words } from "#words/citing.ts";

/** How a source is written. */
export function formOf(item: CslItem): Form {
  const kind = kindOf(item);
  return { ...shapes[kind], ...parts[kind] };
}

const book: FormParts = {
  inVolumes: true,
  facts: (item, place, volume) => [
    part(between(place), editionOf(item)),
    ...run(place, ...rolesOf(item, place, volume).map(roman)),
    part(between(place), volumesOf(item)),
    part(between(place), seriesOf(item)),
    publication(item, place),
  ],
};

const film: FormParts = {
  facts: (item, place) => [
    part(between(place), place === "note" ? directedBy(item) : ""),
    publication(item, place),
  ],
  tail: (item, place) => [part(between(place), textOf(item, "medium"))],
};

const chapter: FormParts = {
  inVolumes: true,
  facts: (item, place, volume) => [
    ...run(place, within(item), roman(editionOf(item)), ...rolesOf(item, place, volume).map(roman)),
    part(between(place), seriesOf(item)),
    publication(item, place),
  ],
};

const article: FormParts = {
  facts: (item, place) => [...issue(item, place), ...ownPages(item, place)],
  colonBeforePage: isNumbered,
};

const news: FormParts = {
  facts: (item, place) => run(place, containerOf(item, "italic"), roman(dated(item, "day"))),
};

const entry: FormParts = {
  facts: (item, place) => [
    part(between(place), leadersOf(item).role === "author" ? within(item) : containerOf(item, "italic")),
    part(between(place), editionOf(item)),
    part(between(place), dated(item, "day")),
  ],
};

const webpage: FormParts = {
  facts: (item, place) =>
    run(place, containerOf(item, "roman"), roman(textOf(item, "publisher")), roman(dated(item, "day"))),
};

const thesis: FormParts = {
  facts: (item, place) => [publication(item, place, textOf(item, "genre"))],
};

const speech: FormParts = {
  facts: (item, place) => {
    const genre = textOf(item, "genre");
    const event = textOf(item, "event-title", "event");
    const where = textOf(item, "event-place", "publisher-place");
    const facts = [genre, genre.includes(event) ? "" : event, where, dated(item, "day")];
    return run(place, ...facts.map(roman));
  },
};

/** The archival unit stands with the page; the collection and the archive come last. */
const manuscript: FormParts = {
  namesPages: (item) => textOf(item, "archive", "archive_location") !== "",
  facts: (item, place) => [
    part(between(place), textOf(item, "genre")),
    part(between(place), dated(item, "day") || words.noDate),
    part(between(place), textOf(item, "archive_location")),
  ],
  tail: (item, place) => [
    part(between(place), textOf(item, "archive_collection")),
    part(between(place), textOf(item, "archive", "publisher")),
    part(",", textOf(item, "archive-place", "publisher-place")),
  ],
};

/** The papers of someone as a whole: a name rather than a title, and no "n.d." (Chicago 18, 14.128). */
const collection: FormParts = {
  ...manuscript,
  facts: (item, place) => [
    part(between(place), dated(item, "day")),
    part(between(place), textOf(item, "archive_location")),
  ],
};

const parts: Readonly<Record<Kind, FormParts>> = {
  article,
  book,
  chapter,
  collection,
  entry,
  film,
  manuscript,
  news,
  speech,
  thesis,
  webpage,
};

function directedBy(item: CslItem): string {
  const directors = namesOf(item, "director");
  return directors.length === 0 ? "" : `${words.directed} ${namesInNote(directors)}`;
}

function within(item: CslItem) {
  const container = containerOf(item, "italic");
  return plain(container) === "" ? [] : [...roman(`${words.in} `), ...container];
}

function issue(item: CslItem, place: Place): readonly Part[] {
  const volume = textOf(item, "volume");
  const number = textOf(item, "issue");
  const date = dated(item, volume === "" ? (number === "" ? "day" : "month") : "year");
  return [
    part(between(place), containerOf(item, "italic")),
    part(" ", volume),
    part(",", number === "" ? "" : words.issue(number)),
    isNumbered(item) ? part(" ", `(${date || words.noDate})`) : part(",", date || words.noDate),
  ];
}

/** A bibliography names the pages of the whole article. */
function ownPages(item: CslItem, place: Place): readonly Part[] {
  const pages = place === "bibliography" && isNumbered(item) ? textOf(item, "page") : "";
  return [part(":", pageRange(pages))];
}

function isNumbered(item: CslItem): boolean {
  return textOf(item, "volume") !== "" || textOf(item, "issue") !== "";
}
