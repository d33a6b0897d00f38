import { counted } from "#words/number.ts";

/** How the steps are called in Undo and Redo, and why they are refused. */
export const dismissingWords = {
  dismiss: "dismiss what is missing",
  takeUp: "take up what was dismissed",
  noReason: "Nothing is dismissed without a reason. Write why it need not be in the map.",
  notDismissed: "This is not dismissed any more.",
};

/** The panel of what is missing. */
export const missingPanelWords = {
  heading: "What is missing",
  entry: "Opens its entry beside this list",
  back: "Back to what is missing",
  close: "Close",
  reading: "Reading the map…",
  nothing: "Nothing is missing that this list looks for.",
  nothingElse: "Nothing else is missing that this list looks for.",
  open: (count: number) =>
    count === 1
      ? "1 thing that an examiner would ask about."
      : `${counted(count)} things that an examiner would ask about.`,
  dismissedToo: (count: number) => `${counted(count)} dismissed.`,
  looksFor: "What this list looks for",
  group: (kind: string, count: number) => `${kind} (${counted(count)})`,
  places: (count: number) => `It is about ${counted(count)} claims: choose it again for the next.`,
  more: (next: number, left: number) => `Show ${counted(next)} more of ${counted(left)}`,
  moreOf: (kind: string) => `: ${kind}`,
  dismiss: "Dismiss…",
  reason: "Why need it not be there?",
  doDismiss: "Dismiss",
  cancel: "Cancel",
  dismissed: (count: number) => `Dismissed (${counted(count)})`,
  dismissedHint: "Set aside with a reason, which goes with the map.",
  takeUp: "Take up again",
  about: (way: string, sentence: string) => `${way}: ${sentence}`,
};
