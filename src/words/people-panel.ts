import { counted } from "#words/number.ts";

/** What is said where people, schools and who argued what are written down. */
export const peoplePanelWords = {
  argued: "Who has argued this",
  unattributed: "Nobody is named yet.",
  addAttribution: "Add who argued this",
  editAttribution: "Edit who argued this",
  holder: "Who",
  holderHint: "Fritz Fischer",
  newHolder: (name: string) => `${name} is new to this map, and will be added to its people.`,
  stance: "Stance",
  stances: {
    asserts: "Asserts it",
    denies: "Denies it",
    qualifies: "Qualifies it",
    reports: "Reports it",
    abandons: "Abandons it",
  },
  when: "When",
  whenHint: "1961, c. 1979, 1953–1964",
  keep: "Keep",
  edit: "Edit",
  editOf: (name: string, stance: string) => `Edit: ${name} ${stance}`,
  removeOf: (name: string, stance: string) => `Remove: ${name} ${stance}`,
  removed: (name: string, stance: string) => `Removed: ${name} ${stance}.`,
  someoneGone: "Someone who is not in the map",
  placeGone: "a source that is not in the map",
  period: "About the period",
  periodHint: "1914-07, 1953–1964",

  close: "Close the panel about the map",
  panel: "About this map",
  parts: "Parts of the panel",
  about: "About",
  people: "People",
  schools: "Schools",
  sources: "Sources",

  title: "Title",
  question: "Question",
  leavesOut: "What this map leaves out",
  leavesOutHint: "Whose arguments are missing, which years, which archives…",
  writeLeavesOut: "Say what it leaves out",
  nothingLeftOut: "Nobody has said yet what this map leaves out.",

  noPeople: "Nobody is in this map yet. Add a historian, or a body such as a commission.",
  noSchools: "There is no school in this map yet.",
  noSources:
    "There is no source in this map yet. Add one here, or paste BibTeX, RIS or a Zotero export on the map.",
  addPerson: "Add a person",
  addSchool: "Add a school",
  addSource: "Add a source",
  name: "Name",
  schoolHint: "Revisionists",
  lived: "Lived",
  livedHint: "1908–1999, since 1928",
  affiliation: "Affiliation",
  affiliationHint: "University of Hamburg",
  note: "Note",
  memberships: "Schools",
  school: "School",
  schoolWhen: (school: string) => `When in ${school}`,
  schoolYearsHint: "since 1961",
  joinSchool: "Belongs to",
  chooseSchool: "Choose a school…",
  leaveSchool: (school: string) => `Take out of ${school}`,
  goneSchool: "a school that is not in the map",
  years: "Years",
  yearsHint: "1959–1972",
  colour: "Colour",
  colours: {
    teal: "Teal",
    plum: "Plum",
    olive: "Olive",
    rose: "Rose",
    slate: "Slate",
    gold: "Gold",
    brown: "Brown",
    violet: "Violet",
  },
  pattern: "Pattern",
  patterns: {
    solid: "Solid",
    stripes: "Stripes",
    dots: "Dots",
    grid: "Grid",
    dashes: "Dashes",
    waves: "Waves",
    checks: "Checks",
    rings: "Rings",
  },
  members: "Members",
  noMembers: "Nobody yet. Who belongs to it is said with the person.",
  memberCount: (count: number) =>
    count === 0 ? "no member" : count === 1 ? "1 member" : `${counted(count)} members`,
  claims: (count: number) =>
    count === 0 ? "no claim" : count === 1 ? "1 claim" : `${counted(count)} claims`,
  citedBy: (count: number) => (count === 0 ? "Cited by no claim" : `Cited by ${claimCount(count)}`),
  roles: { primary: "Primary", secondary: "Secondary", historiography: "Historiography" },
  findSource: "Find a source",
  moreSources: (count: number) => `${counted(count)} more. Write a word of them above to find them.`,
  editName: (name: string) => `Edit ${name}`,
  closeName: (name: string) => `Done with ${name}`,
  delete: "Delete",
  deleteName: (name: string) => `Delete ${name}`,
  done: "Done",
  holderDeleted: (name: string, claims: number) =>
    claims === 0
      ? `Deleted ${name}.`
      : `Deleted ${name}, and who argued what on ${claimCount(claims)} with it.`,
  schoolDeleted: (name: string, members: number) =>
    members === 0
      ? `Deleted ${name}.`
      : `Deleted ${name}. ${members === 1 ? "1 person belongs" : `${counted(members)} people belong`} to it no more.`,
  sourceDeleted: (claims: number) =>
    claims === 0
      ? "Deleted the source."
      : `Deleted the source, and what ${claims === 1 ? "1 claim" : `${counted(claims)} claims`} cited of it.`,
};

function claimCount(count: number): string {
  return count === 1 ? "1 claim" : `${counted(count)} claims`;
}
