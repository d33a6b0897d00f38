import type { Command } from "#commands/command.ts";
import { revise } from "#commands/revising.ts";
import type { SourceId } from "#model/ids.ts";
import type { SourceRole } from "#model/source.ts";
import { sourceEditWords as words } from "#words/source-edits.ts";

export interface SetSourceRoleInput {
  readonly source: SourceId;
  /** `null` where it is not said. */
  readonly role: SourceRole | null;
}

/** Says what a source is to the debate. */
export const setSourceRole: Command<SetSourceRoleInput> = {
  name: "set-source-role",

  label: () => words.setSourceRole,

  run(map, { source: id, role }) {
    const source = map.sources.get(id);
    if (source === undefined) return { refused: words.sourceGone };
    const { role: _, ...others } = source;
    return revise(map, ({ sources }) => sources.set(id, { ...others, ...(role !== null && { role }) }));
  },
};
