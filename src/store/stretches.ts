import type { Steps } from "#model/steps.ts";

/** How long the page is held up by one stretch of such work, in milliseconds: less than a frame. */
const STRETCH = 10;

/** Does it in stretches, between which the page goes on. `null` when it was cancelled. */
export async function inStretches<Result>(
  steps: Steps<Result>,
  signal: AbortSignal,
  tell: (share: number) => void = () => undefined,
): Promise<Result | null> {
  for (;;) {
    if (signal.aborted) return null;
    const end = performance.now() + STRETCH;
    for (let next = steps.next(); ; next = steps.next()) {
      if (next.done === true) return next.value;
      if (performance.now() < end) continue;
      tell(next.value);
      break;
    }
    await nextTask();
  }
}

/** The page's next task. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
