import {
  applyChange,
  type Change,
  changeBetween,
  invertChange,
  isEmptyChange,
  noChange,
  squashChanges,
} from "#model/change.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Body, Step } from "#store/body.ts";
import type { History, LeftSteps } from "#store/ports.ts";
import type { Moment, Version } from "#store/states.ts";

/** A step as it waits for its document. */
interface DraftStep {
  readonly label: string;
  readonly gesture: string | null;
  readonly changes: readonly Change[];
}

/**
 * A map whose document is not there yet: a shipped one, or what was kept of one's own (a likeness). It is shown, and can
 * be edited at once, as plain values. When the document comes, `replay` does there what was done here.
 */
export class Draft implements Body {
  readonly versions: readonly Version[] = [];
  readonly present = null;
  /** Whether the map has a document that it stands for. */
  readonly isLikeness: boolean;
  #map: ArgumentMap;
  #done: readonly DraftStep[] = [];
  #undone: readonly DraftStep[] = [];
  #goesOn = false;

  constructor(map: ArgumentMap, isLikeness = false) {
    this.#map = map;
    this.isLikeness = isLikeness;
  }

  get map(): ArgumentMap {
    return this.#map;
  }

  get history(): History {
    return { undo: this.#done.at(-1)?.label ?? null, redo: this.#undone.at(-1)?.label ?? null };
  }

  moments(): readonly Moment[] {
    return [];
  }

  mergerOf(): null {
    return null;
  }

  get isUntouched(): boolean {
    return this.#done.length === 0 && this.#undone.length === 0;
  }

  /** The steps that stand, each as one change. */
  get steps(): LeftSteps["steps"] {
    return this.#done.map(({ label, changes }) => ({
      label,
      change: changes.reduce(squashChanges, noChange),
    }));
  }

  run(asked: Change, label: string, gesture: string | null): Change | null {
    const change = changeBetween(this.#map, applyChange(this.#map, asked));
    const last = this.#done.at(-1);
    const goesOn = this.#goesOn && gesture !== null && gesture === last?.gesture;
    this.#goesOn = goesOn || !isEmptyChange(change);
    if (isEmptyChange(change)) return null;
    const step: DraftStep =
      goesOn && last !== undefined
        ? { ...last, changes: [...last.changes, change] }
        : { label, gesture, changes: [change] };
    this.#done = [...this.#done.slice(0, goesOn ? -1 : undefined), step];
    this.#undone = [];
    this.#map = applyChange(this.#map, change);
    return change;
  }

  undo(): Step | null {
    this.#goesOn = false;
    for (let step = this.#done.at(-1); step !== undefined; step = this.#done.at(-1)) {
      this.#done = this.#done.slice(0, -1);
      const change = step.changes.toReversed().map(invertChange).reduce(squashChanges, noChange);
      if (isEmptyChange(change)) continue;
      this.#undone = [...this.#undone, step];
      this.#map = applyChange(this.#map, change);
      return { label: step.label, change };
    }
    return null;
  }

  redo(): Step | null {
    this.#goesOn = false;
    const step = this.#undone.at(-1);
    if (step === undefined) return null;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, step];
    const change = step.changes.reduce(squashChanges, noChange);
    this.#map = applyChange(this.#map, change);
    return { label: step.label, change };
  }

  /** Does all steps on another body, and takes back there those that were taken back here. `done` hears of each. */
  replay(body: Body, done: (label: string, change: Change) => void): void {
    const steps = [...this.#done, ...this.#undone.toReversed()];
    const open = this.#goesOn ? this.#done.at(-1) : undefined;
    for (const [at, step] of steps.entries()) {
      const gesture = step === open ? step.gesture : `step ${at}`;
      for (const change of step.changes) {
        const made = body.run(change, step.label, gesture);
        if (made !== null) done(step.label, made);
      }
    }
    for (const { label } of this.#undone) {
      const step = body.undo();
      if (step !== null) done(label, step.change);
    }
  }
}
