import { counted } from "#words/number.ts";

function sources(count: number): string {
  return count === 1 ? "1 source" : `${counted(count)} sources`;
}

/** The bibliography of a map or a branch. */
export const bibliographyWords = {
  heading: "Bibliography",
  scope: "Of what",
  wholeMap: (count: number) => `The whole map (${sources(count)})`,
  branch: (claim: string, count: number) => `The branch “${claim}” (${sources(count)})`,
  divide: "Divide into primary and secondary sources",
  roles: {
    primary: "Primary sources",
    secondary: "Secondary sources",
    historiography: "Historiography",
    unsaid: "Other sources",
  },
  list: "The bibliography",
  empty: "Nothing is cited here yet.",
  copy: "Copy",
  copied: "Copied.",
  notCopied: "The browser did not let the bibliography be copied.",
  print: "Print…",
  format: "Format",
  formats: { bibtex: "BibTeX", ris: "RIS", csl: "CSL-JSON" },
  save: "Save as…",
  notSaved: "The file could not be written.",
  /** The heading of what is printed, and the name of the file. */
  titled: (title: string) => (title === "" ? "Bibliography" : `Bibliography: ${title}`),
};
