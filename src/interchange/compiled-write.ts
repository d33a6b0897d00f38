import {
  type CompiledAttribution,
  type CompiledClaim,
  type CompiledMap,
  type CompiledRelation,
  usualAttributionId,
  usualHomes,
  usualRelationId,
  usualStance,
} from "#interchange/compiled-form.ts";
import {
  type AttributionRecord,
  type ClaimRecord,
  mapRecord,
  type RelationRecord,
} from "#interchange/native-file.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/** What the build writes of a map. Shipped maps have no images, whose bytes nothing would carry. */
export function compiledMap(map: ArgumentMap): CompiledMap {
  const { claims, relations, ...others } = mapRecord({ ...map, claims: withoutImages(map) });
  const homes = usualHomes(relations);
  return {
    ...others,
    claims: claims.map((claim) => compiledClaim(claim, homes)),
    relations: relations.map(compiledRelation),
  };
}

function withoutImages({ claims }: ArgumentMap): ArgumentMap["claims"] {
  return new Map([...claims].map(([id, claim]) => [id, Object.assign({}, claim, { images: [] })]));
}

function compiledClaim(
  { home, attributions, ...claim }: ClaimRecord,
  homes: ReadonlyMap<ClaimId, RelationId | null>,
): CompiledClaim {
  return {
    ...claim,
    ...((home ?? null) !== (homes.get(claim.id) ?? null) && { home: home ?? null }),
    ...(attributions && { attributions: attributions.map(compiledAttribution) }),
  };
}

function compiledAttribution({ id, stance, ...others }: AttributionRecord): CompiledAttribution {
  const attribution = { ...others, ...(stance !== usualStance && { stance }) };
  return id === usualAttributionId(attribution) ? attribution : { id, ...attribution };
}

function compiledRelation({ id, ...relation }: RelationRecord): CompiledRelation {
  return id === usualRelationId(relation) ? relation : { id, ...relation };
}
