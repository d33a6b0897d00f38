import { counted } from "#words/number.ts";

function claims(count: number): string {
  return count === 1 ? "1 claim" : `${counted(count)} claims`;
}

export const neighbourhoodWords = {
  /** Of the region; `text` is the claim's. */
  of: (text: string) => `Neighbourhood of “${text}”`,
  heading: "Neighbourhood of",
  claims: "What it answers, and what answers it",
  back: "Back to the map",
  centre: "Centre",
  inTheMiddle: "in the middle",
  noWords: "no words yet",

  /** How a claim bears on others here, for screen readers. */
  bears: {
    supports: (on: string) => `supports ${on}`,
    opposes: (on: string) => `opposes ${on}`,
  },
  claim: (text: string) => `“${text}”`,
  step: (from: string) => `the step from “${from}”`,
  answered: (reasons: number, objections: number) =>
    [
      ...(reasons > 0 ? [reasons === 1 ? "1 reason" : `${counted(reasons)} reasons`] : []),
      ...(objections > 0 ? [objections === 1 ? "1 objection" : `${counted(objections)} objections`] : []),
    ].join(" and "),
  answeredHere: (by: string) => `answered here by ${by}`,

  moreAnswers: (count: number) => (count === 1 ? "1 more answer" : `${counted(count)} more answers`),
  moreAnswered: (count: number) => `Answers ${count === 1 ? "1 more" : `${counted(count)} more`}`,
  /** What a plate leads to, after what it says. */
  around: (text: string) => `around “${text}”`,
  next: (count: number) => `Next ${counted(count)}`,
  before: (count: number) => `Previous ${counted(count)}`,
  /** Where not all that is right beside the claim fits in: "Answers 25 to 48 of 3,000." */
  window: {
    answers: (first: number, last: number, all: number) =>
      `Answers ${counted(first)} to ${counted(last)} of ${counted(all)}`,
    answered: (first: number, last: number, all: number) =>
      `Claims that it answers ${counted(first)} to ${counted(last)} of ${counted(all)}`,
  },

  alone: "It answers no other claim, and none answers it.",
  said: (text: string, above: number, below: number) =>
    above + below === 0
      ? `“${text}” stands alone.`
      : `“${text}” is in the middle: above it ${claims(above)}, below it ${claims(below)}.`,
};
