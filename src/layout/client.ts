import { coverOfMany } from "#layout/cover-grid.ts";
import { cutCurve } from "#layout/cut-curve.ts";
import { largePictureOf } from "#layout/large-picture.ts";
import type { Picture } from "#layout/picture.ts";
import { mostForDagre, placeBoxes } from "#layout/place.ts";
import { planOf, type Plan } from "#layout/plan.ts";
import { planAfter, type Planned } from "#layout/plan-after.ts";
import type { LayoutRequest } from "#layout/request.ts";
import { routed, type Routes } from "#layout/route.ts";
import type { LayoutOrder, LayoutReply } from "#layout/worker.ts";

/** A worker that has not answered after so many milliseconds is dead: 50,000 claims take a fraction of one second. */
const patienceForLayout = 10_000;

export interface LayoutClient {
  /**
   * Lays a map out: a small one at once on the page, since starting a worker costs more, a large one in the worker.
   * Where requests come faster than pictures, those overtaken while they wait get the picture of a newer one;
   * pictures never go back in time. A worker that dies, or does not answer, is started once more; if that is in
   * vain too, the page does its work. Rejects only if the page fails as well.
   */
  layout(request: LayoutRequest): Promise<Picture>;
  /** Ends the worker. What it was asked for is laid out on the page. */
  close(): void;
}

/** `patience` is how many milliseconds the worker has for an answer. */
export function createLayoutClient(
  makeWorker: () => Worker,
  patience: number = patienceForLayout,
): LayoutClient {
  return new WorkerClient(makeWorker, patience);
}

/** One picture that is due, and all who wait for it. */
interface Job {
  readonly number: number;
  readonly plan: Plan;
  readonly waiters: readonly Waiter[];
  readonly isSecondTry: boolean;
}

interface Waiter {
  readonly resolve: (picture: Picture) => void;
  readonly reject: (reason: unknown) => void;
}

class WorkerClient implements LayoutClient {
  readonly #makeWorker: () => Worker;
  readonly #patience: number;
  #worker: Worker | null = null;
  #running: Job | null = null;
  #next: Job | null = null;
  #newest: { readonly number: number; readonly picture: Picture } | null = null;
  #planned: Planned | null = null;
  #count = 0;
  #alarm: ReturnType<typeof setTimeout> | undefined;

  constructor(makeWorker: () => Worker, patience: number) {
    this.#makeWorker = makeWorker;
    this.#patience = patience;
  }

  layout(request: LayoutRequest): Promise<Picture> {
    return new Promise((resolve, reject) => {
      const plan = this.#planned === null ? planOf(request) : planAfter(this.#planned, request);
      this.#planned = { request, plan };
      const number = ++this.#count;
      const overtaken = this.#next?.waiters ?? [];
      const job = { number, plan, waiters: [...overtaken, { resolve, reject }], isSecondTry: false };
      this.#next = null;
      if (plan.table.form.length <= mostForDagre) this.#finishOnPage(job);
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
    const order: LayoutOrder = { number: job.number, plan: job.plan.table };
    try {
      this.#worker ??= this.#startWorker();
      this.#worker.postMessage(order, []);
      this.#alarm = setTimeout(() => this.#fail(), this.#patience);
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
    clearTimeout(this.#alarm);
    this.#worker?.terminate();
    this.#worker = null;
  }

  #receive({ number, routes }: LayoutReply): void {
    const job = this.#running;
    if (job?.number !== number) return;
    clearTimeout(this.#alarm);
    this.#finish(job, () => routes);
    this.#goOn();
  }

  /** The worker died, cannot start or says nothing: once more with a new one, then on the page. */
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
    const { table } = job.plan;
    this.#finish(job, () => routed(table, placeBoxes(table.boxes), coverOfMany));
  }

  #finish({ number, plan, waiters }: Job, routes: () => Routes): void {
    try {
      if (this.#newest === null || this.#newest.number < number) {
        this.#newest = { number, picture: largePictureOf(plan, routes(), cutCurve) };
      }
      for (const { resolve } of waiters) resolve(this.#newest.picture);
    } catch (reason) {
      for (const { reject } of waiters) reject(reason);
    }
  }
}
