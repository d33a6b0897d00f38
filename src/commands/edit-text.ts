import type { Command } from "#commands/command.ts";
import { reviseClaim, tidied } from "#commands/revising.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import { commandWords as words } from "#words/commands.ts";

export interface EditTextInput {
  readonly claim: ClaimId;
  readonly text: string;
}

/** Gives a claim another sentence. Space around it is not kept; a thesis cannot be emptied. */
export const editText: Command<EditTextInput> = {
  name: "edit-text",

  label: () => words.editText,

  run(map, { claim, text }) {
    const sentence = tidied(text);
    if (sentence === "" && forestOf(map).nodes.get(claim)?.relation === null) {
      return { refused: words.emptyThesis };
    }
    return reviseClaim(map, claim, () => ({ text: sentence }));
  },
};
