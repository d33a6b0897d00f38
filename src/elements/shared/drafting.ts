import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { HeldText, TextHolder } from "#session/held-text.ts";

/** An element that is a form with a button: what is written in it waits for that. */
export interface DraftingHost extends ReactiveControllerHost, HTMLElement {
  /** Where it is said that words wait; `null` where nothing says anything. */
  readonly held: HeldText | null;
  /** Whether nobody has written anything in it. */
  readonly isBlank: boolean;
  submit(): void;
  leave(): void;
}

/** What forms with a button have in common: words that wait are said to wait, Enter sends, Escape leaves. */
export class Drafting implements ReactiveController, TextHolder {
  readonly flush = null;
  readonly #host: DraftingHost;

  constructor(host: DraftingHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    this.look();
  }

  hostDisconnected(): void {
    this.#host.held?.release(this);
  }

  /** Something has been written: now it waits, or there is nothing that could. */
  readonly look = (): void => {
    const { held, isBlank } = this.#host;
    if (isBlank) held?.release(this);
    else held?.hold(this);
  };

  readonly submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#host.submit();
  };

  /** Enter in a line of text sends the form; the line stands in a shadow of its own, where the browser does not know it. */
  readonly pressed = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const [field] = event.composedPath();
    if (event.key === "Enter" && field instanceof HTMLInputElement) {
      event.preventDefault();
      this.#host.submit();
    }
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.#host.leave();
  };
}
