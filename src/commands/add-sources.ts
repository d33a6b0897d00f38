import type { Command } from "#commands/command.ts";
import { revise } from "#commands/revising.ts";
import type { Source } from "#model/source.ts";
import { sourceEditWords as words } from "#words/source-edits.ts";

export interface AddSourcesInput {
  /** With fresh ids. */
  readonly sources: readonly Source[];
}

/** Adds sources in one step. One whose id the map has already stays as the map has it. */
export const addSources: Command<AddSourcesInput> = {
  name: "add-sources",

  label: (_, { sources }) => words.addSources(sources.length),

  run: (map, { sources: added }) =>
    revise(map, ({ sources }) => {
      for (const source of added) if (!sources.has(source.id)) sources.set(source.id, source);
    }),
};
