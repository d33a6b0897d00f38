import type {
  AttributionRecord,
  CitationRecord,
  ClaimRecord,
  HolderRecord,
  MapRecord,
  RelationRecord,
} from "#interchange/native-file.ts";
import { type Claim, newClaim } from "#model/claim.ts";
import type { Dismissal } from "#model/dismissals.ts";
import type { ArgumentMap } from "#model/map.ts";
import { onClaim, onRelation, type Relation } from "#model/relation.ts";
import { type Attribution, type Holder, newAttribution, newHolder, newSchool } from "#model/people.ts";
import { type Citation, newCitation } from "#model/source.ts";

/**
 * The map that the build compiled: no parser, no validation, since the same reader that people's files go
 * through has checked it when the app was built.
 */
export function fromCompiled(record: MapRecord): ArgumentMap {
  const {
    id,
    title,
    question,
    language,
    leavesOut = "",
    dismissed = {},
    holders = [],
    schools = [],
  } = record;
  return {
    id,
    about: { title, question, language, leavesOut, dismissed: dismissalsOf(dismissed) },
    claims: new Map(record.claims.map((claim) => [claim.id, claimOf(claim)])),
    relations: new Map(record.relations.map((relation) => [relation.id, relationOf(relation)])),
    sources: new Map(record.sources.map((source) => [source.id, source])),
    holders: new Map(holders.map((holder) => [holder.id, holderOf(holder)])),
    schools: new Map(schools.map(({ id, ...school }) => [id, newSchool(id, school)])),
  };
}

/** They were put in order when they were compiled. */
function dismissalsOf(reasons: Readonly<Record<string, string>>): readonly Dismissal[] {
  return Object.entries(reasons).map(([key, reason]) => ({ key, reason }));
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

function attributionOf({ id, holder, citation, ...fields }: AttributionRecord): Attribution {
  return newAttribution(id, holder, { ...fields, ...(citation && { citation: citationOf(citation) }) });
}

function holderOf({ id, memberships = [], ...fields }: HolderRecord): Holder {
  const joined = memberships.map(({ school, when = "" }) => ({ school, when }));
  return newHolder(id, { ...fields, memberships: joined });
}

function relationOf({ target, ...relation }: RelationRecord): Relation {
  const onto = "claim" in target ? onClaim(target.claim) : onRelation(target.relation);
  return { mutual: null, ...relation, target: onto };
}
