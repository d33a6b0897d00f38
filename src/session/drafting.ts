import type { Command } from "#commands/command.ts";
import { isRefusal } from "#commands/command.ts";
import { applyChange } from "#model/change.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/**
 * A claim on screen before its first word. It is not in the map yet, so that leaving it empty
 * leaves no trace on the disk or in the history; its first word adds it.
 */
export interface Draft {
  readonly claim: ClaimId;
  /** What is in hand again when the draft is left empty. */
  readonly from: ClaimId | null;
  /** The change that adds the claim with this text, run by whoever is given it. */
  add<Result>(text: string, run: <Input>(command: Command<Input>, input: Input) => Result): Result;
}

/** A draft that adds its claim by one command. */
export function draftBy<Input extends { readonly text: string }>(
  claim: ClaimId,
  from: ClaimId | null,
  command: Command<Input>,
  input: Input,
): Draft {
  return { claim, from, add: (text, run) => run(command, { ...input, text }) };
}

/** The map with the draft in it, as the screen shows it. */
export function withDraft(map: ArgumentMap, draft: Draft | null): ArgumentMap {
  if (draft === null || map.claims.has(draft.claim)) return map;
  return draft.add("", (command, input) => {
    const outcome = command.run(map, input);
    return isRefusal(outcome) ? map : applyChange(map, outcome);
  });
}
