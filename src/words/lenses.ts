/** Ways to look at a map, in English. */
export const lensWords = {
  lenses: {
    stance: "Reasons and objections",
    school: "Schools",
    holder: "Holders",
    evidence: "Kinds of evidence",
    status: "What is open",
  },
  stances: { thesis: "Thesis", reason: "Reason", objection: "Objection", undercutter: "Objection to a step" },
  noSchool: "Of no school",
  unnamedSchool: "School without a name",
  noHolder: "Asserted by no one named",
  unnamedHolder: "Holder without a name",
  roles: {
    primary: "Primary source",
    secondary: "Secondary source",
    historiography: "Historiography",
    unsaid: "Source of a kind not said",
  },
  image: "Image",
  noSource: "No source",
  sources: "Sources",
  months: [
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
  ] as readonly string[],
  /** A year of the axis and of the slider; 0 is 1 BCE. */
  year: (year: number) => (year > 0 ? String(year) : `${1 - year} BCE`),
  statuses: {
    contested: "Contested",
    unanswered: "Objection without a reply",
    unsourced: "Without a source",
    none: "None of these",
  },

  /** The debate in a year. */
  standings: {
    notYet: "Not yet argued",
    perhaps: "Perhaps argued by then",
    argued: "Argued",
    abandoned: "Abandoned by those who held it",
    undated: "No date: shown in every year",
  },
  /** Beside a date that no attribution says. */
  fromSource: "by the earliest work that it is found in",
  /** Who changed their mind. Claims come in as they are quoted. */
  departures: {
    qualified: () => "Holds it only with qualifications now",
    denied: () => "Denies what was held before",
    abandoned: () => "Abandons what was held before",
    cameRound: () => "Holds what was denied or abandoned before",
    otherSide: (target: string, from: string) => `Goes to the other side of ${target}, after ${from}`,
    bothSides: (target: string, from: string) => `Argues both sides of ${target}, with ${from}`,
  },
};

/** What is missing in a map, in sentences. Claims come in as they are quoted, sources as a short citation. */
export const missingWords = {
  kinds: {
    unsourced: "Claims without a source",
    unanswered: "Objections without a reply",
    oneSided: "Theses with one side only",
    oneSchool: "Claims that only one school speaks to",
    apart: "Schools that never meet",
    noPrimary: "Claims that rest on no primary source",
    noPage: "Quotations without a page",
    undescribed: "Images without a description",
    undated: "Attributions without a date",
    impossible: "Dates that cannot be",
  },
  quoted: (text: string) => `“${text}”`,
  noText: "(no text)",
  unknownHolder: "a holder who is not in the map",
  unknownSchool: "a school that is not in the map",
  unknownSource: "a source that is not in the map",

  unsourced: (claim: string) => `${claim} rests on no source.`,
  /** What a step stands for that is objected to, by the claim from which it leads. */
  step: (claim: string) => `the step from ${claim}`,
  unanswered: (claims: readonly string[], target: string) =>
    claims.length > 1
      ? `${claims.slice(0, -1).join(", ")} and ${claims.at(-1) ?? ""} object together to ${target}, and nobody replies.`
      : `${claims.join("")} objects to ${target}, and nobody replies.`,
  onlyReasons: (claim: string) => `${claim} has reasons, and no objection.`,
  onlyObjections: (claim: string) => `${claim} has objections, and no reason.`,
  oneSchool: (claim: string, school: string) => `Of all schools only ${school} has a say on ${claim}.`,
  apart: (one: string, other: string) => `${one} and ${other}: neither has a say on a claim of the other.`,
  noPrimary: (claim: string) =>
    `${claim} rests on secondary sources, and neither it nor a reason for it on a primary one.`,
  noPage: (claim: string, source: string) =>
    `A quotation at ${claim} does not say where in ${source} it stands.`,
  undescribed: (image: string, claim: string) =>
    image === ""
      ? `An image on ${claim} is not described for those who do not see it.`
      : `The image “${image}” on ${claim} is not described for those who do not see it.`,
  undated: (holder: string, claim: string) => `When ${holder} took a stance on ${claim} is not said.`,
  impossible: (whose: string, fault: string) => `${whose}: ${fault}`,
  beforeBirth: (when: string) =>
    `“${when}” is before the holder was born. Expected a date within a life, or after it.`,
  dateOfStance: (holder: string, claim: string) => `When ${holder} took a stance on ${claim}`,
  dateOfPeriod: (claim: string) => `The time that ${claim} is about`,
  dateOfSource: (source: string) => `When ${source} came out`,
  dateOfSchool: (school: string) => `The years of ${school}`,
  dateOfLife: (holder: string) => `The life of ${holder}`,
  dateOfMembership: (holder: string, school: string) => `When ${holder} was of ${school}`,
};
