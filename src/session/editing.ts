import type { ClaimId } from "#model/ids.ts";

/** The claim whose sentence is being written. `gesture` makes the whole of it one step of undo. */
export interface Editing {
  readonly claim: ClaimId;
  readonly gesture: string;
  /** The sentence as it was; `null` for a claim that is new. */
  readonly before: string | null;
}

/** Why something was not done, and where to say so (`null`: where the map's own line is). */
export interface Refused {
  readonly claim: ClaimId | null;
  readonly sentence: string;
}
