import { hasSource } from "#lenses/evidence.ts";
import { objectionsIn } from "#lenses/objections.ts";
import { type Legend, restOf, sorted, type View } from "#lenses/view.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { lensWords as words } from "#words/lenses.ts";

const legend: Legend = [
  {
    key: "contested",
    name: words.statuses.contested,
    look: { colour: "rose", pattern: "waves", icon: null },
  },
  {
    key: "unanswered",
    name: words.statuses.unanswered,
    look: { colour: "gold", pattern: "stripes", icon: null },
  },
  {
    key: "unsourced",
    name: words.statuses.unsourced,
    look: { colour: "violet", pattern: "dots", icon: null },
  },
  restOf(words.statuses.none),
];

/** By what is open about each claim: an objection to it, an objection that it makes and nobody replies to, no source. */
export function viewByStatus(map: ArgumentMap): View {
  const objections = objectionsIn(map);
  const unanswered = new Set<ClaimId>();
  for (const { hasReply, premises } of objections.all)
    if (!hasReply) for (const premise of premises) unanswered.add(premise);
  return sorted("status", map, legend, (claim) => {
    const keys: string[] = [];
    if (objections.claims.has(claim.id)) keys.push("contested");
    if (unanswered.has(claim.id)) keys.push("unanswered");
    if (!hasSource(map, claim)) keys.push("unsourced");
    return keys;
  });
}
