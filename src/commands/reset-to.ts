import type { Command } from "#commands/command.ts";
import { changeBetween } from "#model/change.ts";
import type { ArgumentMap } from "#model/map.ts";
import { commandWords as words } from "#words/commands.ts";

export interface ResetToInput {
  /** The map whose content this one takes; its id does not matter. */
  readonly map: ArgumentMap;
}

/** Makes a map what it was when it was shipped, in one step that can be undone. */
export const resetTo: Command<ResetToInput> = {
  name: "reset-to",

  label: () => words.reset,

  run: (map, { map: shipped }) => changeBetween(map, shipped),
};
