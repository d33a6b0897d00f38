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
  noSource: "No source",
  statuses: {
    contested: "Contested",
    unanswered: "Objection without a reply",
    unsourced: "Without a source",
    none: "None of these",
  },
};
