import { ancestors, branchOf } from "#model/counts.ts";
import { type Folding, shownClaims } from "#model/first-folding.ts";
import type { Forest } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";

/** Folds all but the way to a claim and what stands below it, which stays as it is. */
export function foldedOthers(forest: Forest, folding: Folding, claim: ClaimId): Folding {
  const open = new Set(ancestors(forest, claim));
  const branch = branchOf(forest, claim);
  const next = new Set<ClaimId>();
  for (const { claim: other, children } of forest.nodes.values()) {
    if (children.length === 0 || open.has(other)) continue;
    if (!branch.has(other) || folding.has(other)) next.add(other);
  }
  return next;
}

/** Unfolds whatever hides any of these; the same folding where nothing does. */
export function revealed(folding: Folding, forest: Forest, claims: Iterable<ClaimId>): Folding {
  const open = new Set<ClaimId>();
  for (const claim of claims) {
    let above = forest.nodes.get(claim)?.parent ?? null;
    for (; above !== null && !open.has(above); above = forest.nodes.get(above)?.parent ?? null)
      open.add(above);
  }
  const hiding = [...open].filter((claim) => folding.has(claim));
  if (hiding.length === 0) return folding;
  const next = new Set(folding);
  for (const claim of hiding) next.delete(claim);
  return next;
}

/** The nearest claim that is on screen: itself, or the folded one that hides it. */
export function nearestShown(forest: Forest, folding: Folding, claim: ClaimId): ClaimId {
  let shown = claim;
  let above = forest.nodes.get(claim)?.parent ?? null;
  while (above !== null) {
    if (folding.has(above)) shown = above;
    above = forest.nodes.get(above)?.parent ?? null;
  }
  return shown;
}

/** What is folded in a part of the map replaced by `next`; elsewhere all stays as it is. */
export function refoldedWithin(part: Forest, folding: Folding, next: Folding): Folding {
  return new Set([...[...folding].filter((claim) => !part.nodes.has(claim)), ...next]);
}

export function toggled(folding: Folding, claim: ClaimId): Folding {
  const next = new Set(folding);
  if (!next.delete(claim)) next.add(claim);
  return next;
}

/** Opens every folded claim that is on screen, and leaves what stands below it folded. */
export function unfoldedByOneLevel(forest: Forest, folding: Folding): Folding {
  const next = new Set(folding);
  for (const claim of shownClaims(forest, folding)) next.delete(claim);
  return next;
}
