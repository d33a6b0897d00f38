import { answersIn } from "#lenses/answers.ts";
import { sourcesOf } from "#lenses/evidence.ts";
import { type Finding, finding } from "#lenses/missing/finding.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/**
 * Claims that rest on secondary sources, where neither the claim nor any reason for it, however far below, rests on a
 * primary one. What an objection rests on is no evidence for what it opposes.
 */
export function noPrimary(map: ArgumentMap): readonly Finding[] {
  const secondary = new Set<ClaimId>();
  const proven: ClaimId[] = [];
  for (const claim of map.claims.values()) {
    const roles = new Set(sourcesOf(map, claim).map(({ role }) => role));
    if (roles.has("primary")) proven.push(claim.id);
    else if (roles.has("secondary")) secondary.add(claim.id);
  }
  const reached = reachedFrom(map, proven);
  return forestOf(map)
    .order.filter((claim) => secondary.has(claim) && !reached.has(claim))
    .map((claim) => finding("noPrimary", [claim], { claims: [claim] }));
}

/** These claims, and all that they are reasons for, directly or by other reasons. */
function reachedFrom(map: ArgumentMap, claims: readonly ClaimId[]): ReadonlySet<ClaimId> {
  const above = new Map<ClaimId, ClaimId[]>();
  for (const { answering, answered, kind } of answersIn(map)) {
    if (kind === "opposes") continue;
    const list = above.get(answering);
    if (list === undefined) above.set(answering, [answered]);
    else list.push(answered);
  }
  const reached = new Set(claims);
  for (const claim of reached) for (const next of above.get(claim) ?? []) reached.add(next);
  return reached;
}
