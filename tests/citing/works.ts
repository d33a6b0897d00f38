import type { RichText } from "#citing/rich-text.ts";
import type { SourceId } from "#model/ids.ts";
import { type CslItem, newCitation, type Source } from "#model/source.ts";

const id = "source" as SourceId;

/** Works of the first map's debate, and a few invented for what those do not show. */
export const works = {
  taubman: {
    type: "book",
    title: "Khrushchev: The Man and His Era",
    author: [{ family: "Taubman", given: "William" }],
    issued: { "date-parts": [[2003]] },
    publisher: "W. W. Norton",
    "publisher-place": "New York",
  },
  jonesEdited: {
    type: "book",
    title: "The Dilemmas of De-Stalinization: Negotiating Cultural and Social Change in the Khrushchev Era",
    editor: [{ family: "Jones", given: "Polly" }],
    issued: { "date-parts": [[2006]] },
    publisher: "Routledge",
  },
  memoirs: {
    type: "book",
    title: "Memoirs of Nikita Khrushchev",
    author: [{ family: "Khrushchev", given: "Nikita" }],
    editor: [{ family: "Khrushchev", given: "Sergei" }],
    translator: [{ family: "Shriver", given: "George" }],
    volume: "2",
    issued: { "date-parts": [[2006]] },
    publisher: "Pennsylvania State University Press",
  },
  volume: {
    type: "book",
    title: "A Work in Volumes",
    author: [{ family: "Doe", given: "Jane" }],
    volume: "3",
    edition: "2",
    publisher: "Press",
    issued: { "date-parts": [[1960]], circa: true },
  },
  three: {
    type: "book",
    title: "Three by Three",
    author: [
      { family: "Aa", given: "Ann" },
      { family: "Bb", given: "Bob" },
      { family: "Cc", given: "Carl" },
    ],
    publisher: "Press",
  },
  anonymous: {
    type: "book",
    title: "An Anonymous Work",
    publisher: "Press",
    issued: { "date-parts": [[1960], [1962]] },
  },
  cohen: {
    type: "article-journal",
    title: "The Friends and Foes of Change: Reformism and Conservatism in the Soviet Union",
    author: [{ family: "Cohen", given: "Stephen F." }],
    "container-title": "Slavic Review",
    volume: "38",
    issue: "2",
    page: "187-202",
    issued: { "date-parts": [[1979]] },
  },
  question: {
    type: "article-journal",
    title: 'Who Was "Stalin"?',
    author: [{ family: "Doe", given: "Jane" }],
    "container-title": "Kritika",
    issue: "3",
    page: "101-108",
    issued: { "date-parts": [[2001, 3]] },
    DOI: "https://doi.org/10.1000/xyz",
  },
  chapter: {
    type: "chapter",
    title: "From the Secret Speech to the Burial of Stalin",
    author: [{ family: "Jones", given: "Polly" }],
    "container-title": "The Dilemmas of De-Stalinization",
    editor: [{ family: "Jones", given: "Polly" }],
    page: "41-63",
    publisher: "Routledge",
    issued: { "date-parts": [[2006]] },
  },
  speech: {
    type: "speech",
    title: "On the Cult of Personality and Its Consequences",
    author: [{ family: "Khrushchev", given: "Nikita S." }],
    genre: "speech to a closed session of the Twentieth Congress of the CPSU",
    "event-place": "Moscow",
    issued: { "date-parts": [[1956, 2, 25]] },
  },
  entry: { type: "entry-encyclopedia", title: "De Stalinization" },
  britannica: {
    type: "entry-encyclopedia",
    title: "De-Stalinization",
    "container-title": "Encyclopaedia Britannica",
    URL: "https://www.britannica.com/x",
    accessed: { "date-parts": [[2026, 11, 20]] },
  },
  signedEntry: {
    type: "entry-encyclopedia",
    title: "De-Stalinization",
    author: [{ family: "Jones", given: "Polly" }],
    "container-title": "Encyclopedia of Russian History",
    volume: "1",
    editor: [{ family: "Millar", given: "James R." }],
    publisher: "Macmillan Reference USA",
    issued: { "date-parts": [[2004]] },
  },
  page: {
    type: "webpage",
    title: "Secret Speech",
    author: [{ literal: "Wilson Center" }],
    "container-title": "Digital Archive",
    URL: "https://digitalarchive.wilsoncenter.org/x",
    issued: { "date-parts": [[2012, 4, 3]] },
  },
  thesis: {
    type: "thesis",
    title: "Returnees from the Gulag",
    author: [{ family: "Adler", given: "Nanci" }],
    genre: "PhD diss.",
    publisher: "University of Amsterdam",
    issued: { "date-parts": [[1999]] },
  },
  letter: {
    type: "manuscript",
    title: "Letter to the Central Committee",
    author: [{ family: "Ivanov", given: "Ivan" }],
    archive: "Russian State Archive of Contemporary History",
    archive_location: "f. 5, op. 30, d. 140",
    "archive-place": "Moscow",
    issued: { "date-parts": [[1956, 3, 2]] },
  },
  unsigned: {
    type: "article-newspaper",
    title: "Khrushchev Talk",
    "container-title": "New York Times",
    issued: { "date-parts": [[1956, 6, 5]] },
  },
  signed: {
    type: "article-newspaper",
    title: "Khrushchev Talk on Stalin Bares Details of Rule Based on Terror",
    author: [{ family: "Schwartz", given: "Harry" }],
    "container-title": "New York Times",
    page: "1",
    issued: { "date-parts": [[1956, 6, 5]] },
  },
} as const satisfies Record<string, CslItem>;

export function source(item: CslItem): Source {
  return { id, item };
}

export function cited(locator = "", fields: Partial<ReturnType<typeof newCitation>> = {}) {
  return newCitation(id, { locator, ...fields });
}

/** Italics between stars, as the tables below write them. */
export function starred(rich: RichText): string {
  return rich.map(({ text, italic }) => (italic ? `*${text}*` : text)).join("");
}
