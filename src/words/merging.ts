import { counted } from "#words/number.ts";

function edits(count: number): string {
  return count === 1 ? "1 edit" : `${counted(count)} edits`;
}

/** Merging: a colleague's copy, a newer version of a shipped map, and looking through what came in. `into`: whose map it came into, `null` for the one who looks. */
export const mergingWords = {
  heading: "You have this map already",
  which: (title: string, by: string) => (by === "" ? `“${title}”` : `“${title}”, from ${by}`),
  has: (theirs: number, mine: number) =>
    mine === 0
      ? `The copy has ${edits(theirs)} that yours does not have.`
      : `The copy has ${edits(theirs)} that yours does not have, and yours has ${edits(mine)} that the copy does not have.`,
  promise: "Merging keeps both. You then see each edit that came in, and can take any of it back.",
  apart: "It cannot be merged into yours, but you can keep it beside yours.",
  isBinned: (title: string) =>
    `“${title}” is in the bin. Nothing of it is lost: it can be put back, and what this file has besides merged into it.`,
  binnedHeading: "This map is in the bin",
  putBackAndMerge: "Put it back and merge",
  openBeside: "Open as a copy",
  outOfBin: (title: string) => `“${title}” is out of the bin again.`,
  merge: "Merge into mine",
  keepApart: "Keep as a separate copy",
  cancel: "Cancel",
  strangers:
    "This is another map under the same name: the two were begun apart and have no history in common.",
  noHistory: "This file was saved without its history.",
  mapGone: "The map is not on this device any more.",
  failed: (reason: string) => `That could not be done: ${reason}`,
  copyTitle: (title: string, by: string) => (by === "" ? `${title} (copy)` : `${title} (${by})`),
  openedPlain: (trouble: string) => `${trouble} It was opened without it.`,
  same: (by: string) =>
    by === "" ? "Your map says the same as this copy." : `Your map and ${by}’s copy say the same.`,
  known: (by: string) =>
    by === ""
      ? "This copy has nothing that your map does not have."
      : `${by}’s copy has nothing that your map does not have.`,

  /** `null` is the app, which has brought a newer version. */
  step: (by: string | null) =>
    by === null ? "merge the newer version" : by === "" ? "merge a copy" : `merge the copy from ${by}`,
  merged: (by: string | null, count: number) =>
    by === null
      ? `The newer version is merged: ${edits(count)}.`
      : `Merged ${edits(count)}${by === "" ? "" : ` by ${by}`}.`,
  mergedName: (by: string | null) =>
    by === null
      ? "Merged: the newer version"
      : `Merged: ${by === "" ? "a colleague’s copy" : `the copy from ${by}`}`,
  lastMerge: "You have merged into this map before.",
  mergedOn: (when: string) => `Merged on ${when}.`,
  takenBackSince: (count: number, all: number) =>
    `${counted(count)} of ${edits(all)} no longer ${count === 1 ? "stands" : "stand"}.`,
  undoMerge: "Undo merge",
  mergeAgain: "Merge again",

  newer: (count: number) =>
    `A newer version of this map came with the app: ${count === 1 ? "1 change" : `${counted(count)} changes`}.`,
  newerName: "Newer version",
  seeAndMerge: "See and merge",
  notNow: "Not now",

  review: (by: string | null) =>
    by === null ? "What the newer version brought" : `What ${by || "your colleague"} did`,
  close: "Close",
  nothing: "Nothing of your map has changed by the merge.",
  allEdits: (count: number) => `Edits that came in (${counted(count)})`,
  bothEdited: (count: number) => `Edited by both (${counted(count)})`,
  deletedOnce: (count: number) => `Deleted on one side (${counted(count)})`,
  bothHint: (into: string | null) => `${into ?? "You"} and they changed the same. Choose what is to stand.`,
  deletedHint: "One side deleted what the other was still working on.",
  takeBack: "Take back",
  putBack: "Put back",
  goTo: (text: string) => `Go to “${text}”`,
  about: (name: string, what: string) => `${name}: ${what}`,
  takenBack: "Taken back",
  changedSince: "Changed since",
  mine: (into: string | null) => into ?? "Yours",
  theirs: "Theirs",
  together: "Merged",
  useMine: (into: string | null) => (into === null ? "Use mine" : `Use ${into}’s`),
  useTheirs: "Use theirs",
  keepMerged: "Keep merged",
  bringBack: "Bring back",
  isBack: "It is back",
  deletedBy: (by: "me" | "them", why: "edited" | "answered", into: string | null) =>
    by === "me"
      ? `${into ?? "You"} deleted it; they ${why} it`
      : `They deleted it; ${into ?? "you"} ${why} it`,
  emptyClaim: "A claim without words",
  nothingWritten: "Empty",
  thesis: "A thesis of its own",
  as: (kind: "supports" | "opposes", under: string) =>
    `${kind === "supports" ? "Reason for" : "Objection to"} “${under}”`,
  asStep: (kind: "supports" | "opposes", from: string) =>
    `${kind === "supports" ? "Reason for" : "Objection to"} the step from “${from}”`,
  before: "Before",
  after: "After",
  now: "As",
  fields: {
    text: "Sentence",
    label: "Short name",
    note: "Note",
    title: "Title",
    question: "Question",
    leavesOut: "What the map leaves out",
    period: "Period",
    place: "Place",
  },
  deeds: {
    added: "Added",
    deleted: "Deleted",
    reworded: "Reworded",
    named: "Short name changed",
    noted: "Note changed",
    cited: "Sources of the claim changed",
    attributed: "Who holds the claim changed",
    dated: "Period changed",
    illustrated: "Images of the claim changed",
    moved: "Moved",
    reordered: "Put elsewhere among its neighbours",
    turned: "Turned",
    linked: "Linked",
    unlinked: "Unlinked",
    title: "Title changed",
    question: "Question changed",
    language: "Language changed",
    leavesOut: "What the map leaves out changed",
    dismissed: "What was dismissed as missing changed",
    "source added": "Source added",
    "source edited": "Source edited",
    "source deleted": "Source deleted",
    "holder added": "Holder added",
    "holder edited": "Holder edited",
    "holder deleted": "Holder deleted",
    "school added": "School added",
    "school edited": "School edited",
    "school deleted": "School deleted",
  },
  deletedBelow: (count: number) =>
    count === 1 ? "and the one below it" : `and the ${counted(count)} below it`,
  untitledSource: "A source without a title",
  nameless: "Without a name",
};
