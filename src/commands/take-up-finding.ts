import type { Command } from "#commands/command.ts";
import { noChange } from "#model/change.ts";
import { dismissingWords as words } from "#words/missing.ts";

export interface TakeUpFindingInput {
  /** That of the finding which was dismissed. */
  readonly key: string;
}

/** Takes up again what was dismissed: it is listed as missing once more, if it still is. */
export const takeUpFinding: Command<TakeUpFindingInput> = {
  name: "take-up-finding",

  label: () => words.takeUp,

  run({ about }, { key }) {
    const dismissed = about.dismissed.filter((each) => each.key !== key);
    if (dismissed.length === about.dismissed.length) return { refused: words.notDismissed };
    return { ...noChange, about: { before: about, after: { ...about, dismissed } } };
  },
};
