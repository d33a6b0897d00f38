import type { Command } from "#commands/command.ts";
import { changeBetween } from "#model/change.ts";
import type { ArgumentMap } from "#model/map.ts";
import { commandWords as words } from "#words/commands.ts";

export interface RestoreVersionInput {
  /** What the map said in the version. */
  readonly map: ArgumentMap;
}

/** Makes a map say again what it said in a version, as an edit like any other. */
export const restoreVersion: Command<RestoreVersionInput> = {
  name: "restore-version",

  label: () => words.restoreVersion,

  run: (map, { map: then }) => changeBetween(map, then),
};
