import { memberships, schoolsInOrder } from "#lenses/affiliation.ts";
import { argued, type Event } from "#lenses/argued.ts";
import { schoolKey, schoolName } from "#lenses/by-school.ts";
import type { DayNumber } from "#lenses/calendar.ts";
import { issuedWhen, type When } from "#lenses/when.ts";
import { type ClaimId, compareIds, type HolderId, type SchoolId, type SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Attribution, Stance } from "#model/people.ts";
import { lensWords as words } from "#words/lenses.ts";

/** Something with a date: that a holder took a stance on a claim, or that a source came out. */
export interface TimelineItem {
  /** Unique in its lane. */
  readonly key: string;
  readonly what: Argument | Work;
  /** The first and the last day that it is drawn at. Where an end is open, the nearest day that is known. */
  readonly first: DayNumber;
  readonly last: DayNumber;
  /** Whether it goes on beyond the day that it is drawn at, nobody knows how far. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

export interface Argument {
  readonly type: "argument";
  readonly claim: ClaimId;
  readonly attribution: Attribution["id"];
  readonly holder: HolderId;
  readonly stance: Stance;
}

export interface Work {
  readonly type: "work";
  readonly source: SourceId;
  /** The claims that cite it, by id, or to which a holder's stance does. */
  readonly claims: readonly ClaimId[];
}

/** What one school argued. The last lanes are of holders in no school, and of sources. */
export interface Lane {
  readonly key: string;
  readonly name: string;
  readonly school: SchoolId | null;
  /** By the day on which they begin. */
  readonly items: readonly TimelineItem[];
}

/** All of a map that has a date. */
export interface Timeline {
  /** Lanes without items are left out. */
  readonly lanes: readonly Lane[];
  /** The first and the last day of all items; `null` where there are none. */
  readonly span: { readonly first: DayNumber; readonly last: DayNumber } | null;
  /** What has no date that can be read, and so no place. */
  readonly undated: { readonly attributions: number; readonly sources: number };
}

const known = new WeakMap<ArgumentMap, Timeline>();

/**
 * The attributions and sources of a map in lanes. A holder who was in two schools at the time stands in both lanes.
 * Asked again for the same map, it is there.
 */
export function timelineOf(map: ArgumentMap): Timeline {
  const found = known.get(map) ?? lineUp(map);
  known.set(map, found);
  return found;
}

function lineUp(map: ArgumentMap): Timeline {
  const { events } = argued(map);
  const works = worksOf(map);
  const lanes = [
    ...lanesOf(map, events),
    { key: "sources", name: words.sources, school: null, items: works },
  ];
  const items = lanes.flatMap((lane) => lane.items);
  let attributions = -events.length;
  for (const claim of map.claims.values()) attributions += claim.attributions.length;
  return {
    lanes: lanes.filter((lane) => lane.items.length > 0),
    span: spanOf(items),
    undated: { attributions, sources: map.sources.size - works.length },
  };
}

function lanesOf(map: ArgumentMap, events: readonly Event[]): readonly Lane[] {
  const schoolsAt = memberships(map);
  const lanes = new Map<SchoolId, TimelineItem[]>(schoolsInOrder(map).map(({ id }) => [id, []]));
  const others: TimelineItem[] = [];
  for (const event of events) {
    const item = argumentAt(event);
    const schools = schoolsAt(event.attribution.holder, event.when);
    for (const school of schools) lanes.get(school)!.push(item);
    if (schools.length === 0) others.push(item);
  }
  const ofSchools = [...lanes].map(([school, items]) => ({
    key: schoolKey(school),
    name: schoolName(map.schools.get(school)!),
    school,
    items,
  }));
  return [...ofSchools, { key: "none", name: words.noSchool, school: null, items: others }];
}

function argumentAt({ claim, attribution: { id, holder, stance }, when }: Event): TimelineItem {
  const what: Argument = { type: "argument", claim, attribution: id, holder, stance };
  return { key: JSON.stringify([claim, id]), what, ...placeOf(when) };
}

function worksOf(map: ArgumentMap): readonly TimelineItem[] {
  const citing = new Map<SourceId, Set<ClaimId>>([...map.sources.keys()].map((id) => [id, new Set()]));
  for (const { id, citations, attributions } of map.claims.values()) {
    for (const { source } of citations) citing.get(source)?.add(id);
    for (const { citation } of attributions) if (citation !== null) citing.get(citation.source)?.add(id);
  }
  const items: TimelineItem[] = [];
  for (const source of map.sources.values()) {
    const when = issuedWhen(source);
    if (when === null) continue;
    const claims = [...citing.get(source.id)!].toSorted(compareIds);
    items.push({ key: source.id, what: { type: "work", source: source.id, claims }, ...placeOf(when) });
  }
  return items.toSorted((a, b) => a.first - b.first || compareIds(a.key, b.key));
}

function placeOf({ first, last, begunBy, approximate, uncertain }: When): Omit<TimelineItem, "key" | "what"> {
  return {
    first: first ?? begunBy,
    last: last ?? begunBy,
    openStart: first === null,
    openEnd: last === null,
    approximate,
    uncertain,
  };
}

function spanOf(items: readonly TimelineItem[]): Timeline["span"] {
  if (items.length === 0) return null;
  let [first, last] = [Infinity, -Infinity];
  for (const item of items) [first, last] = [Math.min(first, item.first), Math.max(last, item.last)];
  return { first, last };
}
