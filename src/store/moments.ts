import type * as Y from "yjs";
import { compareIds } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { type Dated, stateIn } from "#store/chronicle.ts";
import { Past } from "#store/past.ts";
import type { Moment, Stretch } from "#store/states.ts";
import { stateOf } from "#store/snapshots.ts";
import { type Place, stateAt, Timeline } from "#store/timeline.ts";
import { touchesAny } from "#store/touched.ts";

/**
 * The lines of a map's history. A line is made of the versions' own records and of what was written between two of
 * them: no map is read for it, so that a list of hundreds is there at once.
 */
export class Moments {
  readonly #doc: Y.Doc;
  readonly #timeline = new Timeline();
  readonly #pasts = new WeakMap<Dated | Place, Past>();
  readonly #stretches = new WeakMap<Place, Stretch>();
  #present: { readonly map: ArgumentMap; readonly past: Past } | null = null;
  #latest: Stretch | null = null;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    doc.on("update", () => (this.#present = null));
  }

  /** What the map says now. */
  present(map: ArgumentMap): Past {
    if (this.#present?.map !== map) {
      const state = stateOf(this.#doc);
      this.#present = { map, past: new Past(this.#doc, () => state, map) };
    }
    return this.#present.past;
  }

  /** Latest first: the present, each version that anything led to, and the beginning; at most so many. */
  lines(map: ArgumentMap, versions: readonly Dated[], most: number): readonly Moment[] {
    const people = new Map(versions.map(({ client, person }) => [client, person]));
    const present = this.present(map);
    const moments: Moment[] = [];
    for (const place of this.#timeline.placesTo(present.snapshot, versions).toReversed()) {
      if (moments.length === most) break;
      if (this.#isShown(place)) moments.push(this.#line(place, present, people));
    }
    return moments;
  }

  #isShown(place: Place): boolean {
    const { version, before } = place;
    return version === null || before === null || version.name !== "" || this.#isTouched(place);
  }

  #isTouched({ gained, since }: Place): boolean {
    return touchesAny(this.#doc, gained, since);
  }

  /** A named version is exactly what was named; a place without a name is where its part of the list ends. */
  #line(place: Place, present: Past, people: ReadonlyMap<number, string>): Moment {
    const { version, before } = place;
    const from = before?.version ?? null;
    const named = version === null || version.name === "" ? null : version;
    const writers = from === null ? [] : writersOf(place, people, from);
    return {
      id: version?.id ?? null,
      name: version?.name ?? "",
      isFirst: before === null,
      time: named !== null ? named.time : (from?.time ?? version?.time ?? 0),
      people: named !== null && writers.length === 0 ? [named.person] : writers,
      isUnchanged: !this.#isTouched(place),
      merge: version?.merge ?? null,
      state: named !== null ? this.#pastOf(named, stateIn) : this.#pastAt(place, present),
      stretch: this.#stretchTo(place, present),
    };
  }

  /** What led to a place; for a merge, what that did to the map of the one who merged. */
  #stretchTo(place: Place, present: Past): Stretch | null {
    const { version, before } = place;
    if (version === null) return before && this.#stretchToNow(this.#pastAt(before, present), present);
    const known = this.#stretches.get(place);
    if (known !== undefined || before === null) return known ?? null;
    const mine = version.merged?.mine;
    const stretch =
      mine === undefined
        ? { from: this.#pastAt(before, present), to: this.#pastAt(place, present) }
        : { from: this.#pastOf(mine, stateIn), to: this.#pastOf(version, stateIn) };
    this.#stretches.set(place, stretch);
    return stretch;
  }

  /** The same object as long as both its ends are the same. */
  #stretchToNow(from: Past, to: Past): Stretch {
    if (this.#latest?.from !== from || this.#latest.to !== to) this.#latest = { from, to };
    return this.#latest;
  }

  #pastAt(place: Place, present: Past): Past {
    return place.version === null ? present : this.#pastOf(place, stateAt);
  }

  #pastOf<Key extends Dated | Place>(key: Key, state: (key: Key) => Y.Snapshot): Past {
    const past = this.#pasts.get(key) ?? new Past(this.#doc, () => state(key));
    this.#pasts.set(key, past);
    return past;
  }
}

/** The names of those who wrote between two places. Who only deleted wrote nothing: then it is whoever began. */
function writersOf({ gained }: Place, people: ReadonlyMap<number, string>, from: Dated): readonly string[] {
  const names = [...gained.sv.keys()].flatMap((client) => people.get(client) ?? []);
  return [...new Set(names.length > 0 ? names : [from.person])].toSorted(compareIds);
}
