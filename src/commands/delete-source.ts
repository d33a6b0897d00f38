import type { Command } from "#commands/command.ts";
import { revise } from "#commands/revising.ts";
import type { SourceId } from "#model/ids.ts";
import { commandWords as words } from "#words/commands.ts";

export interface DeleteSourceInput {
  readonly source: SourceId;
}

/** Deletes a source, and with it every citation of it. */
export const deleteSource: Command<DeleteSourceInput> = {
  name: "delete-source",

  label: () => words.deleteSource,

  run(map, { source }) {
    if (!map.sources.has(source)) return { refused: words.sourceGone };
    return revise(map, ({ claims, sources }) => {
      sources.delete(source);
      for (const claim of map.claims.values()) {
        const citations = claim.citations.filter((citation) => citation.source !== source);
        if (citations.length < claim.citations.length) claims.set(claim.id, { ...claim, citations });
      }
    });
  },
};
