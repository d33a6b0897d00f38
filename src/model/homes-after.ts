import { anchorOf, type Anchoring } from "#model/anchors.ts";
import { isPlain } from "#model/forest-after.ts";
import { forestOf } from "#model/forest.ts";
import { type ClaimId, compareIds, type RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Relation } from "#model/relation.ts";

/** More claims than this find their places as quickly in a forest that is drawn from nothing. */
const mostFollowed = 50;

/** The map after a deletion, as far as it is looked at. */
interface Left extends Anchoring {
  readonly relations: { get(id: RelationId): Relation | undefined };
}

/**
 * Where claims are drawn that a deletion has left without a home, if all others stand where they stood: as in
 * `spanning.ts`, one after the other the claim whose step has the smallest id among those onto what is drawn by then.
 * `null` where that is no question of these claims alone: the map was not plain, a root takes steps, or one would
 * become a root.
 */
export function homesAfter(
  before: ArgumentMap,
  left: Left,
  homeless: ReadonlySet<ClaimId>,
): ReadonlyMap<ClaimId, RelationId> | null {
  if (homeless.size > mostFollowed || !isPlain(before)) return null;
  const { nodes, crossLinks } = forestOf(before);
  if (crossLinks.some(({ premise }) => nodes.get(premise)?.parent === null)) return null;
  const links = crossLinks.filter(({ premise }) => homeless.has(premise));
  const found = new Map<ClaimId, RelationId>();
  const waysOf = (claim: ClaimId) => {
    const linked = links.filter(({ premise }) => premise === claim).map(({ relation }) => relation);
    const drawn = nodes.get(claim)?.relation ?? null;
    const steps = drawn === null ? linked : [drawn, ...linked];
    return steps.filter((step) => left.relations.get(step)?.premises.includes(claim) === true);
  };
  const offers = [...homeless]
    .flatMap((claim) => waysOf(claim).map((step) => ({ claim, step, anchor: anchorOf(left, step) })))
    .toSorted((a, b) => compareIds(a.step, b.step) || compareIds(a.claim, b.claim));
  const isDrawn = (claim: ClaimId): boolean => {
    for (let at: ClaimId | null = claim; at !== null;) {
      const home = found.get(at);
      if (home === undefined && homeless.has(at)) return false;
      at = home === undefined ? (nodes.get(at)?.anchor ?? null) : anchorOf(left, home);
    }
    return true;
  };
  const canTake = ({ claim, anchor }: (typeof offers)[number]) =>
    !found.has(claim) && anchor !== null && anchor !== claim && isDrawn(anchor);
  for (let next = offers.find(canTake); next !== undefined; next = offers.find(canTake))
    found.set(next.claim, next.step);
  return found.size === homeless.size ? found : null;
}
