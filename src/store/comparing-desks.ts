import type { ArgumentMap } from "#model/map.ts";
import { Comparing, type ComparingOrder, type ComparingReply, piecesOf } from "#store/comparing.ts";
import { nextTask } from "#store/stretches.ts";
import { watchForDeath } from "#store/worker-death.ts";

/** Where states of a map are compared. Both methods reject when that is a worker and it dies. */
export interface Desk {
  /** Tells it what the map says now. */
  learn(map: ArgumentMap): Promise<void>;
  /** `null` when it was cancelled. */
  take(order: ComparingOrder, signal: AbortSignal): Promise<ComparingReply | null>;
  close(): void;
}

/** Compares on the page: for small maps, and where there is no worker. */
export class PageDesk implements Desk {
  readonly #comparing = new Comparing();

  async learn(map: ArgumentMap): Promise<void> {
    this.#comparing.learn({ piece: map, isFirst: true });
  }

  async take(order: ComparingOrder): Promise<ComparingReply> {
    return this.#comparing.take(order);
  }

  close(): void {}
}

/** Compares in a worker. What is cancelled it finishes all the same: its answer is passed over when it comes. */
export class WorkerDesk implements Desk {
  readonly #worker: Worker;
  readonly #death: Promise<never>;
  #stopWatching: () => void = () => undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.#death = new Promise((_, reject) => {
      this.#stopWatching = watchForDeath(worker, () => reject(new Error("The comparing worker died.")));
    });
    this.#death.catch(() => undefined);
  }

  async learn(map: ArgumentMap): Promise<void> {
    for (const piece of piecesOf(map)) {
      this.#worker.postMessage(piece, []);
      await Promise.race([nextTask(), this.#death]);
    }
  }

  async take(order: ComparingOrder, signal: AbortSignal): Promise<ComparingReply | null> {
    const listening = new AbortController();
    const once = { signal: listening.signal };
    const answer = new Promise<ComparingReply | null>((resolve) => {
      const receive = ({ data }: MessageEvent<ComparingReply>) => {
        if (data.number === order.number) resolve(data);
      };
      this.#worker.addEventListener("message", receive, once);
      signal.addEventListener("abort", () => resolve(null), once);
      if (signal.aborted) resolve(null);
    });
    this.#worker.postMessage(order, []);
    return Promise.race([answer, this.#death]).finally(() => listening.abort());
  }

  close(): void {
    this.#stopWatching();
    this.#worker.terminate();
  }
}
