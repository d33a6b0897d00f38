/*
 * Where our Chicago is not what citeproc makes of the style, and why ours stays. Sections are those of The Chicago
 * Manual of Style, 18th edition (2024).
 */

export type Written = "full" | "short" | "entry";

/** Why ours stays, and for which records in which of the three. */
export interface Explained {
  readonly because: string;
  readonly where: readonly (readonly [record: string, written: Written])[];
}

export const differences: readonly Explained[] = [
  {
    because:
      "A short title leaves out the subtitle and a leading article (13.34). The style shortens only where the record has a `title-short`; ours shortens in any case, as a person would.",
    where: [
      ["clark", "short"],
      ["pomeranz", "short"],
      ["short-course", "short"],
      ["fuhrerstaat", "short"],
      ["jones-chapter", "short"],
      ["stone", "short"],
    ],
  },
  {
    because:
      "A volume stands before its page, parted by a colon (14.18, 14.20), whoever edited the work; the style does so only where no editor is named.",
    where: [["cambridge-cold-war", "full"]],
  },
  {
    because:
      "The style sets the title of the German book in headline case, since the chapter in it is English. Titles in other languages keep their own case (chapter 11); ours prints every title as the record has it.",
    where: [
      ["mason", "full"],
      ["mason", "entry"],
    ],
  },
  {
    because:
      "“l.” is a list, a leaf, in a Russian archive. citeproc takes it for a line. With the label `section` ours prints the place as it was written, after the file (14.127).",
    where: [
      ["malin", "full"],
      ["malin", "short"],
    ],
  },
  {
    because:
      "Inclusive numbers are cut in the same way whatever they count (9.63); the style cuts those of pages only.",
    where: [
      ["wannsee", "full"],
      ["wannsee", "short"],
    ],
  },
  {
    because:
      "The style leaves speeches and unsigned articles of an encyclopaedia (14.130) out of a bibliography. The bibliography of a map lists every source that its claims cite, so ours has an entry.",
    where: [
      ["secret-speech", "entry"],
      ["churchill", "entry"],
      ["kennedy", "entry"],
      ["turner", "entry"],
      ["britannica", "entry"],
    ],
  },
  {
    because:
      "The style loses the place of a meeting that is named in the kind of paper; a note says where it was held.",
    where: [["turner", "full"]],
  },
  {
    because: "A range has an en dash, of times as of numbers (chapter 6); citeproc leaves the hyphen.",
    where: [
      ["strangelove", "full"],
      ["strangelove", "short"],
    ],
  },
];
