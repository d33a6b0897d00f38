import { asDismissals, type Dismissal } from "#model/dismissals.ts";
import type { ArgumentMap } from "#model/map.ts";

/** Some of what may be missing in a map, dismissed; of what is not there any more, and of what no version knows. Mostly nothing. */
export function randomDismissals(
  random: () => number,
  { claims, relations }: ArgumentMap,
  reason: (random: () => number) => string,
): readonly Dismissal[] {
  const keys = [
    ...[...claims.keys()].map((id) => JSON.stringify(["unsourced", id])),
    ...[...relations.keys()].map((id) => JSON.stringify(["unanswered", id])),
    "a key: of no kind # at all",
    "",
  ];
  const count = random() < 0.3 ? Math.ceil(random() * 3) : 0;
  const one = () => ({ key: keys[Math.floor(random() * keys.length)] ?? "", reason: reason(random) });
  return asDismissals(Array.from({ length: count }, one));
}
