import type { AttributionRecord, ClaimRecord, MapRecord, RelationRecord } from "#interchange/native-file.ts";
import type { AttributionId, ClaimId, RelationId } from "#model/ids.ts";
import type { Relation } from "#model/relation.ts";

/*
 * A shipped map as the build writes it: the native file's records without what follows from the rest, for a new visitor's
 * first map comes over the network with the app. An id is left out where it is the usual one, the home of a claim
 * where it takes one step only.
 */

type UsualLeftOut<Record, Name extends keyof Record> = Omit<Record, Name> & Partial<Pick<Record, Name>>;
export type CompiledAttribution = UsualLeftOut<AttributionRecord, "id" | "stance">;
export type CompiledRelation = UsualLeftOut<RelationRecord, "id">;
export type CompiledClaim = Omit<ClaimRecord, "home" | "attributions" | "images"> & {
  readonly home?: RelationId | null;
  readonly attributions?: readonly CompiledAttribution[];
};

export interface CompiledMap extends Omit<MapRecord, "claims" | "relations"> {
  readonly claims: readonly CompiledClaim[];
  readonly relations: readonly CompiledRelation[];
}

export const usualStance = "asserts";

export function usualAttributionId({
  holder,
  stance = usualStance,
  when,
}: CompiledAttribution): AttributionId {
  return `${holder}-${stance}${when ? `-${when}` : ""}` as AttributionId;
}

/** As Argdown's reader names a step: `thaw+>reform`, `speech->(thaw+>reform)`. */
export function usualRelationId({ kind, premises, target }: CompiledRelation): RelationId {
  const end = "claim" in target ? target.claim : `(${target.relation})`;
  return `${premises.join("&")}${kind === "supports" ? "+>" : "->"}${end}` as RelationId;
}

/** The step of each claim that takes one; `null` for one that takes several. */
export function usualHomes(
  relations: Iterable<Pick<Relation, "id" | "premises">>,
): ReadonlyMap<ClaimId, RelationId | null> {
  const homes = new Map<ClaimId, RelationId | null>();
  for (const { id, premises } of relations)
    for (const premise of premises) homes.set(premise, homes.has(premise) ? null : id);
  return homes;
}
