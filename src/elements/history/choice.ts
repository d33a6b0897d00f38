import type { Moment } from "#store/states.ts";

/** Which two lines of a history are compared. */
export interface Choice {
  /** The line in hand. */
  readonly chosen: Moment;
  /** What it is compared with. */
  readonly other: Moment;
  /** The two, the earlier one first. */
  readonly before: Moment;
  readonly after: Moment;
  /** Whether the line in hand is the present, or what nothing was written since. */
  readonly isNow: boolean;
}

/** The versions that a person chose, by id: `null` is the present, `undefined` where they chose none. */
export interface Chosen {
  readonly chosen: string | null | undefined;
  readonly other: string | null | undefined;
}

/**
 * As long as no one chose, it is the last version before the present, and the present; what says the same as the present
 * is compared with the line before. `moments` begins with the present; there must be one.
 */
export function choiceOf(moments: readonly Moment[], { chosen: first, other: second }: Chosen): Choice {
  const find = (id: string | null | undefined) =>
    id === undefined ? undefined : moments.find((moment) => moment.id === id);
  const [now, last] = [moments[0]!, moments[1]];
  const chosen = find(first) ?? last ?? now;
  const isNow = chosen === now || (chosen === last && now.isUnchanged);
  const usual = isNow ? moments[moments.indexOf(chosen) + 1] : now;
  const named = find(second);
  const other = (named === chosen ? undefined : named) ?? usual ?? now;
  const isLater = moments.indexOf(chosen) < moments.indexOf(other);
  return isLater
    ? { chosen, other, isNow, before: other, after: chosen }
    : { chosen, other, isNow, before: chosen, after: other };
}
