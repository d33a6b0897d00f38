import { schoolsOfClaims } from "#lenses/affiliation.ts";
import { answersIn } from "#lenses/answers.ts";
import { apart } from "#lenses/missing/apart.ts";
import { type Finding, type FindingKind, findingKinds } from "#lenses/missing/finding.ts";
import { impossibleDates } from "#lenses/missing/impossible-dates.ts";
import { noPage } from "#lenses/missing/no-page.ts";
import { noPrimary } from "#lenses/missing/no-primary.ts";
import { oneSchool } from "#lenses/missing/one-school.ts";
import { oneSided } from "#lenses/missing/one-sided.ts";
import { unanswered } from "#lenses/missing/unanswered.ts";
import { undated } from "#lenses/missing/undated.ts";
import { undescribed } from "#lenses/missing/undescribed.ts";
import { unsourced } from "#lenses/missing/unsourced.ts";
import { voicesIn } from "#lenses/missing/voices.ts";
import { objectionsIn } from "#lenses/objections.ts";
import { forestOf } from "#model/forest.ts";
import type { ArgumentMap } from "#model/map.ts";
import { atOnce, type Steps } from "#model/steps.ts";

const checks: Readonly<Record<FindingKind, (map: ArgumentMap) => readonly Finding[]>> = {
  unsourced,
  unanswered,
  oneSided,
  oneSchool,
  apart,
  noPrimary,
  noPage,
  undescribed,
  undated,
  impossible: impossibleDates,
};

const known = new WeakMap<ArgumentMap, readonly Finding[]>();

/** What several checks stand on; each is remembered for its map. */
const passes: readonly ((map: ArgumentMap) => unknown)[] = [
  forestOf,
  answersIn,
  objectionsIn,
  schoolsOfClaims,
  voicesIn,
];

/**
 * What is missing in a map, as an examiner would read it: kind by kind, claims in the order in which they are drawn.
 * The same on every replica; asked again for the same map, it is there.
 */
export function missingIn(map: ArgumentMap): readonly Finding[] {
  return atOnce(findingMissing(map));
}

/** As `missingIn`, a pass over the map or a check a step. */
export function* findingMissing(map: ArgumentMap): Steps<readonly Finding[]> {
  const before = known.get(map);
  if (before !== undefined) return before;
  const steps = passes.length + findingKinds.length;
  for (const [at, pass] of passes.entries()) {
    pass(map);
    yield (at + 1) / steps;
  }
  const found: (readonly Finding[])[] = [];
  for (const kind of findingKinds) {
    if (found.length > 0) yield (passes.length + found.length) / steps;
    found.push(checks[kind](map));
  }
  const findings = found.flat();
  known.set(map, findings);
  return findings;
}

/** A finding that somebody has looked at and set aside. */
export interface Dismissed {
  readonly finding: Finding;
  readonly reason: string;
}

/** Findings as a panel lists them. */
export interface Review {
  readonly open: readonly Finding[];
  readonly dismissed: readonly Dismissed[];
}

/** Parts what was dismissed, by the keys of the findings, from what is open. Reasons for what is no longer missing are passed over. */
export function reviewed(findings: readonly Finding[], dismissed: ReadonlyMap<string, string>): Review {
  const open: Finding[] = [];
  const apart: Dismissed[] = [];
  for (const finding of findings) {
    const reason = dismissed.get(finding.key);
    if (reason === undefined) open.push(finding);
    else apart.push({ finding, reason });
  }
  return { open, dismissed: apart };
}
