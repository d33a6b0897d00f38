import type { SignOfLife } from "#store/sign-of-life.ts";
import { watchForDeath } from "#store/worker-death.ts";

/** What a worker is started for; it ends with its answer. */
export interface Errand<Message extends object, Answer> {
  makeWorker(): Worker;
  readonly order: object;
  /** The answer that is in a message; `null` where there is more to come. */
  answerIn(message: Message): Answer | null;
  /** A worker that says nothing for so many milliseconds is given up. Without it, it may take as long as it needs. */
  readonly patience?: number;
  /** Ends the worker when it aborts. */
  readonly signal?: AbortSignal | undefined;
}

/** What became of an errand, where there is no answer. */
export type Failing = "died" | "silent" | "cancelled";

/** Sends a worker on an errand. One that dies, or cannot be had, is started once more and asked again. Never rejects. */
export async function runErrand<Message extends object, Answer extends object>(
  errand: Errand<Message, Answer>,
): Promise<Answer | Failing> {
  const first = await attempt(errand);
  return first === "died" ? attempt(errand) : first;
}

function attempt<Message extends object, Answer extends object>(
  errand: Errand<Message, Answer>,
): Promise<Answer | Failing> {
  const { makeWorker, order, signal } = errand;
  return new Promise((resolve) => {
    const ending: (() => void)[] = [];
    const end = (how: Answer | Failing) => {
      for (const each of ending.splice(0)) each();
      resolve(how);
    };
    if (signal?.aborted) return end("cancelled");
    try {
      const worker = makeWorker();
      ending.push(
        () => worker.terminate(),
        watchForDeath(worker, () => end("died")),
        hearAnswer(worker, errand, end),
        onAbort(signal, () => end("cancelled")),
      );
      worker.postMessage(order, []);
    } catch {
      end("died");
    }
  });
}

function hearAnswer<Message extends object, Answer>(
  worker: Worker,
  { answerIn, patience }: Errand<Message, Answer>,
  end: (how: Answer | "silent") => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    if (patience !== undefined) timer = setTimeout(() => end("silent"), patience);
  };
  wait();
  worker.addEventListener("message", ({ data }: MessageEvent<Message | SignOfLife>) => {
    wait();
    const answer = "life" in data ? null : answerIn(data);
    if (answer !== null) end(answer);
  });
  return () => clearTimeout(timer);
}

/** Gives what forgets it again. */
function onAbort(signal: AbortSignal | undefined, run: () => void): () => void {
  signal?.addEventListener("abort", run);
  return () => signal?.removeEventListener("abort", run);
}
