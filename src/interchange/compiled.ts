import type {
  AttributionRecord,
  CitationRecord,
  ClaimRecord,
  HolderRecord,
  MapRecord,
  RelationRecord,
} from "#interchange/native-file.ts";
import { type Claim, newClaim } from "#model/claim.ts";
import type { ArgumentMap } from "#model/map.ts";
import { onClaim, onRelation, type Relation } from "#model/relation.ts";
import type { Attribution, Holder } from "#model/people.ts";
import { type Citation, newCitation } from "#model/source.ts";

/**
 * The map that the build compiled: no parser, no validation, since the same reader that people's files go
 * through has checked it when the app was built. What records leave out is filled in here, and not by `people.ts`, which
 * the first screen does without.
 */
export function fromCompiled(record: MapRecord): ArgumentMap {
  const { id, title, question, language, leavesOut = "", holders = [], schools = [] } = record;
  return {
    id,
    about: { title, question, language, leavesOut },
    claims: new Map(record.claims.map((claim) => [claim.id, claimOf(claim)])),
    relations: new Map(record.relations.map((relation) => [relation.id, relationOf(relation)])),
    sources: new Map(record.sources.map((source) => [source.id, source])),
    holders: new Map(holders.map((holder) => [holder.id, holderOf(holder)])),
    schools: new Map(schools.map((school) => [school.id, { when: "", note: "", ...school }])),
  };
}

function claimOf({ id, citations = [], attributions = [], ...fields }: ClaimRecord): Claim {
  return newClaim(id, {
    ...fields,
    citations: citations.map(citationOf),
    attributions: attributions.map(attributionOf),
  });
}

function citationOf({ source, ...place }: CitationRecord): Citation {
  return newCitation(source, place);
}

function attributionOf({ citation, ...fields }: AttributionRecord): Attribution {
  return { when: "", ...fields, citation: citation ? citationOf(citation) : null };
}

function holderOf({ memberships = [], ...fields }: HolderRecord): Holder {
  const joined = memberships.map(({ school, when = "" }) => ({ school, when }));
  return { lived: "", affiliation: "", note: "", ...fields, memberships: joined };
}

function relationOf({ target, ...relation }: RelationRecord): Relation {
  const onto = "claim" in target ? onClaim(target.claim) : onRelation(target.relation);
  return { mutual: null, ...relation, target: onto };
}
