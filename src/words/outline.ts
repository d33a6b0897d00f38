import { counted } from "#words/number.ts";

/** What the outline says; the names of claims are those of the map. */
export const outlineWords = {
  together: "together with the one above",
  alsoSupports: "also supports",
  alsoOpposes: "also answers",
  alsoForStep: "also supports the step from",
  alsoStep: "also objects to the step from",
  togetherElsewhere: "together with, drawn elsewhere:",
  emptyClaim: "a claim without words",
  more: "More",
  level: (level: number) => `Level ${level}`,
  untitled: "Untitled map",
  claims: (count: number) => (count === 1 ? "1 claim" : `${counted(count)} claims`),
};
