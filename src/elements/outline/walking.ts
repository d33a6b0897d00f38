import { type TreeStep, treeStep } from "#elements/outline/tree-keys.ts";
import { directionOf } from "#model/direction.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";

/** Does what a key of the tree asks for; a key that the tree has and that leads nowhere here is used up too. */
export function walk(session: MapSession, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const claim = session.inHand.peek();
  if (claim === null || (event.shiftKey && event.key !== "*")) return;
  const view = {
    forest: session.forest.peek(),
    folding: session.folding.peek(),
    shown: session.shown.peek(),
    rightToLeft: directionOf(session.map.peek().about.language) === "rtl",
  };
  const step = treeStep(view, claim, event.key);
  if (step !== null) take(session, step);
  if (step !== null || /^(Arrow.*|Home|End)$/.test(event.key)) event.preventDefault();
}

/** The claim of the row in which something happened. */
export function claimAt({ target }: Event): ClaimId | null {
  return target instanceof HTMLElement ? ((target.dataset["claim"] ?? null) as ClaimId | null) : null;
}

function take(session: MapSession, step: TreeStep): void {
  switch (step.type) {
    case "take":
      return session.take(step.claim);
    case "fold":
      return session.fold(step.claim);
    case "unfold": {
      const unfolded = new Set(step.claims);
      return session.refold(new Set([...session.folding.peek()].filter((claim) => !unfolded.has(claim))));
    }
  }
}
