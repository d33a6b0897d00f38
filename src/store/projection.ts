import { isSame } from "#model/equality.ts";
import type * as Y from "yjs";
import type { Change, Edit } from "#model/change.ts";
import { type ArgumentMap, emptyMap } from "#model/map.ts";
import type { MapId } from "#model/ids.ts";
import { type Roots, rootsOf } from "#store/document.ts";
import { readAbout, readClaim, readRelation, readSource } from "#store/records.ts";

type Shelf = "claims" | "relations" | "sources";
const SHELVES: readonly Shelf[] = ["claims", "relations", "sources"];

/**
 * The document as an immutable map, kept up with it. The document's events say which records were touched;
 * `take` reads those, and only those, again. Records that say what they said before stay the same objects.
 */
export class Projection {
  readonly #roots: Roots;
  readonly #touched = { claims: new Set<string>(), relations: new Set<string>(), sources: new Set<string>() };
  #aboutTouched = true;
  #map: ArgumentMap;

  /** `like` is a map that the document is expected to hold: its records are kept where they are equal. */
  constructor(doc: Y.Doc, id: MapId, like: ArgumentMap = emptyMap(id)) {
    this.#roots = rootsOf(doc);
    this.#map = like;
    for (const shelf of SHELVES) this.#follow(shelf);
    this.#roots.about.observeDeep(() => (this.#aboutTouched = true));
    this.take();
  }

  get map(): ArgumentMap {
    return this.#map;
  }

  /** Brings the map up to date and returns the difference; `null` when there is none. */
  take(): Change | null {
    const before = this.#map;
    const about = this.#takeAbout();
    const claims = this.#takeShelf("claims", before.claims, readClaim);
    const relations = this.#takeShelf("relations", before.relations, readRelation);
    const sources = this.#takeShelf("sources", before.sources, readSource);
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

  #follow(shelf: Shelf): void {
    const touched = this.#touched[shelf];
    for (const id of this.#map[shelf].keys()) touched.add(id);
    for (const id of this.#roots[shelf].keys()) touched.add(id);
    this.#roots[shelf].observeDeep((events) => {
      for (const event of events) {
        const [id] = event.path;
        if (id !== undefined) touched.add(String(id));
        else for (const key of event.keys.keys()) touched.add(key);
      }
    });
  }

  #takeAbout(): Edit<ArgumentMap["about"]> | null {
    if (!this.#aboutTouched) return null;
    this.#aboutTouched = false;
    const before = this.#map.about;
    const after = readAbout(this.#roots.about);
    return isSame(before, after) ? null : { before, after };
  }

  #takeShelf<Id extends string, Value>(
    shelf: Shelf,
    before: ReadonlyMap<Id, Value>,
    read: (id: string, record: unknown) => Value | null,
  ): { readonly records: ReadonlyMap<Id, Value>; readonly edits: readonly Edit<Value>[] } {
    const edits: Edit<Value>[] = [];
    const records = new Map(before);
    for (const id of this.#touched[shelf] as Set<Id>) {
      const was = before.get(id) ?? null;
      const is = read(id, this.#roots[shelf].get(id));
      if (isSame(was, is)) continue;
      edits.push({ before: was, after: is });
      if (is === null) records.delete(id);
      else records.set(id, is);
    }
    this.#touched[shelf].clear();
    return { records: edits.length === 0 ? before : records, edits };
  }
}
