import type { ReactiveController, ReactiveControllerHost } from "lit";
import { refuseInput } from "#elements/shared/room.ts";
import type { HeldText, TextHolder } from "#session/held-text.ts";

/** How long after the last key what was typed is handed on, in milliseconds (design section 5). */
const usualPause = 250;
let bouts = 0;

type Field = HTMLInputElement | HTMLTextAreaElement;

/** An element whose field is kept as it is typed. */
export interface TypingHost extends ReactiveControllerHost, HTMLElement {
  /** Where it is said that letters wait; `null` where nothing says anything. */
  held: HeldText | null;
  /** What the field said when nothing waited, as the map says it now. */
  text: string;
  /** `null` while there is none. */
  readonly field: Field | null;
  /** Hands on what was typed; why it is not taken, in a sentence, or `null`. One bout of typing has one gesture. */
  give(text: string, gesture: string): string | null;
}

/**
 * Keeps what is typed into a field: after a pause, when the field is left, when the session flushes what is
 * held (the page may go), and when the element goes away. Letters that an input method is still composing wait for
 * their end. What the map makes of the text comes into the field only when it is left, so that the caret stays; text
 * from elsewhere comes in while nothing waits. What the map does not take stays in the field, and `refused` says why.
 */
export class Typing implements ReactiveController, TextHolder {
  refused: string | null = null;
  /** Whether the map has not taken what stands in the field. */
  isStuck = false;
  readonly #host: TypingHost;
  readonly #pause: () => number;
  #isWaiting = false;
  #isComposing = false;
  /** What was just handed on is on its way back, as the map says it. */
  #isAnswered = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #gesture = "";

  /** `pause`, in milliseconds, is how long it waits for another key: 0 for not at all, `Infinity` until it is left. */
  constructor(host: TypingHost, pause: () => number = () => usualPause) {
    this.#host = host;
    this.#pause = pause;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.flush();
    this.#host.held?.release(this);
  }

  /** The field shows what the map says, unless it holds something else for a while. */
  show(): void {
    const { field, text } = this.#host;
    if (field === null || this.#isWaiting || this.isStuck) return;
    if (field.value !== text && !(this.#isAnswered && this.#hasFocus)) field.value = text;
  }

  readonly begun = (): void => {
    this.#gesture = `bout-${++bouts}`;
    this.#host.held?.begin();
  };

  /** What does not fit does not come in. */
  readonly coming = (event: InputEvent): void => {
    const refused = refuseInput(event);
    if (refused !== null) this.#say(refused);
  };

  readonly typed = (event: InputEvent): void => {
    this.#isComposing = event.isComposing;
    this.#wait();
  };

  readonly composed = (): void => {
    this.#isComposing = false;
    if (this.#isWaiting) this.#wait();
  };

  readonly left = (): void => {
    this.#isComposing = false;
    this.flush();
    this.#settle();
  };

  /** Hands on at once what waits. */
  readonly flush = (): void => {
    const { held, field } = this.#host;
    clearTimeout(this.#timer);
    if (!this.#isWaiting || field === null) return;
    this.#isWaiting = false;
    this.#isAnswered = true;
    const refused = this.#host.give(field.value, this.#gesture);
    this.isStuck = refused !== null;
    if (refused === null) held?.release(this);
    else held?.hold(this, refused);
    this.#say(refused);
    this.#settle();
  };

  #wait(): void {
    this.#isWaiting = true;
    if (!this.isStuck) this.#say(null);
    this.#host.held?.hold(this);
    clearTimeout(this.#timer);
    if (this.#isComposing) return;
    const pause = this.#pause();
    if (pause === 0) this.flush();
    else if (pause < Infinity) this.#timer = setTimeout(this.flush, pause);
  }

  /** Elements render before the next task: by then what the map made of the text has come back. */
  #settle(): void {
    setTimeout(() => {
      this.#isAnswered = false;
      if (!this.#hasFocus) this.show();
    });
  }

  #say(refused: string | null): void {
    if (refused === this.refused) return;
    this.refused = refused;
    this.#host.requestUpdate();
  }

  get #hasFocus(): boolean {
    return this.#host.shadowRoot?.activeElement === this.#host.field;
  }
}
