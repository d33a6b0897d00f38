import type { Command } from "#commands/command.ts";
import { noChange } from "#model/change.ts";
import { newClaim } from "#model/claim.ts";
import { claimId } from "../notation.ts";

/** Makes a claim say something; one that is not there comes to be. An empty text is refused. */
export const say: Command<{ readonly claim: string; readonly text: string }> = {
  name: "say",
  label: (map, { claim }) => (map.claims.has(claimId(claim)) ? "edit claim" : "add claim"),
  run({ claims }, { claim, text }) {
    if (text === "") return { refused: "An empty claim cannot be kept." };
    const before = claims.get(claimId(claim)) ?? null;
    if (before?.text === text) return noChange;
    return { ...noChange, claims: [{ before, after: { ...(before ?? newClaim(claimId(claim))), text } }] };
  },
};
