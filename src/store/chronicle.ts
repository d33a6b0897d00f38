import * as Y from "yjs";
import { beyond, holdsState, unionOf } from "#store/snapshots.ts";
import type { Version } from "#store/ports.ts";

/** The origin of transactions that write a version: undo neither follows them nor takes them back. */
const VERSION = "version";

const LONGEST_NAME = 200;
/** How many of the latest versions are tried as what a new one starts from. */
const BASES_TRIED = 8;

/** A version with the state of the document that it is of. */
export interface Dated extends Version {
  readonly state: Y.Snapshot;
}

/**
 * A map's versions, as the document keeps them at its root `versions`: a list of plain records that are only ever
 * added, each with the state that the document had. States are written as the difference from an earlier version
 * (`base`), so that a version costs what has changed since, not what the map has seen in all its years.
 *
 * The order is the list's: whoever wrote a version had those before it, and where two were written at once every
 * copy has them in the same order. No clock is asked. What is odd in the list is passed over.
 */
export class Chronicle {
  readonly #doc: Y.Doc;
  readonly #list: Y.Array<unknown>;
  #read: readonly Dated[] | null = null;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#list = doc.getArray("versions");
    this.#list.observe(() => (this.#read = null));
  }

  /** Earliest first. */
  get versions(): readonly Dated[] {
    return (this.#read ??= readVersions(this.#list.toArray()));
  }

  /** Adds a version of a state that the document has now, or had before. */
  add({ id, name, person, time }: Omit<Version, "client">, state: Y.Snapshot): void {
    const base = this.versions
      .slice(-BASES_TRIED)
      .toReversed()
      .find((version) => holdsState(state, version.state));
    const kept = base === undefined ? state : beyond(state, base.state);
    const { clientID: client } = this.#doc;
    const record = { id, name, person, time, client, base: base?.id ?? null, state: Y.encodeSnapshot(kept) };
    this.#doc.transact(() => this.#list.push([record]), VERSION);
  }
}

function readVersions(kept: readonly unknown[]): readonly Dated[] {
  const found = new Map<string, Dated>();
  for (const record of kept) {
    const version = readVersion(record, found);
    if (version !== null && !found.has(version.id)) found.set(version.id, version);
  }
  return [...found.values()];
}

function readVersion(record: unknown, earlier: ReadonlyMap<string, Dated>): Dated | null {
  if (typeof record !== "object" || record === null) return null;
  const { id, name, person, time, client, base, state } = record as Readonly<Record<string, unknown>>;
  const started = typeof base === "string" ? earlier.get(base) : null;
  const own = readState(state);
  if (typeof id !== "string" || id === "" || started === undefined || own === null) return null;
  return {
    id,
    name: textOf(name),
    person: textOf(person),
    time: typeof time === "number" && Number.isFinite(time) ? time : 0,
    client: typeof client === "number" ? client : 0,
    state: started === null ? own : unionOf(started.state, own),
  };
}

function readState(kept: unknown): Y.Snapshot | null {
  if (!(kept instanceof Uint8Array)) return null;
  try {
    return unionOf(Y.emptySnapshot, Y.decodeSnapshot(kept));
  } catch {
    return null;
  }
}

function textOf(kept: unknown): string {
  return typeof kept === "string" ? kept.slice(0, LONGEST_NAME) : "";
}
