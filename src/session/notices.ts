import { signal } from "@preact/signals-core";

/** Something the person can do about what is said, such as Undo. */
export interface Offer {
  readonly name: string;
  run(): void;
}

/** A line that stands on screen for a while. */
export interface Notice {
  readonly sentence: string;
  readonly offer: Offer | null;
  /** Something else that can be done. */
  readonly other?: Offer | null;
}

/** A sentence that is said to a screen reader. Two equal ones are told apart by the count. */
export interface Said {
  readonly sentence: string;
  readonly count: number;
}

/** How long an offer to undo stands (design section 7). */
export const noticeMs = 8000;
/** Sentences that follow each other within this time are in the live region together. */
const hearingMs = 1000;

/** One notice at a time, and what is said to a screen reader. */
export class Notices {
  readonly notice = signal<Notice | null>(null);
  /** What the live region says, the newest last. What was said just before stays with it, or it would go unheard. */
  readonly spoken = signal<readonly Said[]>([]);
  #saidAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #standing: Notice | null = null;

  say(sentence: string): void {
    const said = this.spoken.peek();
    const isSoon = performance.now() - this.#saidAt < hearingMs;
    this.#saidAt = performance.now();
    this.spoken.value = [...(isSoon ? said : []), { sentence, count: (said.at(-1)?.count ?? 0) + 1 }];
  }

  /** Shows a line, and says it. It goes by itself after `noticeMs`. */
  show(sentence: string, offer: Offer | null = null): void {
    this.notice.value = { sentence, offer };
    this.say(sentence);
    this.hold(false);
  }

  /** Shows a line that stays until the person puts it away or the result is called, and says it. Others pass over it. */
  stand(sentence: string, offer: Offer | null = null, other: Offer | null = null): () => void {
    clearTimeout(this.#timer);
    const notice = { sentence, offer, other };
    this.#standing = notice;
    this.notice.value = notice;
    this.say(sentence);
    return () => {
      if (this.#standing === notice) this.#standing = null;
      if (this.notice.peek() === notice) this.notice.value = null;
    };
  }

  /** While the pointer or the focus rests on a notice it stays. */
  hold(held: boolean): void {
    clearTimeout(this.#timer);
    if (!held && this.notice.peek() !== this.#standing)
      this.#timer = setTimeout(() => this.dismiss(), noticeMs);
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    if (this.notice.peek() === this.#standing) this.#standing = null;
    this.notice.value = this.#standing;
  }
}
