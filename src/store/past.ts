import type * as Y from "yjs";
import type { Change, Edit } from "#model/change.ts";
import type { Claim } from "#model/claim.ts";
import { isSame } from "#model/equality.ts";
import type { ClaimId, RelationId, SourceId } from "#model/ids.ts";
import type { About, ArgumentMap } from "#model/map.ts";
import type { Relation } from "#model/relation.ts";
import type { Source } from "#model/source.ts";
import { rootsOf } from "#store/document.ts";
import type { Steps } from "#model/steps.ts";
import type { State } from "#store/states.ts";
import { readAbout, readClaim, readRelation, readSource } from "#store/records.ts";
import { sightOf } from "#store/sight.ts";
import { touchedBetween } from "#store/touched.ts";

/** How many records are read in one piece. */
const PIECE = 20;

/** Reads single records as they were in one state. */
interface Reader {
  about(): About;
  claim(id: string): Claim | null;
  relation(id: string): Relation | null;
  source(id: string): Source | null;
}

/**
 * What a map said in one state of its document, whatever has been written since. No second document is made, and no
 * map: what leads from one state to another is read where it lies, and only in records in which the two may differ.
 */
export class Past implements State {
  readonly #doc: Y.Doc;
  readonly #made: { snapshot: Y.Snapshot | null; reader: Reader | null };
  readonly #makeSnapshot: () => Y.Snapshot;

  /** `map` is what it said, where that is at hand: then its records are not read again. */
  constructor(doc: Y.Doc, snapshot: () => Y.Snapshot, map: ArgumentMap | null = null) {
    this.#doc = doc;
    this.#makeSnapshot = snapshot;
    this.#made = { snapshot: null, reader: map && readerIn(map) };
  }

  get snapshot(): Y.Snapshot {
    return (this.#made.snapshot ??= this.#makeSnapshot());
  }

  *changeTo(other: State): Steps<Change> {
    if (!(other instanceof Past)) throw new TypeError("Only two states of one document can be compared.");
    const touched = touchedBetween(this.#doc, this.snapshot, other.snapshot);
    const [from, to] = [this.#reader(), other.#reader()];
    const [before, after] = touched.about ? [from.about(), to.about()] : [null, null];
    const all = touched.claims.size + touched.relations.size + touched.sources.size;
    const step = { done: 0, all };
    return {
      about: isSame(before, after) ? null : { before, after },
      claims: yield* edits(step, touched.claims, (id) => [from.claim(id), to.claim(id)]),
      relations: yield* edits(step, touched.relations, (id) => [from.relation(id), to.relation(id)]),
      sources: yield* edits(step, touched.sources, (id) => [from.source(id), to.source(id)]),
    };
  }

  #reader(): Reader {
    return (this.#made.reader ??= readerOf(this.#doc, this.snapshot));
  }
}

function* edits<Value>(
  step: { done: number; readonly all: number },
  ids: Iterable<string>,
  read: (id: string) => readonly [before: Value | null, after: Value | null],
): Steps<readonly Edit<Value>[]> {
  const found: Edit<Value>[] = [];
  for (const id of ids) {
    const [before, after] = read(id);
    if (!isSame(before, after)) found.push({ before, after });
    if (++step.done % PIECE === 0) yield step.done / step.all;
  }
  return found;
}

function readerIn({ about, claims, relations, sources }: ArgumentMap): Reader {
  return {
    about: () => about,
    claim: (id) => claims.get(id as ClaimId) ?? null,
    relation: (id) => relations.get(id as RelationId) ?? null,
    source: (id) => sources.get(id as SourceId) ?? null,
  };
}

function readerOf(doc: Y.Doc, snapshot: Y.Snapshot): Reader {
  const roots = rootsOf(doc);
  const sight = sightOf(snapshot);
  return {
    about: () => readAbout(roots.about, sight),
    claim: (id) => readClaim(id, sight.value(roots.claims, id), sight),
    relation: (id) => readRelation(id, sight.value(roots.relations, id), sight),
    source: (id) => readSource(id, sight.value(roots.sources, id), sight),
  };
}
