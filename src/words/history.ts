import { counted } from "#words/number.ts";

/** "4 claims added, 2 reworded". */
function claims(...counts: readonly (readonly [count: number, what: string])[]): string {
  return counts
    .filter(([count]) => count > 0)
    .map(([count, what], at) =>
      at === 0
        ? `${counted(count)} ${count === 1 ? "claim" : "claims"} ${what}`
        : `${counted(count)} ${what}`,
    )
    .join(", ");
}

type Counts = Readonly<Record<"added" | "moved" | "reworded" | "turned" | "removed" | "otherwise", number>>;

/** What the history of a map, and a comparison of two of its versions, say. */
export const historyWords = {
  history: "History",
  versions: "Versions",
  now: "The map as it is now",
  beginning: "The beginning",
  none: "This map has no history yet.",
  noneHint:
    "It begins with your first edit. From then on every session is kept here by itself, and you can give a version a name.",
  by: (people: readonly string[]) => `by ${people.join(" and ")}`,
  noName: "someone without a name",
  tally: ({ added, moved, reworded, turned, removed, otherwise }: Counts) =>
    claims(
      [added, "added"],
      [moved, "moved"],
      [reworded, "reworded"],
      [turned, "turned"],
      [removed, "deleted"],
      [otherwise, added + moved + reworded + turned + removed === 0 ? "changed" : "changed otherwise"],
    ),
  otherChanges: "title, sources or people changed",
  nothingChanged: "nothing changed",
  counting: "…",
  nothingBefore: "before the first edit that is kept",
  earlier: "Show earlier ones",

  nameThis: "Name this version…",
  nameField: "Name for the map as it is now",
  namePlaceholder: "Before the seminar",
  keepName: "Keep",
  cancel: "Cancel",
  named: (name: string) => `This version is kept as “${name}”.`,

  comparedWith: "Compared with",
  quoted: (name: string) => `“${name.replaceAll("“", "‘").replaceAll("”", "’")}”`,
  nowInSentence: "now",
  beginningInSentence: "the beginning",
  compareHeading: (before: string, after: string) => `From ${before} to ${after}`,
  same: "The two say the same.",
  reading: "Comparing…",
  cancelReading: "Cancel",
  cancelled: "The comparison was cancelled.",
  compareAgain: "Compare",
  failed: (reason: string) => `The two could not be compared: ${reason}`,
  showOnMap: "Show on the map",
  restore: "Restore this version",
  restoredAs: (name: string) => `Restored: ${name}`,
  restored: (name: string) => `The map says again what it said in ${name}.`,
  isSo: "The map says this already.",
  undo: "Undo",

  aspects: {
    added: "Added",
    removed: "Deleted",
    reworded: "Reworded",
    turned: "Stance turned",
    moved: "Moved",
    linked: "Links changed",
    reordered: "Reordered",
    label: "Short name changed",
    note: "Note changed",
    citations: "Citations changed",
    attributions: "Who holds it changed",
    period: "Period changed",
    images: "Images changed",
  },
  turned: { supports: "now a reason, before an objection", opposes: "now an objection, before a reason" },
  movedFrom: (from: string, to: string) => `from ${from} to ${to}`,
  thesis: "a thesis of its own",
  under: (claim: string) => `under “${claim}”`,
  title: "Title",
  question: "Question",
  language: "Language",
  leavesOut: "What the map leaves out",
  dismissed: "What was dismissed as missing",
  attributions: "Held by",
  images: "Images",
  period: "Period",
  shortName: "Short name",
  note: "Note",
  sources: "Sources",
  source: { added: "Source added", removed: "Source deleted", changed: "Source changed" },
  holder: { added: "Holder added", removed: "Holder deleted", changed: "Holder changed" },
  school: { added: "School added", removed: "School deleted", changed: "School changed" },
  nameless: "Without a name",
  untitledSource: "A source without a title",
  moreOnMap: (count: number) => `${counted(count)} more can be walked on the map.`,
  looseSteps: (count: number) =>
    count === 1
      ? "1 step that holds no claim has changed."
      : `${counted(count)} steps that hold no claim have changed.`,
  wordsRemoved: "removed:",
  wordsAdded: "added:",
  wordsEnd: "end of change",
  emptyClaim: "a claim without words",

  comparing: "Comparison",
  previous: "Previous difference",
  next: "Next difference",
  back: "List",
  leave: "Leave the comparison",
  leaveShort: "Leave",
  differences: (count: number) => (count === 1 ? "1 difference" : `${counted(count)} differences`),
  ofDifferences: (at: number, count: number) => `${counted(at)} of ${counted(count)}`,
  unchanged: "This claim is the same in both.",
  locale: "en-GB",
};
