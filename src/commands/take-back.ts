import type { Command } from "#commands/command.ts";
import type { Change } from "#model/change.ts";
import { takingBack } from "#model/taking-back.ts";
import { commandWords as words } from "#words/commands.ts";

export interface TakeBackInput {
  /** What a merge changed, or a part of it. */
  readonly part: Change;
  /** How undo calls it, where it is no part of a merge that is taken back. */
  readonly label?: string;
}

/** Takes a part of a merge back, as an edit like any other: what was done since stays. */
export const takeBack: Command<TakeBackInput> = {
  name: "take-back",

  label: (_, { label }) => label ?? words.takeBack,

  run: (map, { part }) => takingBack(map, part),
};
