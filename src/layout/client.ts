import type { PlaceTable } from "#layout/boxes.ts";
import { mostForDagre, placeBoxes } from "#layout/place.ts";
import type { Picture } from "#layout/picture.ts";
import { tableOf } from "#layout/placed.ts";
import { planOf, type PlannedBox } from "#layout/plan.ts";
import type { LayoutRequest } from "#layout/request.ts";
import { pictureOf } from "#layout/route.ts";
import { buffersOf, type LayoutOrder, type LayoutReply } from "#layout/worker.ts";

export interface LayoutClient {
  /**
   * Lays a map out: a small one at once on the page, a large one in the worker. Where requests come faster
   * than pictures, those overtaken while they wait get the picture of a newer one; pictures never go back in
   * time. A worker that dies is started once more; if it dies again, the page does its work.
   */
  layout(request: LayoutRequest): Promise<Picture>;
  /** Ends the worker. What it was asked for is laid out on the page. */
  close(): void;
}

export function createLayoutClient(makeWorker: () => Worker): LayoutClient {
  return new WorkerClient(makeWorker);
}

/** One picture that is due, and all who wait for it. */
interface Job {
  readonly number: number;
  readonly request: LayoutRequest;
  readonly plan: readonly PlannedBox[];
  readonly waiters: readonly Waiter[];
  readonly isSecondTry: boolean;
}

interface Waiter {
  readonly resolve: (picture: Picture) => void;
  readonly reject: (reason: unknown) => void;
}

class WorkerClient implements LayoutClient {
  readonly #makeWorker: () => Worker;
  #worker: Worker | null = null;
  #running: Job | null = null;
  #next: Job | null = null;
  #newest: { readonly number: number; readonly picture: Picture } | null = null;
  #count = 0;

  constructor(makeWorker: () => Worker) {
    this.#makeWorker = makeWorker;
  }

  layout(request: LayoutRequest): Promise<Picture> {
    const plan = planOf(request);
    const number = ++this.#count;
    const overtaken = this.#next?.waiters ?? [];
    return new Promise((resolve, reject) => {
      const waiters = [...overtaken, { resolve, reject }];
      const job = { number, request, plan, waiters, isSecondTry: false };
      this.#next = null;
      if (plan.length <= mostForDagre) this.#finishOnPage(job);
      else if (this.#running === null) this.#start(job);
      else this.#next = job;
    });
  }

  close(): void {
    this.#stopWorker();
    const left = [this.#running, this.#next];
    this.#running = null;
    this.#next = null;
    for (const job of left) if (job !== null) this.#finishOnPage(job);
  }

  #start(job: Job): void {
    this.#running = job;
    const boxes = tableOf(job.plan);
    const order: LayoutOrder = { number: job.number, boxes };
    try {
      this.#worker ??= this.#startWorker();
      this.#worker.postMessage(order, buffersOf(boxes));
    } catch {
      this.#fail();
    }
  }

  #startWorker(): Worker {
    const worker = this.#makeWorker();
    worker.addEventListener("message", ({ data }: MessageEvent<LayoutReply>) => this.#receive(data));
    const fail = (event: Event) => {
      event.preventDefault();
      if (worker === this.#worker) this.#fail();
    };
    worker.addEventListener("error", fail);
    worker.addEventListener("messageerror", fail);
    return worker;
  }

  #stopWorker(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }

  #receive({ number, places }: LayoutReply): void {
    const job = this.#running;
    if (job?.number !== number) return;
    this.#finish(job, () => places);
    this.#goOn();
  }

  /** The worker died or cannot start: once more with a new one, then on the page. */
  #fail(): void {
    this.#stopWorker();
    const job = this.#running;
    if (job === null) return;
    if (!job.isSecondTry) {
      this.#start({ ...job, isSecondTry: true });
      return;
    }
    this.#finishOnPage(job);
    this.#goOn();
  }

  #goOn(): void {
    this.#running = null;
    const next = this.#next;
    this.#next = null;
    if (next !== null) this.#start(next);
  }

  #finishOnPage(job: Job): void {
    this.#finish(job, () => placeBoxes(tableOf(job.plan)));
  }

  #finish({ number, request, plan, waiters }: Job, places: () => PlaceTable): void {
    try {
      if (this.#newest === null || this.#newest.number < number) {
        this.#newest = { number, picture: pictureOf(request, plan, places()) };
      }
      for (const { resolve } of waiters) resolve(this.#newest.picture);
    } catch (reason) {
      for (const { reject } of waiters) reject(reason);
    }
  }
}
