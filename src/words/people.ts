import { counted } from "#words/number.ts";

/** Holders, schools and what is attributed to them: how steps are called in Undo and Redo, and why a command does nothing. */
export const peopleWords = {
  addHolder: "add holder",
  editHolder: "edit holder",
  deleteHolder: (attributions: number) =>
    attributions === 0
      ? "delete holder"
      : `delete holder and ${counted(attributions)} ${attributions === 1 ? "attribution" : "attributions"}`,
  addSchool: "add school",
  editSchool: "edit school",
  deleteSchool: (members: number) =>
    members === 0
      ? "delete school"
      : `delete school of ${counted(members)} ${members === 1 ? "member" : "members"}`,
  attribute: "add attribution",
  editAttribution: "edit attribution",
  withdrawAttribution: "remove attribution",
  setPeriod: "change period",

  stances: {
    asserts: "asserts it",
    denies: "denies it",
    qualifies: "qualifies it",
    reports: "reports it",
    abandons: "abandons it",
  },
  /** "Fritz Fischer asserts it, 1961 (Fischer, Griff, 12)"; what is not known is empty. */
  attribution: (holder: string, stance: string, when: string, where: string) =>
    [`${holder} ${stance}`, when === "" ? "" : `, ${when}`, where === "" ? "" : ` (${where})`].join(""),
  unknownHolder: "Someone",

  holderGone: "This holder is not in the map any more.",
  schoolGone: "This school is not in the map any more.",
  attributionGone: "This attribution is not there any more.",
  attributionTaken: "The claim has an attribution with this id already.",
  alreadyAttributed: "The claim says exactly this of the holder already.",
  namelessHolder: "A holder needs a name. Expected that of a person or a body, such as Fritz Fischer.",
  namelessSchool: "A school needs a name, such as Revisionists.",
};
