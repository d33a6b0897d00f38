import type { ClaimDraft, RelationDraft, TargetDraft } from "#interchange/argdown-drafts.ts";

/**
 * Under which step each claim is at home; claims without one are theses. That is the step under which its text
 * stands, or else the first step that it takes, unless that would make it its own ancestor.
 */
export function homesOf(
  claims: readonly ClaimDraft[],
  targets: ReadonlyMap<RelationDraft, TargetDraft>,
): ReadonlyMap<ClaimDraft, RelationDraft> {
  const homes = new Map<ClaimDraft, RelationDraft>();
  for (const claim of claims) if (claim.nestedUnder !== null) homes.set(claim, claim.nestedUnder);
  for (const claim of claims) {
    const step = claim.firstStep;
    if (step === null || homes.has(claim)) continue;
    if (!leadsTo(step, claim, homes, targets)) homes.set(claim, step);
  }
  return homes;
}

/** Whether going from step to target and from home to home, from `step` on, comes to `claim`. */
function leadsTo(
  step: RelationDraft,
  claim: ClaimDraft,
  homes: ReadonlyMap<ClaimDraft, RelationDraft>,
  targets: ReadonlyMap<RelationDraft, TargetDraft>,
): boolean {
  const seen = new Set<RelationDraft>();
  let next: RelationDraft | undefined = step;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    const target = targets.get(next);
    if (target === undefined || "stepOf" in target) return false;
    if ("step" in target) next = target.step;
    else if (target.claim === claim) return true;
    else next = homes.get(target.claim);
  }
  return false;
}
