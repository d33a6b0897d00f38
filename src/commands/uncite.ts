import type { Command } from "#commands/command.ts";
import { reviseClaim } from "#commands/revising.ts";
import type { ClaimId } from "#model/ids.ts";
import { sourceEditWords as words } from "#words/source-edits.ts";

export interface UnciteInput {
  readonly claim: ClaimId;
  /** Which of the claim's citations, from 0. */
  readonly at: number;
}

/** Removes a citation from a claim. The source stays in the map. */
export const uncite: Command<UnciteInput> = {
  name: "uncite",

  label: () => words.uncite,

  run(map, { claim, at }) {
    if (map.claims.get(claim)?.citations[at] === undefined) return { refused: words.citationGone };
    return reviseClaim(map, claim, ({ citations }) => ({ citations: citations.toSpliced(at, 1) }));
  },
};
