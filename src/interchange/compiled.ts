import {
  type AttributionRecord,
  type CitationRecord,
  type ClaimRecord,
  type HolderRecord,
  type MapRecord,
  mapRecord,
  type RelationRecord,
} from "#interchange/native-file.ts";
import { type Claim, newClaim } from "#model/claim.ts";
import type { AttributionId, ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { onClaim, onRelation, type Relation } from "#model/relation.ts";
import type { Attribution, Holder } from "#model/people.ts";
import { type Citation, newCitation } from "#model/source.ts";

/*
 * A shipped map as the build writes it: the native file's records without what follows from the rest, for a new visitor's
 * first map comes over the network with the app. An id is left out where it is the usual one, the home of a claim
 * where it takes one step only.
 */

type UsualLeftOut<Record, Name extends keyof Record> = Omit<Record, Name> & Partial<Pick<Record, Name>>;
type CompiledAttribution = UsualLeftOut<AttributionRecord, "id" | "stance">;
type CompiledRelation = UsualLeftOut<RelationRecord, "id">;
type CompiledClaim = Omit<ClaimRecord, "home" | "attributions"> & {
  readonly home?: RelationId | null;
  readonly attributions?: readonly CompiledAttribution[];
};

export interface CompiledMap extends Omit<MapRecord, "claims" | "relations"> {
  readonly claims: readonly CompiledClaim[];
  readonly relations: readonly CompiledRelation[];
}

/** What the build writes of a map. */
export function compiledMap(map: ArgumentMap): CompiledMap {
  const { claims, relations, ...others } = mapRecord(map);
  const homes = usualHomes(relations);
  return {
    ...others,
    claims: claims.map((claim) => compiledClaim(claim, homes)),
    relations: relations.map(compiledRelation),
  };
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

const usualStance = "asserts";

function usualAttributionId({ holder, stance = usualStance, when }: CompiledAttribution): AttributionId {
  return `${holder}-${stance}${when ? `-${when}` : ""}` as AttributionId;
}

/** As Argdown's reader names a step: `thaw+>reform`, `speech->(thaw+>reform)`. */
function usualRelationId({ kind, premises, target }: CompiledRelation): RelationId {
  const end = "claim" in target ? target.claim : `(${target.relation})`;
  return `${premises.join("&")}${kind === "supports" ? "+>" : "->"}${end}` as RelationId;
}

/** The step of each claim that takes one; `null` for one that takes several. */
function usualHomes(
  relations: Iterable<Pick<Relation, "id" | "premises">>,
): ReadonlyMap<ClaimId, RelationId | null> {
  const homes = new Map<ClaimId, RelationId | null>();
  for (const { id, premises } of relations)
    for (const premise of premises) homes.set(premise, homes.has(premise) ? null : id);
  return homes;
}

/**
 * The map that the build compiled: no parser, no validation, since the same reader that people's files go
 * through has checked it when the app was built. What records leave out is filled in here, and not by `people.ts`, which
 * the first screen does without.
 */
export function fromCompiled(record: CompiledMap): ArgumentMap {
  const { id, title, question, language, leavesOut = "", holders = [], schools = [] } = record;
  const relations = record.relations.map(relationOf);
  const homes = usualHomes(relations);
  return {
    id,
    about: { title, question, language, leavesOut },
    claims: new Map(record.claims.map((claim) => [claim.id, claimOf(claim, homes)])),
    relations: new Map(relations.map((relation) => [relation.id, relation])),
    sources: new Map(record.sources.map((source) => [source.id, source])),
    holders: new Map(holders.map((holder) => [holder.id, holderOf(holder)])),
    schools: new Map(schools.map((school) => [school.id, { when: "", note: "", ...school }])),
  };
}

function claimOf(
  { id, citations = [], attributions = [], ...fields }: CompiledClaim,
  homes: ReadonlyMap<ClaimId, RelationId | null>,
): Claim {
  return newClaim(id, {
    home: homes.get(id) ?? null,
    ...fields,
    citations: citations.map(citationOf),
    attributions: attributions.map(attributionOf),
  });
}

function citationOf({ source, ...place }: CitationRecord): Citation {
  return newCitation(source, place);
}

function attributionOf(attribution: CompiledAttribution): Attribution {
  const { citation, ...fields } = attribution;
  const usual = { id: usualAttributionId(attribution), stance: usualStance, when: "" } as const;
  return { ...usual, ...fields, citation: citation ? citationOf(citation) : null };
}

function holderOf({ memberships = [], ...fields }: HolderRecord): Holder {
  const joined = memberships.map(({ school, when = "" }) => ({ school, when }));
  return { lived: "", affiliation: "", note: "", ...fields, memberships: joined };
}

function relationOf(relation: CompiledRelation): Relation {
  const { target, ...fields } = relation;
  const onto = "claim" in target ? onClaim(target.claim) : onRelation(target.relation);
  return { mutual: null, id: usualRelationId(relation), ...fields, target: onto };
}
