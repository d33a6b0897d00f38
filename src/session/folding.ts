import type { Forest } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";

export type Folding = ReadonlySet<ClaimId>;

/** The first view of a map: each thesis with its main answers; what stands below those is folded. */
export function firstFolding(forest: Forest): Folding {
  const folded = new Set<ClaimId>();
  for (const node of forest.nodes.values()) {
    if (node.depth > 0 && node.children.length > 0) folded.add(node.claim);
  }
  return folded;
}

/** Unfolds whatever hides any of these. */
export function revealed(folding: Folding, forest: Forest, claims: Iterable<ClaimId>): Folding {
  const next = new Set(folding);
  const open = new Set<ClaimId>();
  for (const claim of claims) {
    let above = forest.nodes.get(claim)?.parent ?? null;
    for (; above !== null && !open.has(above); above = forest.nodes.get(above)?.parent ?? null) {
      open.add(above);
      next.delete(above);
    }
  }
  return next.size === folding.size ? folding : next;
}

/** The claims that folding leaves on screen, depth first. */
export function shownClaims(forest: Forest, folding: Folding): readonly ClaimId[] {
  const shown: ClaimId[] = [];
  const waiting = forest.roots.toReversed();
  for (let claim = waiting.pop(); claim !== undefined; claim = waiting.pop()) {
    shown.push(claim);
    if (folding.has(claim)) continue;
    waiting.push(...(forest.nodes.get(claim)?.children ?? []).toReversed());
  }
  return shown;
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
