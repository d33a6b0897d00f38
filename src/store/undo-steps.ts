import * as Y from "yjs";
import { rootsOf } from "#store/document.ts";
import type { History } from "#store/ports.ts";

/**
 * Undo and redo of what was written here, one command one step, each step with its label.
 * What others did meanwhile stays: a step takes back only its own part, and gives way where another's newer
 * value stands. A step of which nothing is left to take back is passed over.
 */
export class UndoSteps {
  readonly #doc: Y.Doc;
  readonly #manager: Y.UndoManager;
  readonly #origin = Symbol("here");
  #gesture: string | null = null;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#manager = new Y.UndoManager(Object.values(rootsOf(doc)), {
      captureTimeout: 0,
      trackedOrigins: new Set([this.#origin]),
    });
  }

  get labels(): History {
    return { undo: labelOf(this.#manager.undoStack), redo: labelOf(this.#manager.redoStack) };
  }

  /** Runs `write` with the origin that undo follows. Consecutive calls with the same gesture are one step. */
  record(label: string, gesture: string | null, write: (doc: Y.Doc, origin: unknown) => void): void {
    const goesOn = gesture !== null && gesture === this.#gesture;
    this.#manager.captureTimeout = goesOn ? Number.POSITIVE_INFINITY : 0;
    if (!goesOn) this.#manager.stopCapturing();
    this.#gesture = gesture;
    const last = this.#manager.undoStack.at(-1);
    write(this.#doc, this.#origin);
    const step = this.#manager.undoStack.at(-1);
    if (step !== last) step?.meta.set("label", label);
  }

  /** The label of the step that was taken back, or `null` when there was none. */
  undo(): string | null {
    return this.#travel(this.#manager.undo(), this.#manager.redoStack);
  }

  redo(): string | null {
    return this.#travel(this.#manager.redo(), this.#manager.undoStack);
  }

  #travel(step: Y.UndoManager["currStackItem"], other: Y.UndoManager["undoStack"]): string | null {
    this.#gesture = null;
    if (step === null) return null;
    const label = String(step.meta.get("label"));
    other.at(-1)?.meta.set("label", label);
    return label;
  }
}

function labelOf(stack: Y.UndoManager["undoStack"]): string | null {
  const step = stack.at(-1);
  return step === undefined ? null : String(step.meta.get("label"));
}
