import type { Command } from "#commands/command.ts";
import { oneLine } from "#commands/revising.ts";
import { noChange } from "#model/change.ts";
import { asDismissals } from "#model/dismissals.ts";
import { isSame } from "#model/equality.ts";
import { dismissingWords as words } from "#words/missing.ts";

export interface DismissFindingInput {
  /** The finding's. It need not be found any more. */
  readonly key: string;
  readonly reason: string;
}

/** Sets aside something that is missing, with the reason why it need not be there. Again, it gives another reason. */
export const dismissFinding: Command<DismissFindingInput> = {
  name: "dismiss-finding",

  label: () => words.dismiss,

  run({ about }, { key, reason: written }) {
    const reason = oneLine(written);
    if (reason === "") return { refused: words.noReason };
    const dismissed = asDismissals([...about.dismissed, { key, reason }]);
    if (isSame(dismissed, about.dismissed)) return noChange;
    return { ...noChange, about: { before: about, after: { ...about, dismissed } } };
  },
};
