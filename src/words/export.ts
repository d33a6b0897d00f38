export const exportWords = {
  thesis: "Thesis",
  reason: "Reason",
  objection: "Objection",
  reasonForStep: "Reason for this step",
  objectionToStep: "Objection to this step",
  see: (name: string) => `see ${name}`,
  untitled: "Untitled map",
  noWords: "No words yet",
  describe: (question: string, shown: number, all: number, seen = "") =>
    [question, shown === all ? claims(all) : `${shown.toLocaleString("en")} of ${claims(all)} shown`, seen]
      .filter((part) => part !== "")
      .join(" · "),
  held: ({ reasons, objections }: { readonly reasons: number; readonly objections: number }) =>
    [reasons > 0 ? plural(reasons, "reason") : "", objections > 0 ? plural(objections, "objection") : ""]
      .filter((part) => part !== "")
      .join(", "),
  tooLarge: (width: number, height: number, side: number, pixels: number) =>
    `Even at half size this picture would be ${width.toLocaleString("en")} × ${height.toLocaleString("en")} pixels. A PNG can have at most ` +
    `${side.toLocaleString("en")} on a side and ${pixels.toLocaleString("en")} in all: fold some branches, or save it as SVG.`,
  notDrawn: "The browser could not draw this picture as a PNG. Fold some branches, or save it as SVG.",
};

function claims(count: number): string {
  return plural(count, "claim");
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
