/** What a person reads when a file is opened. Refusals say what was found and what was expected. */
export const interchangeWords = {
  tooLarge: (bytes: number, cap: number) =>
    `This file is ${megabytes(bytes)} MB; Counterpoint opens files of up to ${megabytes(cap)} MB.`,
  tooManyClaims: (found: number, cap: number) =>
    `This file holds ${found.toLocaleString("en")} claims; Counterpoint opens maps of up to ${cap.toLocaleString("en")}.`,
  tooDeep: "This file is nested too deeply to be a map. Expected a few dozen levels at most.",
  tooLong: (found: number, cap: number, text: string) =>
    `This file holds a text of ${found.toLocaleString("en")} characters (“${text.slice(0, 40)}…”); Counterpoint opens texts of up to ${cap.toLocaleString("en")}.`,
  inflates: (cap: number) =>
    `This file says the same over and over and would unfold to more than ${megabytes(cap)} MB of text. Expected no more than that.`,
  brokenText: (line: number) =>
    `This file is not UTF-8 text: line ${line} holds bytes that are no letter. Save it as UTF-8, then open it again.`,
  tripped: (reason: string) => `This file could not be read: ${reason}. Nothing was changed.`,
  notReadable: (name: string) =>
    `“${name}” could not be read. Is it a folder, or has it been moved? Expected one file with a map or with sources.`,
  workerDied: (name: string) =>
    `Reading “${name}” came to a sudden end, perhaps for lack of memory. Nothing was changed.`,
  workerSilent: (name: string, minutes: number) =>
    `Reading “${name}” was given up: it made no headway for ${minutes} minutes. Nothing was changed.`,
  severalFiles: (count: number) =>
    `You dropped ${count} files; Counterpoint opens one map at a time. Drop one of them.`,
  folder: (name: string) =>
    `“${name}” is a folder. Expected one file: a map (.argmap.json, .argdown), or sources (.bib, .ris, .json).`,
  noFile:
    "What you dropped is not a file. Expected a map (.argmap.json, .argdown), or sources (.bib, .ris, .json).",
  stillReading: (name: string) => `Counterpoint is still reading “${name}”. Wait for it, or cancel it first.`,
  opened: (title: string, warnings: readonly string[]) =>
    [`“${title || "Untitled map"}” is now among your maps.`, ...warnings.slice(0, 3)].join(" "),
  backupNowhere: (name: string, reason: string) =>
    `“${name}” is a backup of Counterpoint. It cannot be restored here: ${reason}`,
  cancelledReading: (name: string) => `Reading “${name}” was cancelled. Nothing was changed.`,
  empty: "This file is empty. Expected a map in Counterpoint's own format (.argmap.json) or in Argdown.",
  notMapFile: (name: string) =>
    `"${name}" is neither a map nor a list of sources. Expected Counterpoint's own format (.argmap.json) or Argdown (.argdown), or else BibTeX (.bib), RIS (.ris) or CSL-JSON (.json).`,
  notText: "This file is not text. Expected a map in Counterpoint's own format (.argmap.json) or in Argdown.",

  notJson: (line: number, column: number) =>
    `This is not a Counterpoint map: line ${line}, column ${column} is not JSON. Expected the text of an .argmap.json file.`,
  cutOff: (line: number) =>
    `This file is cut off: it ends in line ${line}, in the middle of the map. Expected a closing brace at the end.`,
  otherFormat: (found: string, expected: string) =>
    `This JSON file is not a Counterpoint map: its "format" is ${found}. Expected "${expected}".`,
  newerVersion: (found: string, expected: number) =>
    `This map was written by a newer Counterpoint (file version ${found}). This one reads version ${expected}: update it, then open the file again.`,
  unknownVersion: (found: string, expected: number) =>
    `This map's "version" is ${found}. Expected a whole number from 1 to ${expected}.`,
  wrongType: (place: string, expected: string, found: string) =>
    `This map has a fault at ${place}: expected ${expected}, found ${found}.`,
  missing: (place: string) => `This map has a fault at ${place}: expected a value, found nothing.`,
  doubled: (place: string, id: string) =>
    `This map has a fault at ${place}: the id "${id}" is there twice. Expected each id once.`,

  historyLeft: "The history in this file could not be read and was left out; the map itself is here.",

  argdownFault: (line: number, found: string, reason: string) =>
    `Line ${line} is not Argdown that Counterpoint can read: found ${found}. ${reason}`,
  argdownEnd: "the end of the text",
  argdownBackslash: "Expected a character after the backslash.",
  argdownFront: 'The frontmatter opens with "===" and never closes. Expected a line "===" below it.',
  argdownData: (line: number, reason: string) =>
    `The data at line ${line} is not YAML: ${reason}. Expected for example {id: thaw, note: "A note"}.`,
  argdownDataShape: (line: number, found: string) =>
    `The data at line ${line} is ${found}. Expected names and values, for example {id: thaw}.`,
  argdownUnknown:
    "This text is not Argdown that Counterpoint can read. Expected statements such as [Title]: text.",

  headingsLeft: "Headings are not kept, apart from the first as the map's title.",
  dataLeft: (keys: readonly string[]) =>
    `Data that Counterpoint does not know was left out: ${keys.join(", ")}.`,
  line: (line: number) => `Line ${line}`,
  dataLeftIn: (place: string, keys: readonly string[]) =>
    `${place}: data that Counterpoint does not know was left out: ${keys.join(", ")}.`,
  dataValue: (place: string, key: string, expected: string, found: string) =>
    `${place}: "${key}" was left out. Expected ${expected}, found ${found}.`,
  idTaken: (place: string, id: string) => `${place}: the id "${id}" is taken already, so another was made.`,
  definedTwice: (line: number, title: string) =>
    `Line ${line}: "${title}" has a text already; the first one was kept.`,
  textChanged: (line: number) =>
    `Line ${line}: the sentence is no longer the one in its data; the sentence was taken.`,
  stepsTwice: (line: number, title: string) =>
    `Line ${line}: "${title}" has its premises already; this is read as a step of its own.`,
  noStep: (line: number) =>
    `Line ${line}: what is undercut here takes no step, so this is read as an objection to the claim.`,
  manySteps: (line: number) =>
    `Line ${line}: what is undercut here takes several steps; the one that it stands under was taken, or else the first.`,
  oneOf: (names: readonly string[]) => names.join(", "),
  stance: (names: readonly string[]) => `one of the stances ${names.join(", ")}`,
  records: "ids with names and values",
  reasons: "what is dismissed, with reasons",
  oddDate: (place: string, reason: string) => `${place}: ${reason} It was kept as it is.`,
  ofClaim: (id: string) => `The claim "${id}"`,
  ofHolder: (id: string) => `The holder "${id}"`,
  ofSource: (id: string) => `The source "${id}"`,
  ofSchool: (id: string) => `The school "${id}"`,
  sourceLeft: (id: string, reason: string) => `The source "${id}" was left out: ${reason}`,
  relationLeft: (place: number, reason: string) =>
    `Relation ${place} of the frontmatter was left out: ${reason}`,
  /** The conclusion of premises that bear on a claim, or on a step. */
  standIn: (kind: "supports" | "opposes", claim: string | null) =>
    `So this speaks ${kind === "supports" ? "for" : "against"} ${claim === null ? "that step" : `“${claim}”`}`,
  aClaim: "Claim",
  aStep: (number: number) => `Step ${number}`,
};

function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toLocaleString("en", { maximumFractionDigits: 1 });
}
