import { descended } from "#model/descent.ts";
import { isSame } from "#model/equality.ts";
import type * as Y from "yjs";
import { type Change, type Edit, isEmptyChange } from "#model/change.ts";
import { type ArgumentMap, emptyMap } from "#model/map.ts";
import type { MapId } from "#model/ids.ts";
import { byShelf, type Identified, SHELVES, type Shelf } from "#model/shelves.ts";
import { atOnce, type Steps, within } from "#model/steps.ts";
import { type Roots, rootsOf } from "#store/document.ts";
import { readAbout, readRecord } from "#store/records.ts";

/** How many records are read in a step, some 10 ms of work. */
export const STEP_RECORDS = 2000;

/** How much of reading a map is done with each of its shelves. */
const doneWith: Readonly<Record<Shelf, number>> = {
  claims: 0.5,
  relations: 0.9,
  sources: 0.96,
  holders: 0.98,
  schools: 1,
};

/** What came of reading what was touched on a shelf. */
interface Taken {
  readonly records: ReadonlyMap<string, Identified>;
  readonly edits: readonly Edit<Identified>[];
}

/**
 * The document as an immutable map, kept up with it. The document's events say which records were touched;
 * `take` reads those, and only those, again. Records that say what they said before stay the same objects.
 */
export class Projection {
  readonly #roots: Roots;
  readonly #touched = byShelf<Readonly<Record<Shelf, Set<string>>>>(() => new Set<string>());
  #aboutTouched = true;
  #inStep = 0;
  #map: ArgumentMap;

  private constructor(doc: Y.Doc, like: ArgumentMap) {
    this.#roots = rootsOf(doc);
    this.#map = like;
  }

  /** `like` is a map that the document is expected to hold: its records are kept where they are equal. */
  static of(doc: Y.Doc, id: MapId, like?: ArgumentMap): Projection {
    return atOnce(Projection.making(doc, id, like));
  }

  /** As `of`, so many records a step. The document must not change before the last one. */
  static *making(doc: Y.Doc, id: MapId, like: ArgumentMap = emptyMap(id)): Steps<Projection> {
    const projection = new Projection(doc, like);
    yield* within(projection.#follow(), 0, 0.1);
    yield* within(projection.#taking(), 0.1, 1);
    return projection;
  }

  get map(): ArgumentMap {
    return this.#map;
  }

  /** Brings the map up to date and returns the difference; `null` when there is none. */
  take(): Change | null {
    return atOnce(this.#taking());
  }

  *#taking(): Steps<Change | null> {
    const before = this.#map;
    const about = this.#takeAbout();
    const taken: { [S in Shelf]?: Taken } = {};
    let from = 0;
    for (const shelf of SHELVES) {
      taken[shelf] = yield* within(this.#takeShelf(shelf, before[shelf]), from, doneWith[shelf]);
      from = doneWith[shelf];
    }
    const change = { about, ...byShelf<Change>((shelf) => taken[shelf]?.edits) };
    if (isEmptyChange(change)) return null;
    this.#map = {
      id: before.id,
      about: about?.after ?? before.about,
      ...byShelf<ArgumentMap>((shelf) => taken[shelf]?.records),
    };
    return change;
  }

  *#follow(): Steps<void> {
    for (const shelf of SHELVES) {
      const touched = this.#touched[shelf];
      for (const keys of [this.#map[shelf].keys(), this.#roots[shelf].keys()])
        for (const id of keys) {
          if (this.#isStepFull()) yield 0;
          touched.add(id);
        }
      this.#listen(shelf);
    }
    this.#roots.about.observeDeep(() => (this.#aboutTouched = true));
  }

  #listen(shelf: Shelf): void {
    const touched = this.#touched[shelf];
    this.#roots[shelf].observeDeep((events) => {
      for (const event of events) {
        const [id] = event.path;
        if (id !== undefined) touched.add(String(id));
        else for (const key of event.keys.keys()) touched.add(key);
      }
    });
  }

  /** Whether a step has gone through as many records as it may; one more is about to be. */
  #isStepFull(): boolean {
    const isFull = this.#inStep === STEP_RECORDS;
    this.#inStep = isFull ? 1 : this.#inStep + 1;
    return isFull;
  }

  #takeAbout(): Edit<ArgumentMap["about"]> | null {
    if (!this.#aboutTouched) return null;
    this.#aboutTouched = false;
    const before = this.#map.about;
    const after = readAbout(this.#roots.about);
    return isSame(before, after) ? null : { before, after };
  }

  *#takeShelf(shelf: Shelf, before: ReadonlyMap<string, Identified>): Steps<Taken> {
    const edits: Edit<Identified>[] = [];
    const changed: string[] = [];
    let records: Map<string, Identified> | null = null;
    const touched = this.#touched[shelf];
    let done = 0;
    for (const id of touched) {
      if (this.#isStepFull()) yield done / touched.size;
      done++;
      const was = before.get(id) ?? null;
      const is = readRecord(shelf, id, this.#roots[shelf].get(id));
      if (isSame(was, is)) continue;
      edits.push({ before: was, after: is });
      changed.push(id);
      records ??= new Map(before);
      if (is === null) records.delete(id);
      else records.set(id, is);
    }
    touched.clear();
    return { records: records === null ? before : descended(before, records, changed), edits };
  }
}
