import { LitElement } from "lit";
import { query } from "lit/decorators.js";
import { refuseInput } from "#elements/shared/room.ts";

/** How long after the last key what was typed goes to the store (design section 5). */
const pause = 250;

/** The sentence has another letter. Fired at once, for what grows with it. */
export class SentenceTyped extends Event {
  static readonly type = "sentence-typed";
  readonly text: string;

  constructor(text: string) {
    super(SentenceTyped.type);
    this.text = text;
  }
}

/** Typing has paused, or the page may go: the sentence so far is to be kept. */
export class SentencePaused extends Event {
  static readonly type = "sentence-paused";
  readonly text: string;

  constructor(text: string) {
    super(SentencePaused.type);
    this.text = text;
  }
}

/** Something did not come into the field, and why: a sentence. */
export class SentenceRefused extends Event {
  static readonly type = "sentence-refused";
  readonly reason: string;

  constructor(reason: string) {
    super(SentenceRefused.type, { bubbles: true, composed: true });
    this.reason = reason;
  }
}

/** The person is done with the sentence. */
export class SentenceEnded extends Event {
  static readonly type = "sentence-ended";
  readonly text: string;
  /** Whether a key ended it, so that the focus goes back to the claim. */
  readonly byKey: boolean;

  constructor(text: string, byKey: boolean) {
    super(SentenceEnded.type);
    this.text = text;
    this.byKey = byKey;
  }
}

/**
 * What the fields of the map and of the outline have in common: one text field that is in the page from the start, so
 * that `begin` gives it the focus at once and no key is lost, and that never lets go of what was typed. A field renders
 * one `<textarea>` with `coming`, `typed`, `pressed` and `left` as its listeners.
 *
 * @event sentence-typed @event sentence-paused @event sentence-ended
 * @event sentence-refused - it bubbles, since it is said beside the claim.
 */
export abstract class SentenceField extends LitElement {
  @query("textarea") protected readonly field!: HTMLTextAreaElement;
  protected isWriting = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Makes the field as tall as its text. */
  protected abstract grow(): void;

  override connectedCallback(): void {
    super.connectedCallback();
    this.inert = !this.isWriting;
    addEventListener("pagehide", this.#keep);
    addEventListener("blur", this.#keep);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("pagehide", this.#keep);
    removeEventListener("blur", this.#keep);
    this.end();
  }

  /** Opens the field with a sentence and gives it the focus before this returns. */
  begin(text: string): void {
    if (!this.hasUpdated) this.performUpdate();
    this.isWriting = true;
    this.inert = false;
    this.field.value = text;
    this.field.focus({ preventScroll: true });
    this.field.setSelectionRange(text.length, text.length);
    this.grow();
  }

  /** Closes the field. What it holds was fired before. */
  end(): void {
    clearTimeout(this.#timer);
    this.isWriting = false;
    this.inert = true;
  }

  protected readonly coming = (event: InputEvent): void => {
    const refused = refuseInput(event);
    if (refused !== null) this.dispatchEvent(new SentenceRefused(refused));
  };

  protected readonly typed = (): void => {
    this.grow();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#keep, pause);
    this.dispatchEvent(new SentenceTyped(this.field.value));
  };

  protected readonly pressed = (event: KeyboardEvent): void => {
    if (event.isComposing || event.key === "Process") return;
    const ends = event.key === "Escape" || (event.key === "Enter" && !event.shiftKey);
    if (ends) {
      event.preventDefault();
      event.stopPropagation();
      this.#end(true);
    } else if (event.ctrlKey || event.metaKey || event.altKey) this.#keep();
  };

  /** A window that loses the focus keeps the field; a click elsewhere ends it. */
  protected readonly left = (): void => {
    if (document.hasFocus()) this.#end(false);
  };

  readonly #keep = (): void => {
    clearTimeout(this.#timer);
    if (this.isWriting) this.dispatchEvent(new SentencePaused(this.field.value));
  };

  #end(byKey: boolean): void {
    if (!this.isWriting) return;
    const text = this.field.value;
    this.end();
    this.dispatchEvent(new SentenceEnded(text, byKey));
  }
}

declare global {
  interface HTMLElementEventMap {
    "sentence-typed": SentenceTyped;
    "sentence-paused": SentencePaused;
    "sentence-refused": SentenceRefused;
    "sentence-ended": SentenceEnded;
  }
}
