import type { Command } from "#commands/command.ts";
import { revise } from "#commands/revising.ts";
import type { ClaimId } from "#model/ids.ts";
import type { Citation, Source } from "#model/source.ts";
import { commandWords as words } from "#words/commands.ts";
import { sourceEditWords } from "#words/source-edits.ts";

export interface CiteInput {
  readonly claim: ClaimId;
  readonly citation: Citation;
  /** The source that is cited, when the map does not have it yet: both are added in one step. */
  readonly source?: Source;
}

/** Adds a citation to a claim, after those that it has. */
export const cite: Command<CiteInput> = {
  name: "cite",

  label: () => sourceEditWords.cite,

  run(map, { claim: id, citation, source }) {
    const claim = map.claims.get(id);
    if (claim === undefined) return { refused: words.claimGone };
    if (!map.sources.has(citation.source) && source?.id !== citation.source)
      return { refused: sourceEditWords.sourceGone };
    return revise(map, ({ claims, sources }) => {
      if (source !== undefined && !sources.has(source.id)) sources.set(source.id, source);
      claims.set(id, { ...claim, citations: [...claim.citations, citation] });
    });
  },
};
