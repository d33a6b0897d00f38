import type { Command } from "#commands/command.ts";
import { reviseClaim } from "#commands/revising.ts";
import type { ClaimId } from "#model/ids.ts";
import type { Citation } from "#model/source.ts";
import { sourceEditWords as words } from "#words/source-edits.ts";

export interface EditCitationInput {
  readonly claim: ClaimId;
  /** Which of the claim's citations, from 0. */
  readonly at: number;
  /** The fields to change; the others stay. */
  readonly citation: Partial<Citation>;
}

/** Changes where in a source a claim points, and what it quotes there. */
export const editCitation: Command<EditCitationInput> = {
  name: "edit-citation",

  label: () => words.editCitation,

  run(map, { claim, at, citation }) {
    const before = map.claims.get(claim)?.citations[at];
    if (before === undefined) return { refused: words.citationGone };
    const { translation = "", ...edited } = { ...before, ...citation };
    const after = { ...edited, ...(translation !== "" && { translation }) };
    if (!map.sources.has(after.source) && after.source !== before.source)
      return { refused: words.sourceGone };
    return reviseClaim(map, claim, ({ citations }) => ({ citations: citations.with(at, after) }));
  },
};
