import * as Y from "yjs";
import type { Dated } from "#store/chronicle.ts";
import { beyond, stateAlong, unionOf } from "#store/snapshots.ts";

/** A place in a map's history: where a version stands or, last, the present. */
export interface Place {
  /** `null` for the present. */
  readonly version: Dated | null;
  /** `null` for the first: nothing is known of what was before. */
  readonly before: Place | null;
  /** What the document has here, and not at the place before. */
  readonly gained: Y.Snapshot;
  /** How much of each writer who gained anything was there before. */
  readonly since: ReadonlyMap<number, number>;
}

/**
 * A map's versions as a line of places. Versions of two people who wrote apart stand side by side in the list, so a
 * place has all that the versions before it had: what lies between one place and the next is then only ever added.
 * No map is read. A place whose past is the same as before stays the same object, so that what was found out about it
 * can be kept under it.
 */
export class Timeline {
  readonly #known = new Map<Dated, Place>();
  #last: { readonly versions: readonly Dated[]; readonly places: readonly Place[] } = {
    versions: [],
    places: [],
  };
  #state = Y.emptySnapshot;

  /** Earliest first, and the present last. */
  placesTo(present: Y.Snapshot, versions: readonly Dated[]): readonly Place[] {
    if (versions !== this.#last.versions) this.#last = { versions, places: this.#follow(versions) };
    const { places } = this.#last;
    return [...places, placeAfter(this.#state, places.at(-1) ?? null, null, present)];
  }

  #follow(versions: readonly Dated[]): readonly Place[] {
    let state = Y.emptySnapshot;
    let before: Place | null = null;
    const places: Place[] = [];
    for (const version of versions) {
      const known = this.#known.get(version);
      const place: Place = known?.before === before ? known : placeAfter(state, before, version, version.own);
      state = unionOf(state, place.gained);
      this.#known.set(version, place);
      places.push(place);
      before = place;
    }
    this.#state = state;
    return places;
  }
}

function placeAfter(state: Y.Snapshot, before: Place | null, version: Dated | null, held: Y.Snapshot): Place {
  const gained = beyond(held, state);
  const since = new Map([...gained.sv.keys()].map((client) => [client, state.sv.get(client) ?? 0]));
  return { version, before, gained, since };
}

const states = new WeakMap<Place, Y.Snapshot>();

/** The state of the document at a place. */
export function stateAt(place: Place): Y.Snapshot {
  return stateAlong(place, ({ before, gained }) => ({ before, own: gained }), states);
}
