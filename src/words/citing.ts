/** The terms of Chicago's notes and bibliographies, in English. */
export const citingWords = {
  noDate: "n.d.",
  and: "and",
  andOthers: "et al.",
  /** After the name of one, of several, who stand first. */
  roles: { editor: ["ed.", "eds."], translator: ["trans.", "trans."], director: ["dir.", "dirs."] } as const,
  directed: "directed by",
  editedInNote: "ed.",
  translatedInNote: "trans.",
  edited: "edited by",
  translated: "translated by",
  edition: (ordinal: string) => `${ordinal} ed.`,
  volume: (number: string) => `vol. ${number}`,
  volumes: (number: string) => `${number} vols.`,
  issue: (number: string) => `no. ${number}`,
  in: "in",
  accessed: (date: string) => `accessed ${date}`,
  untitled: "Untitled source",
  /** One place, several places. */
  locators: {
    page: ["p.", "pp."],
    folio: ["fol.", "fols."],
    paragraph: ["para.", "paras."],
    section: ["", ""],
    chapter: ["chap.", "chaps."],
    column: ["col.", "cols."],
    line: ["line", "lines"],
    note: ["n.", "nn."],
    timestamp: ["at", "at"],
    volume: ["vol.", "vols."],
  } as const,
};
