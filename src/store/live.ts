import * as Y from "yjs";
import type { Change } from "#model/change.ts";
import type { MapId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Body, Step } from "#store/body.ts";
import { newDocument, writeChange } from "#store/document.ts";
import { FIRST_LIVE_CLIENT, mintClient } from "#store/mint.ts";
import type { History } from "#store/ports.ts";
import { Projection } from "#store/projection.ts";
import { UndoSteps } from "#store/undo-steps.ts";

/** The origin of what came from the disk, another tab or a file: neither undone nor written again. */
const ELSEWHERE = "elsewhere";

/** An open map's document, with its projection and its undo steps. */
export class LiveMap implements Body {
  /** Updates that could not be read at all: they were left out. */
  readonly unreadable: number;
  readonly #doc: Y.Doc;
  readonly #projection: Projection;
  readonly #steps: UndoSteps;
  #made: Uint8Array[] = [];

  /** `like` is what the document is expected to say: records equal to its own stay the same objects. */
  constructor(id: MapId, updates: readonly Uint8Array[], like?: ArgumentMap) {
    const { doc, unreadable } = documentOf(updates);
    this.#doc = doc;
    this.unreadable = unreadable;
    this.#projection = new Projection(doc, id, like);
    this.#steps = new UndoSteps(doc);
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

  /** Whether an update that others build on is missing, so that theirs wait for it. */
  get waits(): boolean {
    return this.#doc.store.pendingStructs !== null || this.#doc.store.pendingDs !== null;
  }

  run(change: Change, label: string, gesture: string | null): Change | null {
    this.#steps.record(label, gesture, (doc, origin) => writeChange(doc, change, origin));
    return this.#projection.take();
  }

  undo(): Step | null {
    return this.#travel(() => this.#steps.undo());
  }

  redo(): Step | null {
    return this.#travel(() => this.#steps.redo());
  }

  /**
   * Takes in what was written elsewhere. An update that cannot be read is left out; one that was written under this
   * document's own number has Yjs choose another, which must be none of a seed's.
   */
  receive(updates: readonly Uint8Array[]): Change | null {
    for (const update of updates) if (isWhole(update)) isReadable(this.#doc, update);
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

  /** One step that changes something: those of which nothing is left are passed over. */
  #travel(go: () => string | null): Step | null {
    for (let label = go(); label !== null; label = go()) {
      const change = this.#projection.take();
      if (change !== null) return { label, change };
    }
    return null;
  }
}

/** A document of all updates that can be read. One that cannot may leave half of itself behind, so it costs a fresh start without it. */
function documentOf(updates: readonly Uint8Array[]): { readonly doc: Y.Doc; readonly unreadable: number } {
  let readable = updates;
  for (;;) {
    const doc = newDocument();
    const bad = new Set<Uint8Array>();
    doc.transact(() => {
      for (const update of readable) if (!isReadable(doc, update)) bad.add(update);
    }, ELSEWHERE);
    if (bad.size === 0) return { doc, unreadable: updates.length - readable.length };
    doc.destroy();
    readable = readable.filter((update) => !bad.has(update));
  }
}

/** Whether an update can be decoded to its end, so that taking it in cannot stop half way. */
function isWhole(update: Uint8Array): boolean {
  try {
    Y.decodeUpdate(update);
    return true;
  } catch {
    return false;
  }
}

function isReadable(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update, ELSEWHERE);
    return true;
  } catch {
    return false;
  }
}
