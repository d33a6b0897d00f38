import type { Command } from "#commands/command.ts";
import { reviseClaim } from "#commands/revising.ts";
import type { ClaimId } from "#model/ids.ts";
import { commandWords as words } from "#words/commands.ts";

export interface EditNoteInput {
  readonly claim: ClaimId;
  /** Markdown; empty takes the note away. */
  readonly note: string;
}

/** Gives a claim another note. */
export const editNote: Command<EditNoteInput> = {
  name: "edit-note",

  label: () => words.editNote,

  run: (map, { claim, note }) => reviseClaim(map, claim, () => ({ note: note.replaceAll(/\r\n?/g, "\n") })),
};
