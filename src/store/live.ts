import * as Y from "yjs";
import { applyChange, type Change } from "#model/change.ts";
import type { MapId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Merger } from "#model/merge-review.ts";
import { atOnce, type Steps, within } from "#model/steps.ts";
import type { Body, Step } from "#store/body.ts";
import { writeChange } from "#store/document.ts";
import { Chronicle, type Merged, stateIn } from "#store/chronicle.ts";
import { mergerIn } from "#store/meeting.ts";
import { FIRST_LIVE_CLIENT, mintClient, mintMapId } from "#store/mint.ts";
import { Moments } from "#store/moments.ts";
import type { History } from "#store/ports.ts";
import type { MergeNote, Moment, Present, State, Version } from "#store/states.ts";
import { Projection } from "#store/projection.ts";
import { holdsState, stateOf } from "#store/snapshots.ts";
import { UndoSteps } from "#store/undo-steps.ts";
import { ELSEWHERE, type Made, makingOf, stateOfUpdate, takeIn, waits } from "#store/updates.ts";

/** How long a person does nothing before their next edit begins another stretch of work, in milliseconds. */
const REST = 30 * 60_000;

/** A document, the map that it holds, and how many updates could not be read at all: they were left out. */
interface Prepared extends Made {
  readonly projection: Projection;
}

function* preparing(id: MapId, updates: readonly Uint8Array[], like?: ArgumentMap): Steps<Prepared> {
  const made = yield* within(makingOf(updates), 0, 0.75);
  const projection = yield* within(Projection.making(made.doc, id, like), 0.75, 1);
  return { ...made, projection };
}

/** An open map's document, with its projection and its undo steps. */
export class LiveMap implements Body {
  #unreadable: number;
  readonly #doc: Y.Doc;
  readonly #projection: Projection;
  readonly #steps: UndoSteps;
  readonly #chronicle: Chronicle;
  readonly #moments: Moments;
  readonly #person: () => string;
  #made: Uint8Array[] = [];
  /** When the last edit was made here, by the page's own clock, which no one sets. */
  #editedAt = Number.NEGATIVE_INFINITY;

  /**
   * `like` is what the document is expected to say: records equal to its own stay the same objects.
   * `person` says by whose name edits are remembered.
   */
  constructor(
    id: MapId,
    from: readonly Uint8Array[] | Prepared,
    like?: ArgumentMap,
    person: () => string = () => "",
  ) {
    const { doc, projection, unreadable } = "doc" in from ? from : atOnce(preparing(id, from, like));
    this.#doc = doc;
    this.#unreadable = unreadable;
    this.#projection = projection;
    this.#steps = new UndoSteps(doc);
    this.#chronicle = new Chronicle(doc);
    this.#moments = new Moments(doc);
    this.#person = person;
    doc.on("update", (bytes: Uint8Array, origin: unknown) => {
      if (origin !== ELSEWHERE) this.#made.push(bytes);
    });
  }

  /** As the constructor does it, a little at a time. */
  static *making(
    id: MapId,
    updates: readonly Uint8Array[],
    like: ArgumentMap,
    person: () => string,
  ): Steps<LiveMap> {
    return new LiveMap(id, yield* preparing(id, updates, like), like, person);
  }

  get map(): ArgumentMap {
    return this.#projection.map;
  }

  get history(): History {
    return this.#steps.labels;
  }

  /** The number under which this document writes. */
  get client(): number {
    return this.#doc.clientID;
  }

  /** Updates that could not be read at all: they were left out. */
  get unreadable(): number {
    return this.#unreadable;
  }

  /** Goes on without what could not be read and what waits for something that is missing: nothing of it was ever shown. */
  leaveUnusable(): void {
    this.#unreadable = 0;
    this.#doc.store.pendingStructs = null;
    this.#doc.store.pendingDs = null;
  }

  /** Whether an update that others build on is missing, so that theirs wait for it. */
  get waits(): boolean {
    return waits(this.#doc);
  }

  /** `milestone` names the state after the change, and has the one before it remembered as well. */
  run(change: Change, label: string, gesture: string | null, milestone: string | null = null): Change | null {
    if (milestone !== null) this.#editedAt = Number.NEGATIVE_INFINITY;
    const made = this.#remembered(() => {
      this.#steps.record(label, gesture, (doc, origin) => writeChange(doc, change, origin));
      return this.#projection.take();
    });
    if (made !== null && milestone !== null) this.nameVersion(milestone);
    return made;
  }

  undo(): Step | null {
    return this.#remembered(() => this.#travel(() => this.#steps.undo()));
  }

  redo(): Step | null {
    return this.#remembered(() => this.#travel(() => this.#steps.redo()));
  }

  /** All versions, earliest first. */
  get versions(): readonly Version[] {
    return this.#chronicle.versions;
  }

  /** The map's history up to now, latest first; at most so many lines. */
  moments(most = Number.POSITIVE_INFINITY): readonly Moment[] {
    return this.#moments.lines(this.map, this.#chronicle.versions, most);
  }

  get present(): Present {
    const stateBytes = () => new Uint8Array(Y.encodeSnapshot(stateOf(this.#doc)));
    return { map: this.map, state: this.#moments.present(this.map), stateBytes };
  }

  /** What the map said in a state, all at once: some tenths of a second where tens of thousands of claims differ. */
  readMap(state: State): ArgumentMap {
    return applyChange(this.map, atOnce(this.present.state.changeTo(state)));
  }

  /** Remembers the map as it is now, by a name. */
  nameVersion(name: string): void {
    this.#addVersion(name, stateOf(this.#doc));
  }

  /**
   * Takes in what was written elsewhere. An update that cannot be read is left out; one that was written under this
   * document's own number has Yjs choose another, which must be none of a seed's.
   */
  receive(updates: readonly Uint8Array[]): Change | null {
    for (const update of updates) takeIn(this.#doc, update);
    if (this.#doc.clientID < FIRST_LIVE_CLIENT) this.#doc.clientID = mintClient();
    return this.#projection.take();
  }

  /**
   * Takes in another copy's document. The map before it, the map after it (by a name), and what the copy said stay in
   * the history, so that the merge can be looked through again. A copy that has nothing new leaves nothing.
   */
  merge(document: Uint8Array, { by }: MergeNote, name: string): Change | null {
    const [mine, theirs] = [stateOf(this.#doc), stateOfUpdate(document)];
    if (holdsState(mine, theirs)) return null;
    const change = this.receive([document]);
    const before = this.#addVersion("", mine);
    this.#addVersion(name, stateOf(this.#doc), { by, mine: before, theirs });
    return change;
  }

  /** The copies that met in a merge, and what became of them; `null` where no version with that id is the one after a merge. */
  mergerOf(version: string): Merger | null {
    const merged = this.#chronicle.versions.find(({ id }) => id === version)?.merged ?? null;
    if (merged === null) return null;
    const { map } = this;
    return mergerIn(this.#doc, { map, mine: stateIn(merged.mine), theirs: stateIn(merged.theirs) });
  }

  /** The bytes of everything that was done here since the last call; `null` when nothing was. */
  takeUpdate(): Uint8Array<ArrayBuffer> | null {
    const made = this.#made;
    this.#made = [];
    const [only] = made;
    if (only === undefined) return null;
    return new Uint8Array(made.length === 1 ? only : Y.mergeUpdates(made));
  }

  /** The whole document, history included. */
  bytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(Y.encodeStateAsUpdate(this.#doc));
  }

  destroy(): void {
    this.#doc.destroy();
  }

  /** Makes an edit. The first of a stretch of work leaves a version of the state before it, in the same update. */
  #remembered<Made>(edit: () => Made | null): Made | null {
    const isNew = performance.now() - this.#editedAt > REST;
    const before = isNew ? stateOf(this.#doc) : null;
    const made = edit();
    if (made === null) return null;
    this.#editedAt = performance.now();
    if (before !== null) this.#addVersion("", before);
    return made;
  }

  #addVersion(name: string, state: Y.Snapshot, merged: Merged | null = null): string {
    const id = mintMapId();
    this.#chronicle.add({ id, name, person: this.#person(), time: Date.now() }, state, merged);
    return id;
  }

  /** One step that changes something: those of which nothing is left are passed over. */
  #travel(go: () => string | null): Step | null {
    for (let label = go(); label !== null; label = go()) {
      const change = this.#projection.take();
      if (change !== null) return { label, change };
    }
    return null;
  }
}
