import { effect, type ReadonlySignal, type Signal, untracked } from "@preact/signals-core";
import type { Forest } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";

/**
 * When the claim in hand goes from the map, by undo or in another tab, what it answered is in hand instead. Returns
 * what ends that.
 */
export function keepInHand(forest: ReadonlySignal<Forest>, inHand: Signal<ClaimId | null>): () => void {
  let before = forest.peek();
  return effect(() => {
    const now = forest.value;
    untracked(() => {
      let claim = inHand.peek();
      while (claim !== null && !now.nodes.has(claim)) claim = before.nodes.get(claim)?.parent ?? null;
      if (claim !== inHand.peek() || claim === null) inHand.value = claim ?? now.roots[0] ?? null;
      before = now;
    });
  });
}
