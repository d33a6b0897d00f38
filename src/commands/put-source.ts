import type { Command } from "#commands/command.ts";
import { revise } from "#commands/revising.ts";
import type { Source } from "#model/source.ts";
import { sourceEditWords as words } from "#words/source-edits.ts";

export interface PutSourceInput {
  /** A new source, with a fresh id, or one of the map's as it is from now on. */
  readonly source: Source;
}

/** Adds a source, or gives one of the map's another record. */
export const putSource: Command<PutSourceInput> = {
  name: "put-source",

  label: (map, { source }) => (map.sources.has(source.id) ? words.editSource : words.addSource),

  run: (map, { source }) => revise(map, ({ sources }) => sources.set(source.id, source)),
};
