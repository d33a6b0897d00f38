import { branchCounts, countingBranches, type Counts, noteCounts } from "#model/counts.ts";
import { firstFolding, shownClaims } from "#model/first-folding.ts";
import {
  type CrossLink,
  drawingForest,
  type Forest,
  type ForestNode,
  forestOf,
  noteForest,
} from "#model/forest.ts";
import { citedBy } from "#model/cited.ts";
import type { ClaimId, MapId } from "#model/ids.ts";
import type { About, ArgumentMap } from "#model/map.ts";
import { byShelf, type Identified, type RecordOn, type Shelf } from "#model/shelves.ts";
import type { Steps } from "#model/steps.ts";
import { OnDemand } from "#store/on-demand.ts";
import { SharedWork } from "#store/shared-work.ts";

/** What the first screen of a map asks for, out of the whole: its records, and how they hang. */
interface Glimpse {
  readonly about: About;
  readonly sizes: Readonly<Record<Shelf, number>>;
  readonly records: { readonly [S in Shelf]: readonly RecordOn<S>[] };
  readonly roots: readonly ClaimId[];
  readonly nodes: readonly ForestNode[];
  readonly counts: readonly (readonly [ClaimId, Counts])[];
  readonly crossLinks: readonly CrossLink[];
}

/** A map that was seen in a glimpse: it is read when more of it is asked for, or by `reading` before that. */
export interface Glimpsed {
  readonly map: ArgumentMap;
  reading(): Steps<unknown>;
}

/** What is on the first screen of a map, as a line of JSON. */
export function glimpseOf(map: ArgumentMap): string {
  const forest = forestOf(map);
  const { roots, crossLinks } = forest;
  const shown = shownClaims(forest, firstFolding(forest));
  const nodes = present(forest.nodes, shown);
  const drawn = new Set(shown);
  const linked = crossLinks.filter(({ premise }) => drawn.has(premise)).map(({ relation }) => relation);
  const relations = present(map.relations, [...nodes.flatMap(({ relation }) => relation ?? []), ...linked]);
  const claims = present(map.claims, shown);
  const beside = relations.flatMap(({ premises }) => premises).filter((claim) => !drawn.has(claim));
  const holders = present(
    map.holders,
    claims.flatMap(({ attributions }) => attributions.map(({ holder }) => holder)),
  );
  const schools = present(
    map.schools,
    holders.flatMap(({ memberships }) => memberships.map(({ school }) => school)),
  );
  const glimpse: Glimpse = {
    about: map.about,
    sizes: byShelf<Record<Shelf, number>>((shelf) => map[shelf].size),
    records: { claims, relations, sources: present(map.sources, citedBy(claims)), holders, schools },
    roots,
    nodes: [...nodes, ...present(forest.nodes, beside)],
    counts: shown.map((claim) => [claim, branchCounts(forest).get(claim)!]),
    crossLinks,
  };
  return JSON.stringify(glimpse);
}

/** The map that a glimpse was caught of: nothing but that is read yet of what `whole` gives. */
export function glimpsed(id: MapId, text: string, whole: () => Steps<ArgumentMap>): Glimpsed {
  const glimpse = JSON.parse(text) as Glimpse;
  const work = new SharedWork(bringing(glimpse, whole()));
  const { records, sizes } = glimpse;
  const onShelf = (shelf: Shelf) =>
    new OnDemand<string, Identified>(
      byId<string, Identified>(records[shelf]),
      sizes[shelf],
      () => work.result.map[shelf],
    );
  const map: ArgumentMap = { id, about: glimpse.about, ...byShelf<ArgumentMap>(onShelf) };
  const forest = forestIn(glimpse, () => work.result.forest);
  noteForest(map, forest);
  noteCounts(forest, new OnDemand(new Map(glimpse.counts), sizes.claims, () => work.result.counts));
  return { map, reading: () => work.steps() };
}

interface Whole {
  readonly map: ArgumentMap;
  readonly forest: Forest;
  readonly counts: ReadonlyMap<ClaimId, Counts>;
}

/** All of the map and what is drawn of it; what was in the glimpse stays the same objects. */
function* bringing(glimpse: Glimpse, reading: Steps<ArgumentMap>): Steps<Whole> {
  const read = yield* reading;
  const same = (shelf: Shelf) => withSame<string, Identified>(read[shelf], glimpse.records[shelf]);
  const map: ArgumentMap = { ...read, ...byShelf<ArgumentMap>(same) };
  const forest = yield* drawingForest(map);
  return { map, forest, counts: yield* countingBranches(forest) };
}

function forestIn({ roots, nodes, crossLinks, sizes }: Glimpse, whole: () => Forest): Forest {
  const here = new Map(nodes.map((node) => [node.claim, node]));
  return {
    roots,
    crossLinks,
    nodes: new OnDemand(here, sizes.claims, () => whole().nodes),
    get order() {
      return whole().order;
    },
  };
}

function present<Key, Value>(all: ReadonlyMap<Key, Value>, keys: Iterable<Key>): readonly Value[] {
  return [...new Set(keys)].flatMap((key) => all.get(key) ?? []);
}

function byId<Key, Value extends { readonly id: Key }>(records: readonly Value[]): ReadonlyMap<Key, Value> {
  return new Map(records.map((record): [Key, Value] => [record.id, record]));
}

function withSame<Key, Value extends { readonly id: Key }>(
  all: ReadonlyMap<Key, Value>,
  records: readonly Value[],
): ReadonlyMap<Key, Value> {
  const same = new Map(all);
  for (const record of records) same.set(record.id, record);
  return same;
}
