import { counted } from "#words/number.ts";

/** What the dialogs, the palette and the notices say. */
export const dialogWords = {
  close: "Close",
  problemHeading: "That did not work",
  understood: "OK",
  readingHeading: "Opening a file",
  openingHeading: "Opening a map",
  reading: (name: string) => `“${name}” is large. You can go on as soon as it has been read.`,
  readingProgress: "How much has been read",
  readingStages: {
    fetching: "Fetching the file…",
    understanding: "Reading its claims…",
    sources: "Reading its sources…",
    keeping: "Keeping it on this device…",
    opening: "Putting the map together…",
  },
  cancel: "Cancel",

  palette: "Commands",
  paletteField: "Command",
  palettePlaceholder: "What would you like to do?",
  paletteRecent: "Used lately",
  paletteNothing: (typed: string) => `No command is called “${typed}”.`,
  paletteCount: (count: number) => (count === 1 ? "1 command" : `${count} commands`),

  keys: "Keyboard shortcuts",
  keysOff: "Single keys are turned off in the settings; the crossed-out ones do nothing.",
  keysOn: "Keys without Ctrl, Alt or ⌘ can be turned off in the settings.",
  keysSettings: "Settings…",
  keysOrder: "or",
  writing: "While writing",
  pointing: "Mouse and touch",
  outlineGroup: "In the outline",
  neighbourhoodGroup: "In the neighbourhood",
  writingKeys: [
    ["End and keep what was typed", ["Enter", "Esc"]],
    ["Break the line", ["Shift+Enter"]],
  ] as readonly (readonly [string, readonly string[]])[],
  outlineKeys: [
    ["Unfold, then go into the branch", ["→"]],
    ["Fold, then go out of the branch", ["←"]],
    ["Go to the next or the previous line", ["↓", "↑"]],
    ["Unfold all neighbours", ["*"]],
  ] as readonly (readonly [string, readonly string[]])[],
  neighbourhoodKeys: [
    ["Follow the lines up or down", ["↑", "↓"]],
    ["Go along the row", ["←", "→"]],
    ["Take the claim into the middle", ["Enter", "Click"]],
    ["Back to the map", ["Esc"]],
  ] as readonly (readonly [string, readonly string[]])[],
  pointingWays: [
    ["Edit a claim", ["Double click"]],
    ["Move a branch", ["Drag its card", "Press long, then drag"]],
    ["Move the map", ["Drag the ground", "Wheel"]],
    ["Zoom", ["Ctrl+Wheel", "Pinch"]],
  ] as readonly (readonly [string, readonly string[]])[],

  settings: "Settings",
  name: "Your name",
  nameHint: "Stands on the versions that you keep and on the copies that you hand on.",
  theme: "Theme",
  themes: { system: "As the system", light: "Light", dark: "Dark" },
  textSize: "Text size",
  textSizes: { normal: "Normal", large: "Large", larger: "Larger" },
  motion: "Motion",
  motions: { system: "As the system", reduced: "None" },
  singleKeys: "Single-letter keys",
  singleKeysHint:
    "Keys such as + and F act without Ctrl. Turn them off if they get in the way of speech input.",
  stackLeaves: "Stack short answers",
  stackLeavesHint: "Answers that nobody has answered stand in a column below their claim.",
  language: "Language of the map",
  languageHint: (name: string, direction: "ltr" | "rtl") =>
    `${name}, written from ${direction === "ltr" ? "left to right" : "right to left"}.`,
  languageUnknown: (typed: string) =>
    `“${typed}” is not a language that Counterpoint knows. Write its name or its tag, such as “German” or “de”.`,
  notKept: "The choice holds for this visit, but this device did not keep it.",

  move: "Move to…",
  link: "Link to…",
  moving: (claim: string) => `Where does “${claim}” go?`,
  linking: (claim: string) => `What else does “${claim}” answer?`,
  target: "Claim",
  targetPlaceholder: "Search the claims of this map",
  targetsFound: (shown: number, all: number) =>
    shown === all
      ? all === 1
        ? "1 claim"
        : `${counted(all)} claims`
      : `The first ${shown} of ${counted(all)} claims; type to narrow them down.`,
  targetsNone: (typed: string) => `No claim holds “${typed}”.`,
  as: "As",
  reason: "Reason",
  objection: "Objection",
  onStep: "Answer the step instead of the claim",
  onStepHint: "It then grants the claim and objects that it does not bear on what it answers.",
  moveHere: "Move",
  linkHere: "Link",
  makeThesis: "Make it a thesis",
  chooseFirst: "Choose a claim in the list first.",
  thesisPath: "Thesis",
  emptyClaim: "A claim without words",

  exportMap: "Export",
  format: "Format",
  exportAs: "Export",
  formats: {
    native: ["Counterpoint file", "Everything in the map, to open again here or to hand to a colleague."],
    argdown: [
      "Argdown",
      "Plain text that people and other tools can read, and that Counterpoint reads back whole.",
    ],
    svg: ["Picture, SVG", "The whole map, sharp at any size; for print and for drawing programs."],
    png: ["Picture, PNG", "The whole map as an image, for slides and documents."],
    bibtex: ["Sources, BibTeX"],
    ris: ["Sources, RIS"],
    csl: ["Sources, CSL"],
  } as Readonly<
    Record<
      "native" | "argdown" | "svg" | "png" | "bibtex" | "ris" | "csl",
      readonly [name: string, hint?: string]
    >
  >,
  sharing: "What goes along",
  withHistory: "With its history",
  withHistoryHint:
    "Whoever edits the copy can hand it back, and you merge it into yours. Sentences that were deleted are in it too.",
  bare: "Without history and private notes",
  bareHint:
    "A new map with the present text only: nothing deleted, no notes, no name. It cannot be merged back into this one.",
  signedBy: "Signed by",
  what: "What is drawn",
  wholeMap: "All claims",
  asFolded: "What is unfolded now",
  paper: "Paper",
  lightPaper: "Light",
  darkPaper: "Dark",
  asLookedAt: "How it is seen",
  asSeen: { picture: "As it is seen now", text: "With names hidden" },
  notAsSeen: { picture: "All claims alike, with all names", text: "With all names" },
  blindText:
    "Letters stand for holders and schools, numbers for their sources. What claims, notes and quotations say stays.",
  alwaysWhole: {
    native:
      "A Counterpoint file is always whole, with all names in it, however the map is looked at. To hand out a map with names hidden, take a picture or Argdown.",
    argdown: "Argdown is whole, through whichever lens the map is looked at.",
    sources: "A list of sources is always whole, with the names of its authors.",
  },
  writingFile: "Writing the file…",
  writingProgress: "How much has been written",
  exported: (name: string) => `${name} is saved where your browser puts downloads.`,
  exportFailed: (reason: string) => `The map could not be exported: ${reason}`,
};
