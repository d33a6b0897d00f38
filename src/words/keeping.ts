/** Saving a map to a file outside the browser as well, with every edit. `name` is the file's. */
export const keepingWords = {
  kind: "Counterpoint file",
  heading: "Keep saving to a file",
  command: (name: string | null) => (name === null ? "Keep saving to this file…" : `Saving to ${name}…`),
  what: "From now on each edit of this map also goes into a file that you choose, with the map’s history, for as long as the map is open here. What another person or program writes into the file is never written over unasked.",
  keptNow: (name: string) => `This map is also saved to ${name}.`,
  newFile: "A new file…",
  existingFile: "A file of this map…",
  existingHint:
    "“A file of this map” is one that you or a colleague already keep: it stays as it is until you have merged it.",
  cancel: "Cancel",

  line: "The map’s file",
  saved: (name: string, when: string) => `Also saved to ${name} · ${when}`,
  writing: (name: string) => `Writing to ${name}…`,
  asking: (name: string) => `Your edits do not go to ${name} yet: the browser asks anew at each visit.`,
  goOn: (name: string) => `Go on saving to ${name}`,
  changed: (name: string) =>
    `${name} was changed by someone else. It is left as they wrote it, and your edits wait on this device.`,
  found: (name: string) =>
    `${name} already holds a copy of this map. It is left as it is until you have said what is to become of it.`,
  failed: (name: string, reason: string) => `Not written to ${name}: ${reason}`,
  merge: "Merge it into mine",
  writeOver: "Write over it",
  tryAgain: "Try again",
  chooseOther: "Choose another file",
  stop: "Stop",
  stopName: (name: string) => `Stop saving to ${name}`,
  stopped: (name: string) =>
    `The map is not saved to ${name} any more. The file stays as it was written last.`,

  notDone: (reason: string) => `That could not be done: ${reason}`,

  denied: "the browser was told not to let Counterpoint write it.",
  gone: "there is no such file any more. Put it back, or choose another.",
  full: "there is no room left where it is.",
  locked: "another program has it open and lets no one else write it.",
  unknown: (reason: string) => `the browser says “${reason}”`,
  otherMap: (found: string, expected: string) => `it holds “${found}”, and this map is “${expected}”.`,
  noMap: (found: string) => `it holds no copy of this map. ${found}`,
  notChosen: (name: string, found: string) =>
    `The map is not saved to ${name}: ${found} Choose a file of this map, or a new file.`,
  notMerged: (name: string, found: string) =>
    `${name} could not be merged into your map and was left as it is: ${found}`,
};
