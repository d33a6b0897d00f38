import { counted } from "#words/number.ts";

/** What Find and Replace say. */
export const findWords = {
  find: "Find",
  placeholder: "Claims, notes, sources, people",
  placeholderBlind: "Claims, notes",
  namesHidden: "Names are hidden, so holders and sources are not looked through.",
  close: "Close Find",
  results: "Claims found",
  count: (count: number) => (count === 1 ? "1 claim found" : `${counted(count)} claims found`),
  stillReading: (count: number) =>
    count === 0 ? "Still reading the map…" : `${findWords.count(count)} so far, still reading…`,
  first: (shown: number) => `The first ${shown} are listed. Write more to narrow them down.`,
  nothing: (typed: string) => `No claim, note, source or name holds “${typed}”.`,
  nothingBlind: (typed: string) => `No claim or note holds “${typed}”.`,
  nothingToReplace: (typed: string) => `No claim or note holds “${typed}” letter by letter.`,
  begin: "Results come as you type. ↑ and ↓ choose one, Enter goes there.",
  inNote: "Note",
  inSource: "Source",
  inHolder: "Held by",
  emptyClaim: "A claim without words",

  replace: "Replace",
  replaceWith: "Replace with",
  matchCase: "Match case",
  replaceAll: (count: number) => `Replace all (${counted(count)})`,
  replaced: (places: number, claims: number) =>
    `${places === 1 ? "1 place" : `${counted(places)} places`} replaced in ${claims === 1 ? "1 claim" : `${counted(claims)} claims`}.`,
  undo: "Undo",
};
