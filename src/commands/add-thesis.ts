import type { Command } from "#commands/command.ts";
import { type After, orderAmongClaims, thesesOf } from "#commands/placing.ts";
import { revise, tidied } from "#commands/revising.ts";
import { newClaim } from "#model/claim.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import { commandWords as words } from "#words/commands.ts";

export interface AddThesisInput {
  /** A fresh id. */
  readonly id: ClaimId;
  readonly text: string;
  readonly after?: After<ClaimId>;
}

/** Adds a claim that answers no other. */
export const addThesis: Command<AddThesisInput> = {
  name: "add-thesis",

  label: () => words.addThesis,

  run(map, { id, text, after }) {
    if (map.claims.has(id)) return { refused: words.taken };
    return revise(map, (revision) => {
      const order = orderAmongClaims(revision, thesesOf(map, forestOf(map)), after);
      revision.claims.set(id, newClaim(id, { text: tidied(text), order }));
    });
  },
};
