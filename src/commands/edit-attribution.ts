import { keptAttribution, withAttribution } from "#commands/attributing.ts";
import type { Command } from "#commands/command.ts";
import { reviseClaim } from "#commands/revising.ts";
import type { AttributionId, ClaimId } from "#model/ids.ts";
import type { Attribution } from "#model/people.ts";
import { commandWords } from "#words/commands.ts";
import { peopleWords as words } from "#words/people.ts";

export interface EditAttributionInput {
  readonly claim: ClaimId;
  readonly attribution: AttributionId;
  /** The fields to change; the others stay. A date may be as a person writes it. */
  readonly fields: Partial<Omit<Attribution, "id">>;
}

/** Changes who takes which stance on a claim, when and where. */
export const editAttribution: Command<EditAttributionInput> = {
  name: "edit-attribution",

  label: () => words.editAttribution,

  run(map, { claim: id, attribution, fields }) {
    const claim = map.claims.get(id);
    if (claim === undefined) return { refused: commandWords.claimGone };
    const before = claim.attributions.find((each) => each.id === attribution);
    if (before === undefined) return { refused: words.attributionGone };
    const kept = keptAttribution(map, claim, { ...before, ...fields }, before);
    if ("refused" in kept) return kept;
    return reviseClaim(map, id, () => ({ attributions: withAttribution(claim, kept) }));
  },
};
