import { orderAmongClaims, thesesOf } from "#commands/placing.ts";
import { changeOf, type Revision } from "#commands/revising.ts";
import { applyChange } from "#model/change.ts";
import { followers } from "#model/followers.ts";
import { type Forest, forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/**
 * Writes down where claims that have lost their home are drawn from now on, so that a later step onto
 * something else does not move them. One that has become a thesis stands after all others.
 */
export function rehome(revision: Revision, before: ArgumentMap, claims: ReadonlySet<ClaimId>): void {
  if (claims.size === 0) return;
  for (const id of claims) {
    const claim = revision.claims.get(id);
    if (claim !== undefined) revision.claims.set(id, { ...claim, home: null });
  }
  const forest = forestOf(applyChange(before, changeOf(revision, before)));
  const earlier = new Set(forestOf(before).roots);
  for (const id of forest.order) if (claims.has(id)) settle(revision, forest, id, earlier);
}

/** As `rehome`, after a deletion that leaves all other claims where they were. */
export function rehomeAfter(revision: Revision, before: ArgumentMap, claims: ReadonlySet<ClaimId>): void {
  const homes = claims.size === 0 ? null : followers.homesAfter(before, revision, claims);
  if (homes === null) return rehome(revision, before, claims);
  for (const [id, home] of homes) revision.claims.set(id, { ...revision.claims.get(id)!, home });
}

function settle(revision: Revision, forest: Forest, id: ClaimId, earlier: ReadonlySet<ClaimId>): void {
  const claim = revision.claims.get(id);
  if (claim === undefined) return;
  const home = forest.nodes.get(id)?.relation ?? null;
  if (home !== null || earlier.has(id)) {
    revision.claims.set(id, { ...claim, home });
    return;
  }
  const others = thesesOf(revision, forest).filter((thesis) => thesis.id !== id);
  const order = orderAmongClaims(revision, others, undefined);
  revision.claims.set(id, { ...claim, order });
}
