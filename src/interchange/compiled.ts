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
import type { CitationRecord, HolderRecord } from "#interchange/native-file.ts";
import { type Claim, newClaim } from "#model/claim.ts";
import type { Dismissal } from "#model/dismissals.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { onClaim, onRelation, type Relation } from "#model/relation.ts";
import type { Attribution, Holder } from "#model/people.ts";
import { type Citation, newCitation } from "#model/source.ts";

/**
 * The map that the build compiled: no parser, no validation, since the same reader that people's files go
 * through has checked it when the app was built. What records leave out is filled in here, and not by `people.ts`, which
 * the first screen does without.
 */
export function fromCompiled(record: CompiledMap): ArgumentMap {
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
  const relations = record.relations.map(relationOf);
  const homes = usualHomes(relations);
  return {
    id,
    about: { title, question, language, leavesOut, dismissed: dismissalsOf(dismissed) },
    claims: new Map(record.claims.map((claim) => [claim.id, claimOf(claim, homes)])),
    relations: new Map(relations.map((relation) => [relation.id, relation])),
    sources: new Map(record.sources.map((source) => [source.id, source])),
    holders: new Map(holders.map((holder) => [holder.id, holderOf(holder)])),
    schools: new Map(schools.map((school) => [school.id, { when: "", note: "", ...school }])),
  };
}

/** They were put in order when they were compiled. */
function dismissalsOf(reasons: Readonly<Record<string, string>>): readonly Dismissal[] {
  return Object.entries(reasons).map(([key, reason]) => ({ key, reason }));
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
