import { apart } from "#lenses/missing/apart.ts";
import type { Finding, FindingKind } from "#lenses/missing/finding.ts";
import { impossibleDates } from "#lenses/missing/impossible-dates.ts";
import { noPage } from "#lenses/missing/no-page.ts";
import { noPrimary } from "#lenses/missing/no-primary.ts";
import { oneSchool } from "#lenses/missing/one-school.ts";
import { oneSided } from "#lenses/missing/one-sided.ts";
import { unanswered } from "#lenses/missing/unanswered.ts";
import { undated } from "#lenses/missing/undated.ts";
import { unsourced } from "#lenses/missing/unsourced.ts";
import type { ArgumentMap } from "#model/map.ts";

const checks: Readonly<Record<FindingKind, (map: ArgumentMap) => readonly Finding[]>> = {
  unsourced,
  unanswered,
  oneSided,
  oneSchool,
  apart,
  noPrimary,
  noPage,
  undated,
  impossible: impossibleDates,
};

const known = new WeakMap<ArgumentMap, readonly Finding[]>();

/**
 * What is missing in a map, as an examiner would read it: kind by kind, claims in the order in which they are drawn.
 * The same on every replica; asked again for the same map, it is there.
 */
export function missingIn(map: ArgumentMap): readonly Finding[] {
  const found = known.get(map) ?? Object.values(checks).flatMap((check) => check(map));
  known.set(map, found);
  return found;
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
