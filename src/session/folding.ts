import { ancestors, branchCounts, branchOf } from "#model/counts.ts";
import type { Forest } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";

export type Folding = ReadonlySet<ClaimId>;

/** Up to this many claims, a map opens with its main answers alone. */
const smallMap = 100;
/** About so many cards are on the first screen of a large map. */
export const screenful = 24;

/**
 * The first view of a map: each thesis with its main answers; what stands below those is folded. A large map opens
 * with a screenful: its most argued branches are open, as far as there is room.
 */
export function firstFolding(forest: Forest): Folding {
  return forest.order.length <= smallMap ? foldedToAnswers(forest) : foldedToScreenful(forest);
}

/** Each thesis with its main answers, which are folded. */
export function foldedToAnswers(forest: Forest): Folding {
  const folded = new Set<ClaimId>();
  for (const node of forest.nodes.values()) {
    if (node.depth > 0 && node.children.length > 0) folded.add(node.claim);
  }
  return folded;
}

/**
 * Opens one claim after the other: of those on screen always the one with the most claims below it whose answers fit
 * in, of equal ones the first. The most argued thesis is open, however many answers it has.
 */
function foldedToScreenful(forest: Forest): Folding {
  const counts = branchCounts(forest);
  const below = (claim: ClaimId) => counts.get(claim)!.reasons + counts.get(claim)!.objections;
  const answers = (claim: ClaimId) => forest.nodes.get(claim)!.children;
  const folded = new Set(forest.order.filter((claim) => answers(claim).length > 0));
  let room = screenful - forest.roots.length;
  let waiting = forest.roots.filter((claim) => folded.has(claim));
  while (waiting.length > 0) {
    const most = waiting.reduce((best, claim) => (below(claim) > below(best) ? claim : best));
    folded.delete(most);
    room -= answers(most).length;
    const next = [...waiting, ...answers(most)].filter((claim) => folded.has(claim));
    waiting = next.filter((claim) => answers(claim).length <= room);
  }
  return folded;
}

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
  if (folding.size === 0) return forest.order;
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
