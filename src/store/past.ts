import type * as Y from "yjs";
import type { Change, Edit } from "#model/change.ts";
import { isSame } from "#model/equality.ts";
import type { About, ArgumentMap } from "#model/map.ts";
import { type RecordOn, SHELVES, type Shelf } from "#model/shelves.ts";
import { rootsOf } from "#store/document.ts";
import type { Steps } from "#model/steps.ts";
import type { State } from "#store/states.ts";
import { readAbout, readRecord } from "#store/records.ts";
import { sightOf } from "#store/sight.ts";
import { touchedBetween } from "#store/touched.ts";

/** How many records are read in one piece. */
const PIECE = 20;

/** Reads single records as they were in one state. */
interface Reader {
  about(): About;
  record<S extends Shelf>(shelf: S, id: string): RecordOn<S> | null;
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
    const all = SHELVES.reduce((sum, shelf) => sum + touched[shelf].size, 0);
    const step = { done: 0, all };
    const on = <S extends Shelf>(shelf: S) =>
      edits(step, touched[shelf], (id) => [from.record(shelf, id), to.record(shelf, id)]);
    return {
      about: isSame(before, after) ? null : { before, after },
      claims: yield* on("claims"),
      relations: yield* on("relations"),
      sources: yield* on("sources"),
      holders: yield* on("holders"),
      schools: yield* on("schools"),
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

function readerIn(map: ArgumentMap): Reader {
  return {
    about: () => map.about,
    record: <S extends Shelf>(shelf: S, id: string) => {
      const records: ReadonlyMap<string, unknown> = map[shelf];
      return (records.get(id) ?? null) as RecordOn<S> | null;
    },
  };
}

function readerOf(doc: Y.Doc, snapshot: Y.Snapshot): Reader {
  const roots = rootsOf(doc);
  const sight = sightOf(snapshot);
  return {
    about: () => readAbout(roots.about, sight),
    record: (shelf, id) => readRecord(shelf, id, sight.value(roots[shelf], id), sight),
  };
}
