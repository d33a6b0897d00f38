/** Work that is done piece by piece; after each it says how much of it is done, from 0 to 1. */
export type Pieces<Result> = Generator<number, Result, void>;

/** How long the page is held up by one stretch of such work, in milliseconds: less than a frame. */
const STRETCH = 10;

/** Does all of it at once. */
export function atOnce<Result>(pieces: Pieces<Result>): Result {
  for (;;) {
    const next = pieces.next();
    if (next.done === true) return next.value;
  }
}

/** Does it in stretches, between which the page goes on. `null` when it was cancelled. */
export async function inStretches<Result>(
  pieces: Pieces<Result>,
  signal: AbortSignal,
  tell: (share: number) => void = () => undefined,
): Promise<Result | null> {
  for (;;) {
    if (signal.aborted) return null;
    const end = performance.now() + STRETCH;
    for (let next = pieces.next(); ; next = pieces.next()) {
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
