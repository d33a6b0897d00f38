/** What is odd about a map, in sentences. Claims come in as they are quoted: shortened, or `unnamed`. */
export const problemWords = {
  unnamed: "“(no text)”",
  quoted: (text: string) => `“${text}”`,
  aStep: "a step",
  noClaim: "The map has no claim yet.",
  noThesis: "No claim of the map is a thesis: each answers another one.",
  emptyClaim: "A claim has no text.",
  answersItself: (claim: string) => `${claim} answers itself.`,
  answersOwnStep: (claim: string) => `${claim} answers the step that it takes itself.`,
  circle: (claims: readonly string[], more: number) =>
    more === 0
      ? `${claims.slice(0, -1).join(", ")} and ${claims.at(-1) ?? ""} answer each other in a circle.`
      : `${claims.join(", ")} and ${more} more answer each other in a circle.`,
  targetGone: (claims: readonly string[]) => `${answering(claims)} a claim that is not in the map.`,
  targetStepGone: (claims: readonly string[]) => `${answering(claims)} a step that is not in the map.`,
  leadsNowhere: (claims: readonly string[]) => `${answering(claims)} a step that leads to no claim.`,
  double: (claims: readonly string[], target: string) =>
    `${answering(claims)} ${target} twice in the same way.`,
  bothWays: (claims: readonly string[], target: string) =>
    claims.length > 1
      ? `${claims.join(" and ")} together both support and oppose ${target}.`
      : `${claims.join("")} both supports and opposes ${target}.`,
  noPremise: "A step has no claim that takes it.",
  noPremiseOnto: (target: string) => `A step onto ${target} has no claim that takes it.`,
  premiseGone: "A step names a claim that is not in the map.",
  premiseTwice: (claim: string) => `${claim} stands twice in one step.`,
  unknownHome: (claim: string) =>
    `${claim} was to be drawn at a step that it does not take, or that leads to no other claim. It is drawn elsewhere.`,
  sourceGone: (claim: string) => `${claim} cites a source that is not in the map.`,
  halfContradiction: "One side of a contradiction does not have its other side.",
};

function answering(claims: readonly string[]): string {
  return claims.length > 1 ? `${claims.join(" and ")} together answer` : `${claims.join("")} answers`;
}
