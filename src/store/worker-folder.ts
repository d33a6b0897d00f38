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

/** Rejects when no worker can be had that does not die. */
async function ask(startWorker: () => Worker, order: FoldOrder): Promise<FoldReply> {
  const { runErrand } = await import("#store/errand.ts");
  const reply = await runErrand({ makeWorker: startWorker, order, answerIn: (each: FoldReply) => each });
  if (typeof reply === "string") throw new Error("The fold worker died.");
  return reply;
}
