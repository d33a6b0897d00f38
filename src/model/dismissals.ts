import { compareIds } from "#model/ids.ts";

/** That something which is missing was looked at and set aside, and why. */
export interface Dismissal {
  /** What it is about: the key of a finding. It may be of one that is no longer found. */
  readonly key: string;
  readonly reason: string;
}

/** Dismissals as a map keeps them: in the order of their keys, no key twice; of two the later stands. */
export function asDismissals(dismissals: Iterable<Dismissal>): readonly Dismissal[] {
  const byKey = new Map([...dismissals].map((each) => [each.key, each]));
  return [...byKey.values()].toSorted((a, b) => compareIds(a.key, b.key));
}
