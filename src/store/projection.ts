import { descended } from "#model/descent.ts";
import { isSame } from "#model/equality.ts";
import type * as Y from "yjs";
import type { Change, Edit } from "#model/change.ts";
import { type ArgumentMap, emptyMap } from "#model/map.ts";
import type { MapId } from "#model/ids.ts";
import { atOnce, type Steps, within } from "#model/steps.ts";
import { type Roots, rootsOf } from "#store/document.ts";
import { readAbout, readClaim, readRelation, readSource } from "#store/records.ts";

type Shelf = "claims" | "relations" | "sources";
const SHELVES: readonly Shelf[] = ["claims", "relations", "sources"];

/** How many records are read in a step, some 10 ms of work. */
export const STEP_RECORDS = 2000;

/**
 * The document as an immutable map, kept up with it. The document's events say which records were touched;
 * `take` reads those, and only those, again. Records that say what they said before stay the same objects.
 */
export class Projection {
  readonly #roots: Roots;
  readonly #touched = { claims: new Set<string>(), relations: new Set<string>(), sources: new Set<string>() };
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
    const claims = yield* within(this.#takeShelf("claims", before.claims, readClaim), 0, 0.5);
    const relations = yield* within(this.#takeShelf("relations", before.relations, readRelation), 0.5, 0.9);
    const sources = yield* within(this.#takeShelf("sources", before.sources, readSource), 0.9, 1);
    const edits = [about, ...claims.edits, ...relations.edits, ...sources.edits];
    if (edits.every((edit) => edit === null)) return null;
    this.#map = {
      id: before.id,
      about: about?.after ?? before.about,
      claims: claims.records,
      relations: relations.records,
      sources: sources.records,
    };
    return { about, claims: claims.edits, relations: relations.edits, sources: sources.edits };
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

  *#takeShelf<Id extends string, Value>(
    shelf: Shelf,
    before: ReadonlyMap<Id, Value>,
    read: (id: string, record: unknown) => Value | null,
  ): Steps<{ readonly records: ReadonlyMap<Id, Value>; readonly edits: readonly Edit<Value>[] }> {
    const edits: Edit<Value>[] = [];
    const changed: Id[] = [];
    let records: Map<Id, Value> | null = null;
    const touched = this.#touched[shelf] as Set<Id>;
    let done = 0;
    for (const id of touched) {
      if (this.#isStepFull()) yield done / touched.size;
      done++;
      const was = before.get(id) ?? null;
      const is = read(id, this.#roots[shelf].get(id));
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
