import { type Claim, sourcesCited } from "#model/claim.ts";
import type { AttributionId, HolderId, MapId, SchoolId, SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { asAttributions, asMemberships, type Attribution, type Holder, type School } from "#model/people.ts";
import type { Citation, Source } from "#model/source.ts";
import type { Masks } from "#session/masks.ts";
import { lookingWords as words } from "#words/looking.ts";

/** What stands for the ids that would tell a name. */
interface Ids {
  readonly holders: ReadonlyMap<HolderId, HolderId>;
  readonly schools: ReadonlyMap<SchoolId, SchoolId>;
  readonly sources: ReadonlyMap<SourceId, SourceId>;
}

/**
 * A map as it can be handed out while names are hidden: letters for holders and schools, numbers for their sources, in
 * the ids as well, and nothing else that is said of them but their stances and dates, nor what the map says that it leaves out. What
 * claims, notes and quotations say stays. Another map than the one that it is made from: it is for reading, not for merging.
 */
export function blindMap(map: ArgumentMap, masks: Masks): ArgumentMap {
  const ids = idsFor(map, masks);
  return {
    ...map,
    id: `${map.id}-blind` as MapId,
    about: { ...map.about, leavesOut: "", dismissed: [] },
    claims: new Map([...map.claims].map(([id, claim]) => [id, blindClaim(claim, ids)])),
    sources: byId([...map.sources.values()].map((source) => blindSource(source, ids))),
    holders: byId([...map.holders.values()].map((holder) => blindHolder(holder, masks, ids))),
    schools: byId([...map.schools.values()].map((school) => blindSchool(school, masks, ids))),
  };
}

/** The sources that would tell who is meant: those that are not cited on claims alone whose names are all shown. */
export function hiddenSources({ claims, sources }: ArgumentMap, masks: Masks): ReadonlySet<SourceId> {
  const shown = new Set<SourceId>();
  const hidden = new Set<SourceId>();
  for (const claim of claims.values()) {
    const isOpen = claim.attributions.length > 0 && masks.hiddenOn(claim.id).length === 0;
    for (const source of sourcesCited(claim)) (isOpen ? shown : hidden).add(source);
  }
  return new Set([...sources.keys()].filter((id) => hidden.has(id) || !shown.has(id)));
}

function idsFor(map: ArgumentMap, masks: Masks): Ids {
  const holders = [...map.holders.keys()].flatMap((id) => masked(id, masks.holder(id)));
  const schools = [...map.schools.keys()].flatMap((id) => masked(id, masks.school(id)));
  const sources = [...hiddenSources(map, masks)].map((id, at) => [id, `source-${at + 1}`] as const);
  return {
    holders: renamed(
      map.holders,
      holders.map(([id, letter]) => [id, `holder-${letter}`]),
    ),
    schools: renamed(
      map.schools,
      schools.map(([id, name]) => [id, name]),
    ),
    sources: renamed(map.sources, sources),
  };
}

function masked<Id>(id: Id, mask: string | null): readonly (readonly [Id, string])[] {
  return mask === null ? [] : [[id, mask]];
}

/** No new id is one that the shelf has. */
function renamed<Id extends string>(
  taken: ReadonlyMap<Id, unknown>,
  names: readonly (readonly [Id, string])[],
): ReadonlyMap<Id, Id> {
  return new Map(
    names.map(([id, name]) => {
      let own = name.toLowerCase().replaceAll(/\s+/gu, "-");
      while (taken.has(own as Id)) own += "-";
      return [id, own as Id];
    }),
  );
}

function byId<Id extends string, Item extends { readonly id: Id }>(
  items: readonly Item[],
): ReadonlyMap<Id, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

function blindClaim(claim: Claim, ids: Ids): Claim {
  const attributions = claim.attributions.map((each, at) => blindAttribution(each, at, ids));
  return {
    ...claim,
    citations: claim.citations.map((each) => blindCitation(each, ids)),
    attributions: asAttributions(attributions),
  };
}

/** What a person writes before and after a note often names others. */
function blindCitation(citation: Citation, { sources }: Ids): Citation {
  const source = sources.get(citation.source);
  return source === undefined ? citation : { ...citation, source, prefix: "", suffix: "" };
}

/** An attribution's id may hold its holder's. */
function blindAttribution(attribution: Attribution, at: number, ids: Ids): Attribution {
  const { holder, citation } = attribution;
  return {
    ...attribution,
    id: `stance-${at + 1}` as AttributionId,
    holder: ids.holders.get(holder) ?? holder,
    citation: citation && blindCitation(citation, ids),
  };
}

function blindSource(source: Source, { sources }: Ids): Source {
  const id = sources.get(source.id);
  if (id === undefined) return source;
  const title = words.maskedSource(id.replace(/\D+/gu, ""));
  return { ...source, id, item: { type: "document", title } };
}

function blindHolder(holder: Holder, masks: Masks, ids: Ids): Holder {
  const memberships = asMemberships(
    holder.memberships.map((each) => ({ ...each, school: ids.schools.get(each.school) ?? each.school })),
  );
  const letter = masks.holder(holder.id);
  if (letter === null) return { ...holder, memberships };
  const id = ids.holders.get(holder.id) ?? holder.id;
  return { id, name: words.maskedHolder(letter), lived: "", affiliation: "", note: "", memberships };
}

function blindSchool(school: School, masks: Masks, ids: Ids): School {
  const name = masks.school(school.id);
  if (name === null) return school;
  return { ...school, id: ids.schools.get(school.id) ?? school.id, name, when: "", note: "" };
}
