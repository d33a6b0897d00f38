import type { SignOfLife } from "#store/sign-of-life.ts";

/** A worker that has said nothing at all for so many milliseconds has not come to life. */
const patienceForStart = 20_000;

/**
 * Tells when a worker has died: of an error, of an order that it cannot read, without a word, or before it began.
 * Workers that are watched take their orders by `takeOrders`. Gives what ends
 * the watch.
 */
export function watchForDeath(worker: Worker, tell: () => void, patience = patienceForStart): () => void {
  const watching = new AbortController();
  const { signal } = watching;
  const start = setTimeout(() => die(), patience);
  const stop = () => {
    clearTimeout(start);
    watching.abort();
  };
  const die = () => {
    if (signal.aborted) return;
    stop();
    tell();
  };
  const fail = (event: Event) => {
    event.preventDefault();
    die();
  };
  const hear = ({ data }: MessageEvent<SignOfLife | object>) => {
    clearTimeout(start);
    if ("life" in data) navigator.locks.request(data.life, { signal }, die).catch(() => undefined);
  };
  worker.addEventListener("error", fail, { signal });
  worker.addEventListener("messageerror", fail, { signal });
  worker.addEventListener("message", hear, { signal });
  return stop;
}
