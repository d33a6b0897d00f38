import type { Command } from "#commands/command.ts";
import { oneLine, reviseClaim } from "#commands/revising.ts";
import type { ClaimId } from "#model/ids.ts";
import { commandWords as words } from "#words/commands.ts";

export interface EditLabelInput {
  readonly claim: ClaimId;
  /** One line; empty takes the short name away. */
  readonly label: string;
}

/** Gives a claim another short name. */
export const editLabel: Command<EditLabelInput> = {
  name: "edit-label",

  label: () => words.editLabel,

  run: (map, { claim, label }) => reviseClaim(map, claim, () => ({ label: oneLine(label) })),
};
