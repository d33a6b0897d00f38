import type { ClaimId } from "#model/ids.ts";

const soon = 500;

/** Counts double clicks on claims by ourselves, since the first click may redraw what was clicked. */
export class DoubleClick {
  #claim: ClaimId | null = null;
  #at = 0;

  /** Whether this click is the second one soon after another on the same claim. */
  isSecond(claim: ClaimId | null, { timeStamp }: Event): boolean {
    const isSecond = claim !== null && claim === this.#claim && timeStamp - this.#at < soon;
    this.#claim = claim;
    this.#at = timeStamp;
    return isSecond;
  }

  /** Something else was done: the next click is a first one. */
  readonly forget = (): void => {
    this.#claim = null;
  };
}
