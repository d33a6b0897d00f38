import { counted } from "#words/number.ts";

function claims(count: number): string {
  return count === 1 ? "1 claim" : `${counted(count)} claims`;
}

interface SeenSaid {
  /** Its name; `null` for none. */
  readonly lens: string | null;
  /** Groups that are filtered out. */
  readonly without: readonly string[];
  readonly year: number | null;
  readonly isBlind: boolean;
}

/** Looking at a map through a lens, in a year, and with names hidden. */
export const lookingWords = {
  bar: "Ways to look at the map",
  lookBy: "Look by",
  lookAtBy: "Look at the map by",
  noLens: "nothing",
  lenses: {
    stance: "reason or objection",
    school: "school",
    holder: "holder",
    evidence: "kind of evidence",
    status: "what is open",
  },
  years: "Years",
  yearsLong: "The debate in a year",
  leaveYears: "Show all years",
  blind: "Blind",
  blindLong: "Hide who argued what",

  legend: (lens: string) => `Legend: ${lens}`,
  foldLegend: "Fold the legend",
  unfoldLegend: "Unfold the legend",
  showAll: "Show all",
  claims,
  count: (count: number) => counted(count),
  allShown: (all: number) => claims(all),
  inGroups: (shown: number, all: number) => `${counted(shown)} of ${claims(all)} in these groups`,
  group: (name: string, count: number) => `${name}, ${claims(count)}`,
  /** How the map is looked at, in a sentence. */
  seen: ({ lens, without, year, isBlind }: SeenSaid) => {
    const left = without.length === 0 ? "" : `, without ${without.join(", ")}`;
    const parts = [
      ...(lens === null ? [] : [`by ${lens}${left}`]),
      ...(year === null ? [] : [`as the debate stood in ${year}`]),
      ...(isBlind ? ["with names hidden"] : []),
    ];
    return `The map ${parts.join(", ")}.`;
  },
  reveal: "who?",
  revealGroup: (name: string) => `Reveal ${name}: who?`,
  maskedSchool: (letter: string) => `School ${letter}`,
  maskedHolder: (letter: string) => `Holder ${letter}`,
  maskedSource: (number: string) => `Source ${number}`,
  hiddenHere: "Who argued this, and where, is hidden.",
  revealHere: "Reveal who argued this",
  sourceHidden: "source hidden",

  year: "Year",
  play: "Play",
  pause: "Pause",
  made: (made: number, all: number, year: number) => `${counted(made)} of ${claims(all)} made by ${year}`,
  undated: (count: number) => `${counted(count)} without a date`,
  yearSaid: (year: number, made: string) => `${year}, ${made}`,
  playing: (year: number) => `Playing the debate from ${year}.`,
  paused: (made: string) => `Paused: ${made}.`,
  over: (made: string) => `The play is over: ${made}.`,
  revealed: (names: string) => `Revealed: ${names}.`,

  shown: {
    notYet: "not yet made",
    perhaps: "perhaps by then",
    abandoned: "given up by then",
    undated: "without a date",
    argued: "",
  },
  /** Of groups whose names are long, on a card. */
  brief: {
    primary: "Primary",
    secondary: "Secondary",
    unsaid: "Kind not said",
    unanswered: "No reply",
    unsourced: "No source",
  } as Readonly<Record<string, string>>,
  stepsBack: "in a group that the legend hides",
};
