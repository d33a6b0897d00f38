import type { ClaimGraph, GraphLayout } from "#layout/graph.ts";

/** What the page asks of the worker. */
export interface GraphOrder {
  readonly number: number;
  readonly graph: ClaimGraph;
}

/** What the worker answers, under the order's number. */
export interface GraphReply {
  readonly number: number;
  readonly layout: GraphLayout;
}

/** A worker that has not answered after so many milliseconds is dead. */
const patienceForGraph = 10_000;

interface Waiting {
  readonly number: number;
  readonly graph: ClaimGraph;
  readonly resolve: (layout: GraphLayout | null) => void;
  readonly reject: (reason: unknown) => void;
}

/** Lays graphs out in a worker of its own; on the page where that dies, cannot start or does not answer. */
export class GraphClient {
  readonly #makeWorker: () => Worker;
  readonly #patience: number;
  #worker: Worker | null = null;
  #waiting: Waiting | null = null;
  #count = 0;
  #alarm: ReturnType<typeof setTimeout> | undefined;

  /** `patience` is how many milliseconds the worker has for an answer. */
  constructor(makeWorker: () => Worker, patience: number = patienceForGraph) {
    this.#makeWorker = makeWorker;
    this.#patience = patience;
  }

  /** `null` where a newer request has overtaken this one, or the client was closed. Rejects only if the page fails as well. */
  layout(graph: ClaimGraph): Promise<GraphLayout | null> {
    this.#waiting?.resolve(null);
    return new Promise((resolve, reject) => {
      this.#waiting = { number: ++this.#count, graph, resolve, reject };
      clearTimeout(this.#alarm);
      this.#alarm = setTimeout(() => this.#fail(), this.#patience);
      try {
        this.#worker ??= this.#startWorker();
        this.#worker.postMessage({ number: this.#count, graph } satisfies GraphOrder, []);
      } catch {
        this.#fail();
      }
    });
  }

  close(): void {
    this.#stopWorker();
    this.#waiting?.resolve(null);
    this.#waiting = null;
  }

  #startWorker(): Worker {
    const worker = this.#makeWorker();
    worker.addEventListener("message", ({ data: { number, layout } }: MessageEvent<GraphReply>) => {
      if (this.#waiting?.number === number) this.#taken().resolve(layout);
    });
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

  #taken(): Waiting {
    const waiting = this.#waiting!;
    clearTimeout(this.#alarm);
    this.#waiting = null;
    return waiting;
  }

  #fail(): void {
    this.#stopWorker();
    if (this.#waiting === null) return;
    const { graph, resolve, reject } = this.#taken();
    import("#layout/graph-layout.ts").then(({ layoutGraph }) => resolve(layoutGraph(graph))).catch(reject);
  }
}
