import type { Command } from "#commands/command.ts";
import { reviseClaim } from "#commands/revising.ts";
import type { AttributionId, ClaimId } from "#model/ids.ts";
import { commandWords } from "#words/commands.ts";
import { peopleWords as words } from "#words/people.ts";

export interface WithdrawAttributionInput {
  readonly claim: ClaimId;
  readonly attribution: AttributionId;
}

/** Says no more that a holder takes a stance on a claim. The holder stays in the map. */
export const withdrawAttribution: Command<WithdrawAttributionInput> = {
  name: "withdraw-attribution",

  label: () => words.withdrawAttribution,

  run(map, { claim: id, attribution }) {
    const claim = map.claims.get(id);
    if (claim === undefined) return { refused: commandWords.claimGone };
    const attributions = claim.attributions.filter((each) => each.id !== attribution);
    if (attributions.length === claim.attributions.length) return { refused: words.attributionGone };
    return reviseClaim(map, id, () => ({ attributions }));
  },
};
