import MiniSearch, { type SearchResult } from "minisearch";
import { changeBetween } from "#model/change.ts";
import { type Claim, sourcesCited } from "#model/claim.ts";
import { ancestors } from "#model/counts.ts";
import { type Forest, forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { atOnce, type Steps, within } from "#model/steps.ts";
import { type Entry, entryOf, type FoundIn } from "#search/entry.ts";
import { type Excerpt, excerptOf } from "#search/excerpt.ts";
import { termsOf } from "#search/terms.ts";

/** A claim that was found, and why. */
export interface Found {
  readonly claim: ClaimId;
  readonly field: FoundIn;
  readonly excerpt: Excerpt;
  /** From the thesis down to what the claim answers; empty for a thesis. */
  readonly path: readonly ClaimId[];
}

/** All that was found, of which `shown` are the first. */
export interface Findings {
  readonly count: number;
  readonly shown: readonly Found[];
}

/** How many claims are read in one step, some 10 ms of work where they cite much. */
export const READ_AT_ONCE = 100;

/** How many claims one index holds: to look through one for a letter is a step of some 10 ms. */
const CLAIMS_IN_INDEX = 1000;

/**
 * Finds claims of one map by their words, as it is now. A few claims are read at once; many wait for `reading`, and
 * until that is done only what is read by then is found.
 */
export interface Finder {
  /** Takes in what has changed since the last time. */
  update(map: ArgumentMap): void;
  /** How many claims are not read yet. */
  readonly left: number;
  /** Reads what is not read yet, and what comes meanwhile. */
  reading(): Steps<void>;
  /**
   * Claims that hold every word of the query, each as the beginning of a word; where there are none, claims with
   * words spelled much like them. Whole words come before beginnings, sentences before notes before sources and holders,
   * then the order of the map. `where`: in what is looked; in everything where it is left out.
   */
  find(query: string, limit: number, where?: readonly FoundIn[]): Findings;
  /** As `find`, a thousand claims a step. */
  finding(query: string, limit: number, where?: readonly FoundIn[]): Steps<Findings>;
}

const fields = ["text", "note", "source", "holder"] as const satisfies readonly FoundIn[];
const weights: Readonly<Record<FoundIn, number>> = { text: 4, note: 2, source: 1, holder: 1 };

export function createFinder(map: ArgumentMap): Finder {
  return new MapFinder(map);
}

/** Where each claim stands in the order of the map. */
interface Standing {
  readonly forest: Forest;
  readonly places: ReadonlyMap<ClaimId, number>;
}

function standingOf(forest: Forest): Standing {
  return { forest, places: new Map(forest.order.map((claim, place) => [claim, place])) };
}

/** What is looked for, and in what. */
interface Asked {
  readonly query: string;
  readonly where: readonly FoundIn[];
  /** How many are shown. */
  readonly limit: number;
}

class MapFinder implements Finder {
  #map: ArgumentMap;
  #standing: Standing | null = null;
  readonly #entries = new Map<ClaimId, Entry>();
  /** Claims whose words are not in the index as they are now. */
  readonly #unread: Set<ClaimId>;
  readonly #indexes: MiniSearch<Entry>[] = [];
  readonly #indexOf = new Map<ClaimId, MiniSearch<Entry>>();

  constructor(map: ArgumentMap) {
    this.#map = map;
    this.#unread = new Set(map.claims.keys());
    this.#readFew();
  }

  get left(): number {
    return this.#unread.size;
  }

  update(map: ArgumentMap): void {
    if (map === this.#map) return;
    const { claims, sources, holders } = changeBetween(this.#map, map);
    for (const { before, after } of claims) this.#unread.add((after ?? before)!.id);
    const changed = new Set<string>(
      [...sources, ...holders].map(({ before, after }) => (after ?? before)!.id),
    );
    for (const claim of changed.size === 0 ? [] : map.claims.values())
      if (namesOf(claim).some((id) => changed.has(id))) this.#unread.add(claim.id);
    this.#map = map;
    this.#standing = null;
    this.#readFew();
  }

  *reading(): Steps<void> {
    let read = 0;
    for (const claim of this.#unread) {
      this.#put(claim);
      if (++read % READ_AT_ONCE === 0) yield read / (read + this.#unread.size);
    }
  }

  #readFew(): void {
    if (this.#unread.size <= READ_AT_ONCE) for (const claim of this.#unread) this.#put(claim);
  }

  find(query: string, limit: number, where: readonly FoundIn[] = fields): Findings {
    return atOnce(this.finding(query, limit, where));
  }

  *finding(query: string, limit: number, where: readonly FoundIn[] = fields): Steps<Findings> {
    const typed = termsOf(query).map((term) => term.folded);
    if (typed.length === 0) return { count: 0, shown: [] };
    const asked = { query, where, limit };
    const near = yield* within(this.#ranking(asked, false), 0, 0.5);
    const { count, best } = near.count > 0 ? near : yield* within(this.#ranking(asked, true), 0.5, 1);
    return { count, shown: best.map(({ result }) => this.#found(result, typed)) };
  }

  /** How many there are, and the best of them, an index a step. */
  *#ranking(asked: Asked, fuzzy: boolean): Steps<Ranking> {
    const { places } = this.#stand();
    let ranking: Ranking = { count: 0, best: [] };
    for (const [at, index] of this.#indexes.entries()) {
      if (at > 0) yield at / this.#indexes.length;
      const ranked = this.#search(index, asked, fuzzy).map((result) => ({
        result,
        score: scoreOf(result),
        place: places.get(result.id as ClaimId) ?? 0,
      }));
      const all = [...ranking.best, ...ranked].toSorted((a, b) => b.score - a.score || a.place - b.place);
      ranking = { count: ranking.count + ranked.length, best: all.slice(0, asked.limit) };
    }
    return ranking;
  }

  #stand(): Standing {
    return (this.#standing ??= standingOf(forestOf(this.#map)));
  }

  #put(id: ClaimId): void {
    this.#unread.delete(id);
    const old = this.#entries.get(id);
    if (old !== undefined) this.#indexOf.get(id)?.remove(old);
    const claim = this.#map.claims.get(id);
    if (claim === undefined) {
      this.#entries.delete(id);
      this.#indexOf.delete(id);
      return;
    }
    const entry = entryOf(claim, this.#map);
    this.#entries.set(id, entry);
    const index = this.#indexOf.get(id) ?? this.#indexWithRoom();
    this.#indexOf.set(id, index);
    index.add(entry);
  }

  #indexWithRoom(): MiniSearch<Entry> {
    const last = this.#indexes.at(-1);
    if (last !== undefined && last.documentCount < CLAIMS_IN_INDEX) return last;
    const index = newIndex();
    this.#indexes.push(index);
    return index;
  }

  #search(index: MiniSearch<Entry>, { query, where }: Asked, fuzzy: boolean): SearchResult[] {
    return index.search(query, {
      fields: [...where],
      combineWith: "AND",
      prefix: true,
      fuzzy: fuzzy && ((term) => (term.length > 6 ? 2 : term.length > 3 ? 1 : false)),
      // A claim that is gone may be in the index still, where much has changed.
      filter: ({ id }) => this.#map.claims.has(id as ClaimId),
    });
  }

  #found(result: SearchResult, typed: readonly string[]): Found {
    const claim = result.id as ClaimId;
    const field =
      fields.find((each) => Object.values(result.match).some((at) => at.includes(each))) ?? "text";
    const lines = this.#entries.get(claim)?.lines[field] ?? [];
    return {
      claim,
      field,
      excerpt: excerptOf(lines, new Set(result.terms), typed),
      path: ancestors(this.#stand().forest, claim).toReversed(),
    };
  }
}

/** What answers a query, as far as it was looked for. */
interface Ranking {
  readonly count: number;
  readonly best: readonly { readonly result: SearchResult; readonly score: number; readonly place: number }[];
}

function newIndex(): MiniSearch<Entry> {
  return new MiniSearch<Entry>({
    fields: [...fields],
    extractField: (entry, field) => (field === "id" ? entry.id : entry.lines[field as FoundIn].join("\n")),
    tokenize: (text) => termsOf(text).map((term) => term.folded),
    processTerm: (term) => term,
    autoVacuum: false,
  });
}

/** The sources and the holders whose records a claim's entry tells from. */
function namesOf(claim: Claim): readonly string[] {
  return [...sourcesCited(claim), ...claim.attributions.map(({ holder }) => holder)];
}

/**
 * How well a claim answers a query. Whole numbers from the match alone, not MiniSearch's score: that one depends
 * on the order in which the index was built, and equal maps must give equal lists.
 */
function scoreOf({ match, queryTerms }: SearchResult): number {
  let score = 0;
  for (const query of queryTerms) {
    let best = 0;
    for (const [term, at] of Object.entries(match)) {
      const closeness = term === query ? 4 : term.startsWith(query) ? 3 : 1;
      for (const field of at) best = Math.max(best, closeness * weights[field as FoundIn]);
    }
    score += best;
  }
  return score;
}
