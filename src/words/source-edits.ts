import { counted } from "#words/number.ts";

/** Sources and citations: how steps are called in Undo and Redo, and why a command does nothing. Not in the first load: nor are these commands. */
export const sourceEditWords = {
  addSource: "add source",
  addSources: (count: number) => (count === 1 ? "add source" : `add ${counted(count)} sources`),
  editSource: "edit source",
  deleteSource: (claims: number) =>
    claims === 0
      ? "delete source"
      : `delete source that ${claims === 1 ? "1 claim cites" : `${counted(claims)} claims cite`}`,
  cite: "add citation",
  uncite: "remove citation",
  editCitation: "edit citation",
  setSourceRole: "change the role of a source",

  sourceGone: "This source is not in the map any more.",
  citationGone: "This citation is not there any more.",
};
