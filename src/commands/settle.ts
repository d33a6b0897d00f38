import type { Command } from "#commands/command.ts";
import type { ClaimId } from "#model/ids.ts";
import { saying, type Version } from "#model/merge-review.ts";
import { commandWords as words } from "#words/commands.ts";

export interface SettleInput {
  /** `null` for what the map says of itself. */
  readonly claim: ClaimId | null;
  readonly version: Version;
}

/** Makes the map say one version of what both sides of a merge have edited. */
export const settle: Command<SettleInput> = {
  name: "settle",

  label: () => words.settle,

  run(map, { claim, version }) {
    if (claim !== null && !map.claims.has(claim)) return { refused: words.claimGone };
    return saying(map, claim, version);
  },
};
