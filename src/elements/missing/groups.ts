import { type Finding, type FindingKind, findingKinds } from "#lenses/missing/finding.ts";

/** Findings of one kind, and how many of them are drawn. */
export interface Group {
  readonly kind: FindingKind;
  readonly findings: readonly Finding[];
}

/** How many lines of a group are drawn at first, and how many come with each "Show more". */
export const FIRST_LINES = 20;
export const MORE_LINES = 50;

/** Findings by their kinds, in the order in which these are listed; kinds of which there is none are left out. */
export function groupsOf(findings: readonly Finding[]): readonly Group[] {
  const byKind = new Map<FindingKind, Finding[]>(findingKinds.map((kind) => [kind, []]));
  for (const finding of findings) byKind.get(finding.kind)?.push(finding);
  return [...byKind]
    .map(([kind, found]) => ({ kind, findings: found }))
    .filter((group) => group.findings.length > 0);
}
