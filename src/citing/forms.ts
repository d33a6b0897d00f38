import { namesOf, textOf } from "#citing/fields.ts";
import { leadersOf } from "#citing/leaders.ts";
import { namesInNote } from "#citing/names.ts";
import { type Part, plain, roman } from "#citing/rich-text.ts";
import {
  between,
  containerOf,
  dated,
  editionOf,
  type Form,
  part,
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

/** How a source of this CSL type is written. Types without a form of their own are written as what they are most like. */
export function formOf(item: CslItem): Form {
  const hasContainer = textOf(item, "container-title") !== "";
  switch (item.type) {
    case "article-journal":
    case "article":
    case "review":
      return article;
    case "article-newspaper":
    case "article-magazine":
      return news;
    case "chapter":
    case "paper-conference":
      return chapter;
    case "entry-encyclopedia":
    case "entry-dictionary":
    case "entry":
      return isPublished(item) ? chapter : entry;
    case "webpage":
    case "post":
    case "post-weblog":
      return webpage;
    case "motion_picture":
      return film;
    case "thesis":
      return thesis;
    case "speech":
    case "interview":
      return speech;
    case "manuscript":
    case "document":
    case "personal_communication":
      return manuscript;
    case "collection":
      return collection;
    default:
      return hasContainer ? chapter : book;
  }
}

const book: Form = {
  face: "italic",
  inVolumes: true,
  facts: (item, place, volume) => [
    part(between(place), editionOf(item)),
    ...run(place, ...rolesOf(item, place, volume).map(roman)),
    part(between(place), volumesOf(item)),
    part(between(place), seriesOf(item)),
    publication(item, place),
  ],
};

const film: Form = {
  face: "italic",
  titleFirst: true,
  facts: (item, place) => [
    part(between(place), place === "note" ? directedBy(item) : ""),
    publication(item, place),
  ],
  tail: (item, place) => [part(between(place), textOf(item, "medium"))],
};

const chapter: Form = {
  face: "quoted",
  inVolumes: true,
  facts: (item, place, volume) => [
    ...run(place, within(item), roman(editionOf(item)), ...rolesOf(item, place, volume).map(roman)),
    part(between(place), seriesOf(item)),
    publication(item, place),
  ],
};

const article: Form = {
  face: "quoted",
  facts: (item, place) => [...issue(item, place), ...ownPages(item, place)],
  colonBeforePage: isNumbered,
};

const news: Form = {
  face: "quoted",
  standIn: { fields: ["container-title"], face: "italic" },
  facts: (item, place) => run(place, containerOf(item, "italic"), roman(dated(item, "day"))),
};

const entry: Form = {
  face: "quoted",
  standIn: { fields: ["container-title"], face: "italic" },
  facts: (item, place) => [
    part(between(place), leadersOf(item).role === "author" ? within(item) : containerOf(item, "italic")),
    part(between(place), editionOf(item)),
    part(between(place), dated(item, "day")),
  ],
};

const webpage: Form = {
  face: "quoted",
  standIn: { fields: ["publisher", "container-title"], face: "roman" },
  facts: (item, place) =>
    run(place, containerOf(item, "roman"), roman(textOf(item, "publisher")), roman(dated(item, "day"))),
};

const thesis: Form = {
  face: "quoted",
  facts: (item, place) => [publication(item, place, textOf(item, "genre"))],
};

const speech: Form = {
  face: "quoted",
  facts: (item, place) => {
    const genre = textOf(item, "genre");
    const event = textOf(item, "event-title", "event");
    const where = textOf(item, "event-place", "publisher-place");
    const facts = [genre, genre.includes(event) ? "" : event, where, dated(item, "day")];
    return run(place, ...facts.map(roman));
  },
};

/** The archival unit stands with the page; the collection and the archive come last. */
const manuscript: Form = {
  face: "quoted",
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
const collection: Form = {
  ...manuscript,
  face: "roman",
  facts: (item, place) => [
    part(between(place), dated(item, "day")),
    part(between(place), textOf(item, "archive_location")),
  ],
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

/** An encyclopaedia with an editor or publisher is cited as a book; one without is known by its name. */
function isPublished(item: CslItem): boolean {
  const named =
    textOf(item, "publisher") !== "" || (Array.isArray(item["editor"]) && item["editor"].length > 0);
  return named && textOf(item, "container-title") !== "";
}
