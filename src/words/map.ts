import { counted } from "#words/number.ts";

interface Count {
  readonly reasons: number;
  readonly objections: number;
}

function some(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${counted(count)} ${many}`;
}

export const mapWords = {
  thesis: "Thesis",
  reason: "Reason",
  objection: "Objection",
  reasonForStep: "Reason for this step",
  objectionToStep: "Objection to this step",
  /** What follows "Reason" and "Objection" where a step is meant. */
  thisStep: (kind: string | null) => (kind === "supports" ? "for this step" : "to this step"),

  /** "12 reasons, 9 objections". */
  count: ({ reasons, objections }: Count) =>
    [
      ...(reasons > 0 ? [some(reasons, "reason", "reasons")] : []),
      ...(objections > 0 ? [some(objections, "objection", "objections")] : []),
    ].join(", "),
  folded: (held: string) => `folded, ${held}`,
  toTheStep: (from: string) => `to the step from “${from}”`,
  together: (others: number) => `together with ${some(others, "co-premise", "co-premises")}`,
  alsoAnswers: (others: number) => `also answers ${some(others, "other claim", "other claims")}`,
  hasNote: "has a note",
  hasImages: (count: number) => some(count, "image", "images"),
  /** What a holder does with a claim, after the name; who asserts it is only named. */
  stances: {
    asserts: "",
    denies: "denies",
    qualifies: "qualifies",
    reports: "reports",
    abandons: "abandons",
  },
  unnamed: "someone",
  noWords: "no words yet",
  untitled: "Untitled map",

  /** How a claim differs, on its card, where there is little room. */
  marks: {
    added: "Added",
    removed: "Deleted",
    reworded: "Reworded",
    turned: "Turned",
    moved: "Moved",
    linked: "Links",
    reordered: "Reordered",
    label: "Short name",
    note: "Note",
    citations: "Citations",
    attributions: "Holders",
    period: "Period",
    images: "Images",
  },

  trail: "The way to this branch",
  wholeMap: "Whole map",
  leaveFocus: "Leave the focus",

  tools: "Claim",
  more: "More",
  shortReason: "Reason",
  shortObjection: "Objection",
  see: (text: string) => `See: ${text}`,

  zoom: "Zoom",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  zoomReset: "Zoom to 100%",
  fit: "Fit",
  percent: (scale: number) =>
    `${scale < 0.1 ? Number((scale * 100).toPrecision(1)) : Math.round(scale * 100)}%`,

  writing: (role: string) => `${role}: its sentence`,
  hint: "Enter keeps it. Shift+Enter breaks the line.",
  asks: {
    thesis: "What is the claim?",
    reason: "Why is this so?",
    objection: "What speaks against it?",
    reasonForStep: "Why does it follow?",
    objectionToStep: "Why does it not follow, even if it is so?",
  },

  empty: "This map has no claim yet.",
  emptyHint: "A map begins with a thesis: one sentence that could be true or false.",
  writeThesis: "Write the thesis",

  moveHere: "Move here",

  notDrawn:
    "The map could not be drawn as it is now, so you see it as it was before. Nothing that you wrote is lost; reload the page to try again.",
};
