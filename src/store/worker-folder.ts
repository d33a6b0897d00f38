import type { FoldOrder, FoldReply } from "#store/fold-order.ts";
import type { Folder } from "#store/ports.ts";

/** Folds in a worker, started for each request and ended with its answer: the next one may be days away. */
export function workerFolder(startWorker: () => Worker): Folder {
  return {
    async fold(updates) {
      const reply = await ask(startWorker, { fold: updates });
      return "folded" in reply ? reply.folded : null;
    },
    async areSame(ways) {
      const reply = await ask(startWorker, { compare: ways });
      return "areSame" in reply && reply.areSame;
    },
  };
}

/** Rejects when the worker cannot start, or dies. */
async function ask(startWorker: () => Worker, order: FoldOrder): Promise<FoldReply> {
  const worker = startWorker();
  try {
    return await new Promise((resolve, reject) => {
      const fail = (event: Event) => {
        event.preventDefault();
        reject(new Error("The fold worker died."));
      };
      worker.addEventListener("message", ({ data }: MessageEvent<FoldReply>) => resolve(data));
      worker.addEventListener("error", fail);
      worker.addEventListener("messageerror", fail);
      worker.postMessage(order, []);
    });
  } finally {
    worker.terminate();
  }
}
