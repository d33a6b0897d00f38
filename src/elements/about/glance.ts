import { sourcesCited } from "#model/claim.ts";
import type { ClaimId, HolderId, SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/** The claims that each holder takes a stance on. Holders without any are left out. */
export function claimsByHolder({
  claims,
}: Pick<ArgumentMap, "claims">): ReadonlyMap<HolderId, ReadonlySet<ClaimId>> {
  const found = new Map<HolderId, Set<ClaimId>>();
  for (const { id, attributions } of claims.values())
    for (const { holder } of attributions) note(found, holder, id);
  return found;
}

/** The claims that cite each source, those among them where only a holder of the claim does. */
export function claimsBySource({
  claims,
}: Pick<ArgumentMap, "claims">): ReadonlyMap<SourceId, ReadonlySet<ClaimId>> {
  const found = new Map<SourceId, Set<ClaimId>>();
  for (const claim of claims.values())
    for (const source of sourcesCited(claim)) note(found, source, claim.id);
  return found;
}

function note<Key>(found: Map<Key, Set<ClaimId>>, key: Key, claim: ClaimId): void {
  const claims = found.get(key) ?? new Set();
  found.set(key, claims.add(claim));
}
