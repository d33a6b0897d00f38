import { keptAttribution, withAttribution } from "#commands/attributing.ts";
import type { Command } from "#commands/command.ts";
import { keptHolder } from "#commands/put-holder.ts";
import { changeBetween } from "#model/change.ts";
import type { ClaimId } from "#model/ids.ts";
import type { Attribution, Holder } from "#model/people.ts";
import type { Source } from "#model/source.ts";
import { commandWords } from "#words/commands.ts";
import { peopleWords as words } from "#words/people.ts";

export interface AttributeInput {
  readonly claim: ClaimId;
  /** With a fresh id. Its date may be as a person writes it. */
  readonly attribution: Attribution;
  /** The holder, when the map does not have it yet: both are added in one step. */
  readonly holder?: Holder;
  /** The source that it cites, when the map does not have it yet. */
  readonly source?: Source;
}

/** Says that a holder takes a stance on a claim. */
export const attribute: Command<AttributeInput> = {
  name: "attribute",

  label: () => words.attribute,

  run(map, { claim: id, attribution, holder, source }) {
    const claim = map.claims.get(id);
    if (claim === undefined) return { refused: commandWords.claimGone };
    if (claim.attributions.some((each) => each.id === attribution.id))
      return { refused: words.attributionTaken };
    const newHolder = holder === undefined || map.holders.has(holder.id) ? null : keptHolder(map, holder);
    if (newHolder !== null && "refused" in newHolder) return newHolder;
    const holders = new Map(map.holders);
    const sources = new Map(map.sources);
    if (newHolder !== null) holders.set(newHolder.id, newHolder);
    if (source !== undefined && !sources.has(source.id)) sources.set(source.id, source);
    const kept = keptAttribution({ holders, sources }, claim, attribution, null);
    if ("refused" in kept) return kept;
    const attributed = { ...claim, attributions: withAttribution(claim, kept) };
    return changeBetween(map, { ...map, claims: new Map(map.claims).set(id, attributed), holders, sources });
  },
};
