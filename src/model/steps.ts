/**
 * Work that whoever does it may interrupt: after each step it yields how much of it is done, from 0 to 1. A step is
 * bounded by a count of what it goes through, never by a clock, so that it is as small on a slow machine.
 */
export type Steps<Result> = Generator<number, Result, void>;

/** How many claims a step goes through where little is done with each, some 10 ms of work. */
export const STEP_CLAIMS = 20_000;

/** Does the work without a break. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The work as a part of more, which has come from one share to another when it is done. */
export function* within<Result>(steps: Steps<Result>, from: number, to: number): Steps<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + step.value * (to - from);
  }
}
