import { canMeet, type When } from "#lenses/when.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/** Where a claim meets an earlier one that speaks for the other side. */
export interface Meeting {
  readonly target: ClaimId;
  readonly from: ClaimId;
  /** Whether the earlier one is surely earlier: else both may have been said at once. */
  readonly isLater: boolean;
}

interface Side {
  readonly isFor: boolean;
  readonly claim: ClaimId;
  readonly when: When;
}

/**
 * Follows claims of one holder in the order of time up the tree: a reason for a claim speaks for all that the claim
 * speaks for, an objection to it against that, and a claim for itself. Tells the lowest claim at which a claim comes to
 * speak for the other side than one before it; `null` where there is none. What the earlier one spoke for goes for all
 * that is above.
 */
export function sidesTaken(map: ArgumentMap): (claim: ClaimId, when: When) => Meeting | null {
  const { nodes } = forestOf(map);
  const taken = new Map<ClaimId, Side>();
  return (claim, when) => {
    let [at, isFor] = [nodes.get(claim), true];
    while (at !== undefined) {
      const before = taken.get(at.claim);
      if (before !== undefined) return before.isFor === isFor ? null : meetingAt(at.claim, before, when);
      taken.set(at.claim, { isFor, claim, when });
      if (at.relation !== null && map.relations.get(at.relation)?.kind === "opposes") isFor = !isFor;
      at = at.parent === null ? undefined : nodes.get(at.parent);
    }
    return null;
  };
}

function meetingAt(target: ClaimId, { claim, when }: Side, later: When): Meeting {
  return { target, from: claim, isLater: !canMeet(when, later) };
}
