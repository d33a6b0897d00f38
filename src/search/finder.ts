import MiniSearch, { type SearchResult } from "minisearch";
import { changeBetween } from "#model/change.ts";
import { type Claim, sourcesCited } from "#model/claim.ts";
import { ancestors } from "#model/counts.ts";
import { type Forest, forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
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

/** Finds claims of one map by their words, as it is now. */
export interface Finder {
  /** Takes in what has changed since the last time. */
  update(map: ArgumentMap): void;
  /**
   * Claims that hold every word of the query, each as the beginning of a word; where there are none, claims with
   * words spelled much like them. Whole words come before beginnings, sentences before notes before sources and holders,
   * then the order of the map.
   */
  find(query: string, limit: number): Findings;
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

class MapFinder implements Finder {
  #map: ArgumentMap;
  #standing: Standing | null = null;
  readonly #entries = new Map<ClaimId, Entry>();
  readonly #index = new MiniSearch<Entry>({
    fields: [...fields],
    extractField: (entry, field) => (field === "id" ? entry.id : entry.lines[field as FoundIn].join("\n")),
    tokenize: (text) => termsOf(text).map((term) => term.folded),
    processTerm: (term) => term,
    autoVacuum: false,
  });

  constructor(map: ArgumentMap) {
    this.#map = map;
    for (const claim of map.claims.values()) this.#put(claim.id);
  }

  update(map: ArgumentMap): void {
    if (map === this.#map) return;
    const { claims, sources, holders } = changeBetween(this.#map, map);
    const touched = new Set(claims.map(({ before, after }) => (after ?? before)!.id));
    const changed = new Set<string>(
      [...sources, ...holders].map(({ before, after }) => (after ?? before)!.id),
    );
    for (const claim of changed.size === 0 ? [] : map.claims.values())
      if (namesOf(claim).some((id) => changed.has(id))) touched.add(claim.id);
    this.#map = map;
    this.#standing = null;
    for (const claim of touched) this.#put(claim);
  }

  find(query: string, limit: number): Findings {
    const typed = termsOf(query).map((term) => term.folded);
    if (typed.length === 0) return { count: 0, shown: [] };
    const near = this.#search(query, false);
    const results = near.length > 0 ? near : this.#search(query, true);
    const { places } = this.#stand();
    const ranked = results
      .map((result) => ({ result, score: scoreOf(result), place: places.get(result.id as ClaimId) ?? 0 }))
      .toSorted((a, b) => b.score - a.score || a.place - b.place);
    return {
      count: ranked.length,
      shown: ranked.slice(0, limit).map(({ result }) => this.#found(result, typed)),
    };
  }

  #stand(): Standing {
    return (this.#standing ??= standingOf(forestOf(this.#map)));
  }

  #put(id: ClaimId): void {
    const old = this.#entries.get(id);
    if (old !== undefined) this.#index.remove(old);
    const claim = this.#map.claims.get(id);
    if (claim === undefined) {
      this.#entries.delete(id);
      return;
    }
    const entry = entryOf(claim, this.#map);
    this.#entries.set(id, entry);
    this.#index.add(entry);
  }

  #search(query: string, fuzzy: boolean): SearchResult[] {
    return this.#index.search(query, {
      combineWith: "AND",
      prefix: true,
      fuzzy: fuzzy && ((term) => (term.length > 6 ? 2 : term.length > 3 ? 1 : false)),
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
