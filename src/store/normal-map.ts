import type { Claim } from "#model/claim.ts";
import { asDismissals } from "#model/dismissals.ts";
import type { RelationId } from "#model/ids.ts";
import { compareIds } from "#model/ids.ts";
import { asImages } from "#model/image.ts";
import type { ArgumentMap } from "#model/map.ts";
import { asAttributions, asMemberships } from "#model/people.ts";
import type { Relation } from "#model/relation.ts";

/** The map as a document would give it back: what is a set (premises, memberships, attributions, images, dismissals) once and in order. */
export function normalMap(map: ArgumentMap): ArgumentMap {
  const relations = new Map<RelationId, Relation>();
  for (const [id, relation] of map.relations)
    relations.set(id, { ...relation, premises: [...new Set(relation.premises)].toSorted(compareIds) });
  const claims = new Map([...map.claims].map(([id, claim]) => [id, normalClaim(claim)]));
  const holders = new Map(
    [...map.holders].map(([id, holder]) => [
      id,
      { ...holder, memberships: asMemberships(holder.memberships) },
    ]),
  );
  const about = { ...map.about, dismissed: asDismissals(map.about.dismissed) };
  return { ...map, about, claims, relations, holders };
}

function normalClaim(claim: Claim): Claim {
  const { attributions, images } = claim;
  if (attributions.length < 2 && images.length < 2) return claim;
  return { ...claim, attributions: asAttributions(attributions), images: asImages(images) };
}
