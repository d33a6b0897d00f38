import { type Change, type Edit, noChange } from "#model/change.ts";
import { type Claim, newClaim } from "#model/claim.ts";
import { type About, emptyMap } from "#model/map.ts";
import type { MapId } from "#model/ids.ts";

/*
 * Records that are kept as plain values on this device (as changes) may be of a version before, which
 * knew fewer shelves and fewer fields. What they do not say is what a record says that says nothing of it.
 */

/** A claim that may lack fields. */
function claimAsNow(kept: Claim): Claim {
  return newClaim(kept.id, kept);
}

/** A change that may lack shelves, and whose records may lack fields. */
export function changeAsNow(kept: Partial<Change>): Change {
  const { about = null, claims = [] } = kept;
  return {
    ...noChange,
    ...kept,
    about: about && bothAsNow(about, aboutAsNow),
    claims: claims.map((edit) => bothAsNow(edit, claimAsNow)),
  };
}

/** What a map says of itself; it may lack fields. */
function aboutAsNow(kept: About): About {
  return { ...emptyMap("" as MapId).about, ...kept };
}

function bothAsNow<Value>({ before, after }: Edit<Value>, asNow: (value: Value) => Value): Edit<Value> {
  return { before: before && asNow(before), after: after && asNow(after) };
}
