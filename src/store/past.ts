import type * as Y from "yjs";
import { type Change, changeBetween, isEmptyChange, noChange } from "#model/change.ts";
import { isSame } from "#model/equality.ts";
import { compareIds } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Dated } from "#store/chronicle.ts";
import { rootsOf } from "#store/document.ts";
import type { Moment } from "#store/ports.ts";
import { readAbout, readClaim, readRelation, readSource } from "#store/records.ts";
import { sightOf } from "#store/sight.ts";
import { beyond, holdsState, stateOf, unionOf } from "#store/snapshots.ts";
import { touchedBetween } from "#store/touched.ts";

/** A map with the state of the document in which it says so. */
interface At {
  readonly map: ArgumentMap;
  readonly state: Y.Snapshot;
}

/** A place in the list, with what led there from the place before. */
interface Place {
  readonly state: Y.Snapshot;
  readonly version: Dated | null;
  readonly from: Dated | null;
  readonly change: Change;
  readonly people: readonly string[];
}

/** A map's history up to now, latest first: the present, each version that something led to, and the beginning. */
export function momentsOf(doc: Y.Doc, map: ArgumentMap, versions: readonly Dated[]): readonly Moment[] {
  const now: At = { map, state: stateOf(doc) };
  const places = placesOf(doc, now, versions);
  return places
    .filter(({ version, from, change }) => isShown(version, from, change))
    .map((place) => momentOf(place, (state) => mapThen(doc, now, state)));
}

function isShown(version: Dated | null, from: Dated | null, change: Change): boolean {
  return version === null || from === null || version.name !== "" || !isEmptyChange(change);
}

/**
 * Walks back from the present. Versions of two people who wrote apart stand side by side in the list, so that a place
 * has all that the versions before it had: what led from one place to the next is then only ever added.
 */
function placesOf(doc: Y.Doc, now: At, versions: readonly Dated[]): readonly Place[] {
  const states = cumulative(versions);
  const people = new Map(versions.map(({ client, person }) => [client, person]));
  const places: Place[] = [];
  let later = now;
  for (let at = versions.length; at >= 0; at--) {
    const version = versions[at] ?? null;
    const from = versions[at - 1] ?? null;
    const state = states[at - 1];
    const earlier = state === undefined ? null : { map: mapThen(doc, later, state), state };
    const change = earlier === null ? noChange : changeBetween(earlier.map, later.map);
    places.push({
      state: later.state,
      version,
      from,
      change,
      people: writersOf(later, earlier, people, from),
    });
    if (earlier !== null) later = earlier;
  }
  return places;
}

function cumulative(versions: readonly Dated[]): readonly Y.Snapshot[] {
  const states: Y.Snapshot[] = [];
  for (const { state } of versions) {
    const before = states.at(-1);
    states.push(before === undefined || holdsState(state, before) ? state : unionOf(before, state));
  }
  return states;
}

/** The names of those who wrote between two places. Who only deleted wrote nothing: then it is whoever began. */
function writersOf(
  later: At,
  earlier: At | null,
  people: ReadonlyMap<number, string>,
  from: Dated | null,
): readonly string[] {
  if (earlier === null || from === null) return [];
  const clients = [...beyond(later.state, earlier.state).sv.keys()].filter((client) => people.has(client));
  const names = clients.map((client) => people.get(client) ?? "");
  return [...new Set(names.length > 0 ? names : [from.person])].toSorted(compareIds);
}

/** A named version is exactly what was named; a place without a name is where its part of the list ends. */
function momentOf(
  { version, from, change, people, state }: Place,
  mapAt: (state: Y.Snapshot) => ArgumentMap,
): Moment {
  const isNamed = version !== null && version.name !== "";
  return {
    id: version?.id ?? null,
    name: version?.name ?? "",
    isFirst: from === null,
    time: isNamed ? version.time : (from?.time ?? version?.time ?? 0),
    people: isNamed && people.length === 0 ? [version.person] : people,
    change,
    readMap: () => mapAt(isNamed ? version.state : state),
  };
}

/** The map in another state, from the map in one: only records in which they may differ are read, all others stay the same objects. */
function mapThen(doc: Y.Doc, { map, state }: At, other: Y.Snapshot): ArgumentMap {
  const touched = touchedBetween(doc, state, other);
  const roots = rootsOf(doc);
  const sight = sightOf(other);
  const read = <Id extends string, Value>(
    shelf: "claims" | "relations" | "sources",
    records: ReadonlyMap<Id, Value>,
    reader: (id: string, record: unknown, sight: ReturnType<typeof sightOf>) => Value | null,
  ): ReadonlyMap<Id, Value> => {
    if (touched[shelf].size === 0) return records;
    const then = new Map(records);
    for (const id of touched[shelf] as Set<Id>) {
      const value = reader(id, sight.value(roots[shelf], id), sight);
      if (value === null) then.delete(id);
      else if (!isSame(value, then.get(id))) then.set(id, value);
    }
    return then;
  };
  return {
    id: map.id,
    about: touched.about ? readAbout(roots.about, sight) : map.about,
    claims: read("claims", map.claims, readClaim),
    relations: read("relations", map.relations, readRelation),
    sources: read("sources", map.sources, readSource),
  };
}
