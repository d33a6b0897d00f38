import type { Change } from "#model/change.ts";
import type { ArgumentMap } from "#model/map.ts";

/** Why a command does nothing: a sentence for the person. */
export interface Refusal {
  readonly refused: string;
}

/**
 * One way in which a map may be changed. Pure: ids and times come in with the input.
 * `label` names the step for undo, lower case, in the imperative: "add objection".
 */
export interface Command<Input> {
  readonly name: string;
  label(map: ArgumentMap, input: Input): string;
  run(map: ArgumentMap, input: Input): Change | Refusal;
}

export function isRefusal(outcome: Change | Refusal): outcome is Refusal {
  return "refused" in outcome;
}
