import { signal } from "@preact/signals-core";

/** A line that stands on screen for a while. */
export interface Notice {
  readonly sentence: string;
  /** Something the person can do about it, such as Undo. */
  readonly offer: { readonly name: string; run(): void } | null;
}

/** How long an offer to undo stands (design section 7). */
export const noticeMs = 8000;

/** One notice at a time, and what is said to a screen reader. */
export class Notices {
  readonly notice = signal<Notice | null>(null);
  /** What the live region says. Two equal sentences in a row are told apart by the count. */
  readonly spoken = signal<{ readonly sentence: string; readonly count: number }>({ sentence: "", count: 0 });
  #timer: ReturnType<typeof setTimeout> | undefined;

  say(sentence: string): void {
    this.spoken.value = { sentence, count: this.spoken.peek().count + 1 };
  }

  /** Shows a line, and says it. It goes by itself after `noticeMs`. */
  show(sentence: string, offer: Notice["offer"] = null): void {
    this.notice.value = { sentence, offer };
    this.say(sentence);
    this.hold(false);
  }

  /** While the pointer or the focus rests on a notice it stays. */
  hold(held: boolean): void {
    clearTimeout(this.#timer);
    if (!held) this.#timer = setTimeout(() => this.dismiss(), noticeMs);
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.notice.value = null;
  }
}
