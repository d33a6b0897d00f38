import type { ClaimDraft, RelationDraft, TargetDraft } from "#interchange/argdown-drafts.ts";

/**
 * Under which step each claim is at home; claims without one are theses. That is the step under which its text
 * stands, or else the one under which it is first spoken of, or else the first that it takes, unless that would make
 * it its own ancestor.
 */
export function homesOf(
  claims: readonly ClaimDraft[],
  targets: ReadonlyMap<RelationDraft, TargetDraft>,
): ReadonlyMap<ClaimDraft, RelationDraft> {
  const homes = new Map<ClaimDraft, RelationDraft>();
  for (const claim of claims) if (claim.nestedUnder !== null) homes.set(claim, claim.nestedUnder);
  const goHome = (claim: ClaimDraft, step: RelationDraft | null) => {
    if (step === null || homes.has(claim) || leadsTo(step, claim, homes, targets)) return;
    homes.set(claim, step);
  };
  for (const claim of claims) goHome(claim, claim.firstUnder);
  for (const claim of claims) goHome(claim, claim.firstStep);
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
