import { type Dismissal, asDismissals } from "#model/dismissals.ts";

/** Dismissals as files have them: reasons by the keys of what they dismiss. */
export function dismissalsIn(reasons: Readonly<Record<string, string>>): readonly Dismissal[] {
  return asDismissals(Object.entries(reasons).map(([key, reason]) => ({ key, reason })));
}

export function dismissalsAsData(dismissed: readonly Dismissal[]): Record<string, string> {
  return Object.fromEntries(dismissed.map(({ key, reason }) => [key, reason]));
}
