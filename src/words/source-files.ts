import { counted } from "#words/number.ts";

const marks: Readonly<Record<string, string>> = {
  comma: "a comma",
  label: "a key",
  lbrace: "an opening bracket",
  rbrace: "a closing bracket",
  equals: "“=”",
  quote: "a quotation mark",
  text: "text",
  identifier: "a field's name",
  number: "a number",
  dataEntryType: "a type",
  EOF: "the end",
};

/** What is said of files of sources: BibTeX, RIS, CSL-JSON. */
export const sourceFileWords = {
  neverEnds: (start: string) => `“${start}” is not closed. Expected a closing bracket before the next entry.`,
  noRecord: "Nothing could be read here. Expected a type, a key and fields, such as @book{key, title = {…}}.",
  nameless: "It has neither a title nor a name. Expected at least one of them.",
  stumbled: (reason: string) => `It cannot be read: ${reason}.`,
  /** What a BibTeX entry is made of, by the names of its grammar. */
  expected: (expected: string, found: string) =>
    `Expected ${marks[expected] ?? expected}, found ${marks[found] ?? found}.`,
  notARecord: (found: string) => `Expected a CSL-JSON record, found ${found}.`,
  notJson: "This is not CSL-JSON. Expected a list of records, such as Zotero exports.",
  tooLarge: (found: number, cap: number) =>
    `This holds ${counted(found)} characters of sources; up to ${counted(cap)} can be read at once.`,
  tooMany: (found: number, cap: number) =>
    `This holds ${counted(found)} sources; up to ${counted(cap)} can be read at once.`,
  /** A file that could not go anywhere: no map is open. */
  needMap: (name: string) =>
    `“${name}” is no map of its own. Sources are added to the map that is open: open one first, then bring the file again.`,
  mapLeft: "No source was added: the map was left before all of them had been read.",
  /** One line of a list of what could not be read. */
  badLine: ({ line, reason }: { readonly line: number; readonly reason: string }) =>
    `Line ${counted(line)}: ${reason}`,
  unreadHeading: "Entries that could not be read",
  unreadList: "The entries, by line",
  unreadMore: (count: number) => `And ${counted(count)} more; Copy takes all of them.`,
  unreadOffer: "List them…",
  copyList: "Copy the list",
  listCopied: "Copied.",
  listNotCopied: "The browser did not let the list be copied.",
  close: "OK",
  /** How many came, how many the map had, and how many could not be read. */
  sourcesAdded: (added: number, known: number, bad: number) =>
    [
      added === 0 ? "No source added." : added === 1 ? "1 source added." : `${counted(added)} sources added.`,
      known === 0 ? "" : known === 1 ? "1 is here already." : `${counted(known)} are here already.`,
      bad === 0 ? "" : bad === 1 ? "1 could not be read." : `${counted(bad)} could not be read.`,
    ]
      .filter((part) => part !== "")
      .join(" "),
  nothing: "There is no source in this text. Expected BibTeX, RIS or CSL-JSON.",
  genres: {
    phdthesis: "PhD diss.",
    "PhD thesis": "PhD diss.",
    mathesis: "master's thesis",
    "Master's thesis": "master's thesis",
  } as Readonly<Record<string, string>>,
};
