import type { Steps } from "#model/steps.ts";

/** How work in steps is watched and ended. */
export interface Watched {
  /** Hears after each step how much is done, from 0 to 1. */
  readonly tell?: (share: number) => void;
  /** Ends the work before its next step when it aborts. */
  readonly signal?: AbortSignal;
}

/**
 * Does work in steps and gives the thread back between them, so that the page paints and answers meanwhile. Work of
 * one step is done at once. Rejects with what the work throws, or with the signal's reason when that aborts.
 */
export async function inTurns<Result>(steps: Steps<Result>, { tell, signal }: Watched = {}): Promise<Result> {
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    tell?.(step.value);
    await turn();
  }
}

/** When a moment counts as quiet where the browser cannot tell, in milliseconds. */
const QUIET_AFTER = 500;

/** Does something in a quiet moment; at the latest after so many milliseconds, if that is said. */
export function whenIdle(run: () => void, latest?: number): void {
  if ("requestIdleCallback" in globalThis)
    requestIdleCallback(run, latest === undefined ? {} : { timeout: latest });
  else setTimeout(run, Math.min(QUIET_AFTER, latest ?? QUIET_AFTER));
}

/**
 * Gives the thread back, and resolves when everything that waited by then has had its turn. A message does that: a
 * timer would wait for four milliseconds more, and `scheduler.yield` would come before the others again.
 */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener(
      "message",
      () => {
        port1.close();
        resolve();
      },
      { once: true },
    );
    port1.start();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
    port2.postMessage(null);
  });
}
