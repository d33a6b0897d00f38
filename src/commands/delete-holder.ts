import type { Command } from "#commands/command.ts";
import { revise } from "#commands/revising.ts";
import type { HolderId } from "#model/ids.ts";
import { attributionsOf } from "#model/uses.ts";
import { peopleWords as words } from "#words/people.ts";

export interface DeleteHolderInput {
  readonly holder: HolderId;
}

/** Deletes a holder, and with it all that is attributed to it. */
export const deleteHolder: Command<DeleteHolderInput> = {
  name: "delete-holder",

  label: (map, { holder }) => words.deleteHolder(attributionsOf(map, holder).length),

  run(map, { holder: id }) {
    if (!map.holders.has(id)) return { refused: words.holderGone };
    return revise(map, ({ claims, holders }) => {
      holders.delete(id);
      for (const claim of new Set(attributionsOf(map, id).map((held) => held.claim))) {
        const attributions = claim.attributions.filter(({ holder }) => holder !== id);
        claims.set(claim.id, { ...claim, attributions });
      }
    });
  },
};
