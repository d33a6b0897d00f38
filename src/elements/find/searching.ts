import type { ReactiveController, ReactiveControllerHost } from "lit";
import { finderOf, finding, type FoundNow, type Wanted } from "#elements/find/finding.ts";
import { atOnce, type Steps } from "#model/steps.ts";
import type { MapSession } from "#session/map-session.ts";
import { turn } from "#store/turns.ts";

const nothingFound: FoundNow = { count: 0, shown: [], places: 0, isWhole: true };

/**
 * Looks for what is wanted, in turns with what else the page does: a letter stands in thousands of claims. Until the
 * answer is there, what was found before stays; then the host renders again.
 */
export class Searching implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #key: readonly unknown[] = [];
  #found = nothingFound;
  #steps: Steps<FoundNow> | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether the answer is on its way. */
  get isLooking(): boolean {
    return this.#steps !== null;
  }

  /** What is found, or was before what is wanted now. */
  find(session: MapSession, wanted: Wanted): FoundNow {
    const { typed, replacing, isBlind } = wanted;
    const how = [typed, isBlind, replacing === null, replacing?.matchCase];
    const key = [session.map.value, finderOf(session).left, ...how];
    if (key.some((part, at) => part !== this.#key[at])) {
      this.#key = key;
      this.#steps = finding(session, wanted);
      if (!this.#take(this.#steps)) void this.#goOn(this.#steps);
    }
    return this.#found;
  }

  /** The answer to what is wanted, at once. */
  now(): FoundNow {
    if (this.#steps !== null) this.#found = atOnce(this.#steps);
    this.#steps = null;
    return this.#found;
  }

  hostDisconnected(): void {
    this.#steps = null;
    this.#key = [];
  }

  /** Takes the next step. Whether it was the last. */
  #take(steps: Steps<FoundNow>): boolean {
    const step = steps.next();
    if (step.done !== true) return false;
    this.#found = step.value;
    this.#steps = null;
    return true;
  }

  async #goOn(steps: Steps<FoundNow>): Promise<void> {
    for (;;) {
      await turn();
      if (steps !== this.#steps) return;
      if (this.#take(steps)) return this.#host.requestUpdate();
    }
  }
}
