import type { ClaimRecord, MapRecord, RelationRecord } from "#interchange/native-file.ts";
import { type Claim, newClaim } from "#model/claim.ts";
import type { ArgumentMap } from "#model/map.ts";
import { onClaim, onRelation, type Relation } from "#model/relation.ts";
import { newCitation } from "#model/source.ts";

/**
 * The map that the build compiled: no parser, no validation, since the same reader that people's files go
 * through has checked it when the app was built.
 */
export function fromCompiled(record: MapRecord): ArgumentMap {
  const { id, title, question, language } = record;
  return {
    id,
    about: { title, question, language, leavesOut: "" },
    claims: new Map(record.claims.map((claim) => [claim.id, claimOf(claim)])),
    relations: new Map(record.relations.map((relation) => [relation.id, relationOf(relation)])),
    sources: new Map(record.sources.map((source) => [source.id, source])),
    holders: new Map(),
    schools: new Map(),
  };
}

function claimOf({ id, citations = [], ...fields }: ClaimRecord): Claim {
  const cited = citations.map(({ source, ...place }) => newCitation(source, place));
  return newClaim(id, { ...fields, citations: cited });
}

function relationOf({ target, ...relation }: RelationRecord): Relation {
  const onto = "claim" in target ? onClaim(target.claim) : onRelation(target.relation);
  return { mutual: null, ...relation, target: onto };
}
