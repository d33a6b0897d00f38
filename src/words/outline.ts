/** What the outline says; the names of claims are those of the map. */
export const outlineWords = {
  together: "together with the one above",
  alsoSupports: "also supports",
  alsoOpposes: "also answers",
  alsoStep: "also objects to the step from",
  togetherElsewhere: "together with, drawn elsewhere:",
  emptyClaim: "a claim without words",
  fold: "Fold",
  unfold: "Unfold",
  more: "More",
  level: (level: number) => `Level ${level}`,
  writing: (role: string) => `${role}: its sentence`,
  untitled: "Untitled map",
  claims: (count: number) => (count === 1 ? "1 claim" : `${count.toLocaleString("en")} claims`),
};
