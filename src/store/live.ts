import * as Y from "yjs";
import type { Change } from "#model/change.ts";
import type { MapId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Body, Step } from "#store/body.ts";
import { writeChange } from "#store/document.ts";
import { Chronicle } from "#store/chronicle.ts";
import { FIRST_LIVE_CLIENT, mintClient, mintMapId } from "#store/mint.ts";
import { momentsOf } from "#store/past.ts";
import type { History, Moment, Version } from "#store/ports.ts";
import { Projection } from "#store/projection.ts";
import { stateOf } from "#store/snapshots.ts";
import { UndoSteps } from "#store/undo-steps.ts";
import { documentOf, ELSEWHERE, takeIn, waits } from "#store/updates.ts";

/** How long a person does nothing before their next edit begins another stretch of work, in milliseconds. */
const REST = 30 * 60_000;

/** An open map's document, with its projection and its undo steps. */
export class LiveMap implements Body {
  #unreadable: number;
  readonly #doc: Y.Doc;
  readonly #projection: Projection;
  readonly #steps: UndoSteps;
  readonly #chronicle: Chronicle;
  readonly #person: () => string;
  #made: Uint8Array[] = [];
  /** When the last edit was made here, by the page's own clock, which no one sets. */
  #editedAt = Number.NEGATIVE_INFINITY;

  /**
   * `like` is what the document is expected to say: records equal to its own stay the same objects.
   * `person` says by whose name edits are remembered.
   */
  constructor(id: MapId, updates: readonly Uint8Array[], like?: ArgumentMap, person = () => "") {
    const { doc, unreadable } = documentOf(updates);
    this.#doc = doc;
    this.#unreadable = unreadable;
    this.#projection = new Projection(doc, id, like);
    this.#steps = new UndoSteps(doc);
    this.#chronicle = new Chronicle(doc);
    this.#person = person;
    doc.on("update", (bytes: Uint8Array, origin: unknown) => {
      if (origin !== ELSEWHERE) this.#made.push(bytes);
    });
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
    return momentsOf(this.#doc, this.map, this.#chronicle.versions, most);
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

  #addVersion(name: string, state: Y.Snapshot): void {
    this.#chronicle.add({ id: mintMapId(), name, person: this.#person(), time: Date.now() }, state);
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
