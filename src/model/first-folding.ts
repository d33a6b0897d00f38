import { branchCounts } from "#model/counts.ts";
import type { Forest } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";

/** The claims below which nothing is shown. */
export interface Folding extends Iterable<ClaimId> {
  /** How many there are, where that is known without a look at all of them. */
  readonly size?: number;
  has(claim: ClaimId): boolean;
}

/** Up to this many claims, a map opens with its main answers alone. */
const smallMap = 100;
/** About so many cards are on the first screen of a large map. */
export const screenful = 24;

/**
 * The first view of a map: each thesis with its main answers; what stands below those is folded. A large map opens
 * with a screenful: its most argued branches are open, as far as there is room. Of a large map it asks for nothing but
 * what is on that screen.
 */
export function firstFolding(forest: Forest): Folding {
  return forest.nodes.size <= smallMap ? foldedToAnswers(forest) : foldedToScreenful(forest);
}

/** Each thesis with its main answers, which are folded. */
export function foldedToAnswers(forest: Forest): Folding {
  const folded = new Set<ClaimId>();
  for (const node of forest.nodes.values()) {
    if (node.depth > 0 && node.children.length > 0) folded.add(node.claim);
  }
  return folded;
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

/**
 * Opens one claim after the other: of those on screen always the one with the most claims below it whose answers fit
 * in, of equal ones the first. The most argued thesis is open, however many answers it has.
 */
function foldedToScreenful(forest: Forest): Folding {
  const counts = branchCounts(forest);
  const below = (claim: ClaimId) => counts.get(claim)!.reasons + counts.get(claim)!.objections;
  const answers = (claim: ClaimId) => forest.nodes.get(claim)!.children;
  const open = new Set<ClaimId>();
  const canOpen = (claim: ClaimId) => !open.has(claim) && answers(claim).length > 0;
  let room = screenful - forest.roots.length;
  let waiting = forest.roots.filter(canOpen);
  while (waiting.length > 0) {
    const most = waiting.reduce((best, claim) => (below(claim) > below(best) ? claim : best));
    open.add(most);
    room -= answers(most).length;
    const next = [...waiting, ...answers(most)].filter(canOpen);
    waiting = next.filter((claim) => answers(claim).length <= room);
  }
  return allBut(open, forest);
}

/** Every claim of a forest that has something below it, but for a few; they are listed only for who asks for all. */
function allBut(open: ReadonlySet<ClaimId>, forest: Forest): Folding {
  const has = (claim: ClaimId) => !open.has(claim) && (forest.nodes.get(claim)?.children ?? []).length > 0;
  return { has, [Symbol.iterator]: () => forest.order.filter(has).values() };
}
