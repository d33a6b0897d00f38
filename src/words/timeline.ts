import { counted } from "#words/number.ts";

function some(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${counted(count)} ${many}`;
}

/** Attributions and sources by date, and who changed their mind. */
export const timelineWords = {
  timeline: "Timeline",
  /** Of the lanes; `title` is the map's. */
  lanes: (title: string) => `Timeline of ${title}`,
  untitled: "an untitled map",
  lane: (name: string, count: number) => `${name}, ${some(count, "entry", "entries")} with a date`,
  keys: "← → go by date, ↑ ↓ from lane to lane, Enter opens the claim on the map.",
  stances: {
    asserts: "asserts",
    denies: "denies",
    qualifies: "qualifies",
    reports: "reports",
    abandons: "abandons",
  },
  /** What stands for a stance before it is read. */
  signs: { asserts: "+", denies: "−", qualifies: "±", reports: "“", abandons: "×" },
  said: (holder: string, stance: string, when: string) => `${holder} ${stance}, ${when}`,
  work: (source: string, when: string, claims: number) =>
    `${source}, ${when}; ${claims === 0 ? "cited by no claim" : `cited by ${some(claims, "claim", "claims")}`}`,
  someone: "Someone",
  noText: "(no text)",
  citing: (at: number, all: number, claim: string) => `Claim ${at} of ${counted(all)} that cite it: ${claim}`,
  uncited: "No claim cites this source yet.",
  noDateInHand: "The claim in hand has no date.",

  zoom: "Zoom",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Fit all years",
  minds: (changed: number) =>
    changed === 0 ? "Follow a holder" : `Who changed their mind (${counted(changed)})`,

  /** "12 of 60 attributions and 3 of 20 sources have no date." Empty where all have one. */
  undated: (attributions: readonly [number, number], sources: readonly [number, number]) => {
    const parts = [
      ...(attributions[0] > 0
        ? [`${counted(attributions[0])} of ${some(attributions[1], "attribution", "attributions")}`]
        : []),
      ...(sources[0] > 0 ? [`${counted(sources[0])} of ${some(sources[1], "source", "sources")}`] : []),
    ];
    const isOne = attributions[0] + sources[0] === 1;
    return parts.length === 0 ? "" : `${parts.join(" and ")} ${isOne ? "has" : "have"} no date`;
  },
  unlisted: (count: number) => `and ${counted(count)} more`,
  empty: "Nothing in this map has a date that can be read.",
  emptyHint:
    "Say when somebody argued a claim, or when a source came out, in the claim's details, and it stands here.",

  byDate: "By date",
  more: (count: number) => `Show ${counted(count)} more`,
  of: (shown: number, all: number) => `${counted(shown)} of ${counted(all)} entries`,

  changedMinds: "Who changed their mind",
  close: "Close the path",
  follow: "Follow",
  changed: (name: string, changes: number) => `${name} (${some(changes, "change", "changes")})`,
  groupChanged: "Changed their mind",
  groupOthers: "Others",
  nobodyChanged: "As far as this map says, nobody has changed their mind.",
  nobody: "This map names nobody who argued anything.",
  noPath: "This map says nothing that was argued by this holder.",
  path: (name: string, steps: number) => `${name}: ${some(steps, "step", "steps")} by date`,
  noDate: "no date",
  past: {
    asserts: "asserted",
    denies: "denied",
    qualifies: "qualified",
    reports: "reported",
    abandons: "abandoned",
  },
  /** "asserted in 2000, abandoned in 2011". */
  turned: (before: string, after: string) => `${before}, ${after}`,
  at: (past: string, when: string) => {
    if (when === "") return past;
    return /^\d{1,4}(?: BCE)?$/u.test(when) ? `${past} in ${when}` : `${past} (${when})`;
  },
  change: "Change of mind",
};
