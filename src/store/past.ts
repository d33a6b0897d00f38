import type * as Y from "yjs";
import { applyChange, type Change, type Edit, invertChange, isEmptyChange, noChange } from "#model/change.ts";
import { isSame } from "#model/equality.ts";
import { compareIds } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Dated } from "#store/chronicle.ts";
import { rootsOf } from "#store/document.ts";
import type { Moment } from "#store/ports.ts";
import { readAbout, readClaim, readRelation, readSource } from "#store/records.ts";
import { type Sight, sightOf } from "#store/sight.ts";
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

/**
 * A map's history up to now, latest first: the present, each version that something led to, and the beginning; at most
 * so many. What it costs is what lies between the lines, not what the map holds.
 */
export function momentsOf(
  doc: Y.Doc,
  map: ArgumentMap,
  versions: readonly Dated[],
  most: number,
): readonly Moment[] {
  const now: At = { map, state: stateOf(doc) };
  const moments: Moment[] = [];
  for (const place of placesOf(doc, now, versions)) {
    if (moments.length === most) break;
    if (isShown(place)) moments.push(momentOf(place, (state) => stepTo(doc, now, state).map));
  }
  return moments;
}

function isShown({ version, from, change }: Place): boolean {
  return version === null || from === null || version.name !== "" || !isEmptyChange(change);
}

/**
 * Walks back from the present. Versions of two people who wrote apart stand side by side in the list, so that a place
 * has all that the versions before it had: what led from one place to the next is then only ever added.
 */
function* placesOf(doc: Y.Doc, now: At, versions: readonly Dated[]): Generator<Place> {
  const states = cumulative(versions);
  const people = new Map(versions.map(({ client, person }) => [client, person]));
  let later = now;
  for (let at = versions.length; at >= 0; at--) {
    const [version = null, from = null] = [versions[at], versions[at - 1]];
    const state = states[at - 1];
    const step = state === undefined ? null : stepTo(doc, later, state);
    const writers = step === null || from === null ? [] : writersOf(later, step, people, from);
    const change = step === null ? noChange : invertChange(step.change);
    yield { state: later.state, version, from, change, people: writers };
    if (step !== null) later = step;
  }
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
  earlier: At,
  people: ReadonlyMap<number, string>,
  from: Dated,
): readonly string[] {
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

/**
 * The map in another state, and what leads there from the map in one. Only records in which the two may differ are
 * read; all others stay the same objects.
 */
function stepTo(doc: Y.Doc, { map, state }: At, other: Y.Snapshot): At & { readonly change: Change } {
  const touched = touchedBetween(doc, state, other);
  const roots = rootsOf(doc);
  const sight = sightOf(other);
  const edits = <Id extends string, Value>(
    shelf: "claims" | "relations" | "sources",
    records: ReadonlyMap<Id, Value>,
    read: (id: string, record: unknown, sight: Sight) => Value | null,
  ): readonly Edit<Value>[] =>
    [...(touched[shelf] as Set<Id>)]
      .map((id) => ({
        before: records.get(id) ?? null,
        after: read(id, sight.value(roots[shelf], id), sight),
      }))
      .filter(({ before, after }) => !isSame(before, after));
  const about = touched.about ? readAbout(roots.about, sight) : map.about;
  const change: Change = {
    about: isSame(about, map.about) ? null : { before: map.about, after: about },
    claims: edits("claims", map.claims, readClaim),
    relations: edits("relations", map.relations, readRelation),
    sources: edits("sources", map.sources, readSource),
  };
  return { map: applyChange(map, change), state: other, change };
}
