import type { ReactiveController, ReactiveControllerHost } from "lit";
import { finderOf } from "#elements/find/finding.ts";
import type { Finder } from "#search/finder.ts";
import type { MapSession } from "#session/map-session.ts";
import { inTurns, turn } from "#store/turns.ts";

/** The share of the map after which its host looks for the first time; then each time that twice as much is read. */
const FIRST_LOOK = 1 / 64;

/** Reads the map for Find, in turns, from when its host is on screen, and renders the host again as more is known. */
export class Reading implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #session: () => MapSession;
  #ending = new AbortController();
  #reads: Finder | null = null;

  constructor(host: ReactiveControllerHost, session: () => MapSession) {
    this.#host = host;
    this.#session = session;
  }

  hostUpdated(): void {
    const finder = finderOf(this.#session());
    if (finder !== this.#reads && finder.left > 0) void this.#read(finder);
  }

  /** What is not read by now is read when Find is opened again. */
  hostDisconnected(): void {
    this.#ending.abort();
    this.#reads = null;
  }

  async #read(finder: Finder): Promise<void> {
    this.#ending.abort();
    const { signal } = (this.#ending = new AbortController());
    this.#reads = finder;
    let look = FIRST_LOOK;
    const tell = (share: number) => {
      if (share < look) return;
      look *= 2;
      // Looking has a turn of its own, as every step has.
      void turn().then(() => this.#host.requestUpdate());
    };
    await inTurns(finder.reading(), { tell, signal }).catch(() => undefined);
    if (signal.aborted) return;
    this.#reads = null;
    this.#host.requestUpdate();
  }
}
