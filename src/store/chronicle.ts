import * as Y from "yjs";
import { beyond, holdsState, readState, stateAlong } from "#store/snapshots.ts";
import type { MergeNote, Version } from "#store/states.ts";

/** The origin of transactions that write a version: undo neither follows them nor takes them back. */
const VERSION = "version";

const LONGEST_NAME = 200;

/** A state, as it is written down: what it has beyond an earlier version's. */
interface Kept {
  readonly base: Dated | null;
  readonly own: Y.Snapshot;
}

/** A version with the state of the document that it is of; `stateIn` puts that together. */
export interface Dated extends Version, Kept {
  /** What a merge that this is the version after has taken in, and into what. */
  readonly merged: { readonly mine: Dated; readonly theirs: Kept } | null;
}

/** What a person's version says of itself. */
type Written = Pick<Version, "id" | "name" | "person" | "time">;

/** What is to be written of a merge: the version before it, whose copy came in, and the state that the copy had. */
export interface Merged extends MergeNote {
  readonly mine: string;
  readonly theirs: Y.Snapshot;
}

/**
 * A map's versions, as the document keeps them at its root `versions`: a list of plain records that are only ever
 * added, each with the state that the document had. States are written as the difference from an earlier version
 * (`base`), so that a version costs what has changed since, not what the map has seen in all its years.
 *
 * The order is the list's: whoever wrote a version had those before it, and where two were written at once every
 * copy has them in the same order. No clock is asked. What is odd in the list is passed over. Records that were read
 * once stay the same objects.
 */
export class Chronicle {
  readonly #doc: Y.Doc;
  readonly #list: Y.Array<unknown>;
  readonly #known = new WeakMap<object, Dated>();
  #read: readonly Dated[] | null = null;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#list = doc.getArray("versions");
    this.#list.observe(() => (this.#read = null));
  }

  /** Earliest first. */
  get versions(): readonly Dated[] {
    return (this.#read ??= this.#readAll());
  }

  /** Adds a version of a state that the document has now, or had before. */
  add(version: Written, state: Y.Snapshot, merged: Merged | null = null): void {
    const { id, name, person, time } = version;
    const { clientID: client } = this.#doc;
    const record = { id, name, person, time, client, ...this.#kept(state) };
    const merge = merged && { by: merged.by, mine: merged.mine, ...this.#kept(merged.theirs) };
    this.#doc.transact(() => this.#list.push([merge === null ? record : { ...record, merge }]), VERSION);
  }

  /** A state as the difference from the latest version that it holds. */
  #kept(state: Y.Snapshot): { base: string | null; state: Uint8Array } {
    const held = new Set<Dated>();
    for (const version of this.versions)
      if ((version.base === null || held.has(version.base)) && holdsState(state, version.own))
        held.add(version);
    const base = [...held].at(-1);
    const own = base === undefined ? state : beyond(state, stateIn(base));
    return { base: base?.id ?? null, state: Y.encodeSnapshot(own) };
  }

  #readAll(): readonly Dated[] {
    const found = new Map<string, Dated>();
    for (const record of this.#list.toArray()) {
      if (!isFields(record)) continue;
      const version = readVersion(record, found, this.#known.get(record));
      if (version === null || found.has(version.id)) continue;
      this.#known.set(record, version);
      found.set(version.id, version);
    }
    return [...found.values()];
  }
}

const states = new WeakMap<Kept, Y.Snapshot>();

/** The state of a version, put together from all that it builds on. */
export function stateIn(kept: Kept): Y.Snapshot {
  return stateAlong(kept, ({ base, own }) => ({ before: base, own }), states);
}

/** `known` is what the record was read as before: it stays, unless what it builds on is another version now. */
function readVersion(record: Fields, earlier: Earlier, known: Dated | undefined): Dated | null {
  const { id, name, person, time, client, merge } = record;
  const kept = readKept(record, earlier, known);
  if (typeof id !== "string" || id === "" || kept === null) return null;
  const merged = readMerge(merge, earlier, known?.merged ?? null);
  if (known !== undefined && kept === known && merged === known.merged) return known;
  return {
    id,
    name: textOf(name),
    person: textOf(person),
    time: typeof time === "number" && Number.isFinite(time) ? time : 0,
    client: typeof client === "number" ? client : 0,
    merge: merged && { by: isFields(merge) && merge["by"] !== null ? textOf(merge["by"]) : null },
    merged,
    base: kept.base,
    own: kept.own,
  };
}

function readKept({ base, state }: Fields, earlier: Earlier, known: Kept | undefined): Kept | null {
  const started = typeof base === "string" ? earlier.get(base) : null;
  if (started === undefined) return null;
  if (known?.base === started) return known;
  const own = readState(state);
  return own && { base: started, own };
}

function readMerge(merge: unknown, earlier: Earlier, known: Dated["merged"]): Dated["merged"] {
  if (!isFields(merge)) return null;
  const mine = typeof merge["mine"] === "string" ? earlier.get(merge["mine"]) : undefined;
  const theirs = readKept(merge, earlier, known?.theirs);
  if (mine === undefined || theirs === null) return null;
  return known?.mine === mine && known.theirs === theirs ? known : { mine, theirs };
}

type Earlier = ReadonlyMap<string, Dated>;
type Fields = Readonly<Record<string, unknown>>;

function isFields(kept: unknown): kept is Fields {
  return typeof kept === "object" && kept !== null;
}

function textOf(kept: unknown): string {
  return typeof kept === "string" ? kept.slice(0, LONGEST_NAME) : "";
}
