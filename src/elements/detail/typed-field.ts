import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { dateInWords } from "#dating/date-words.ts";
import { readDating } from "#dating/dating.ts";
import { typedFieldStyles } from "#elements/detail/typed-field-styles.ts";
import { controls } from "#elements/shared/controls.ts";
import { Typing, type TypingHost } from "#elements/shared/typing.ts";
import type { HeldText } from "#session/held-text.ts";
import { detailWords as words } from "#words/detail.ts";

/** What has been typed so far. `gesture` is the same from the moment the field got the focus until it lost it. */
export class FieldWritten extends Event {
  static readonly type = "field-written";
  readonly text: string;
  readonly gesture: string;
  /** Why the map does not take it, if it does not: whoever writes it says so here. */
  refused: string | null = null;

  constructor(text: string, gesture: string) {
    super(FieldWritten.type);
    this.text = text;
    this.gesture = gesture;
  }
}

/**
 * A named field for text that is kept as it is typed, as {@link Typing} does it. A date is handed on when the field is
 * left, since half of one is another date; below it stands how it is read.
 *
 * @event field-written - a {@link FieldWritten}; it does not bubble.
 */
@customElement("typed-field")
export class TypedField extends LitElement implements TypingHost {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [controls, typedFieldStyles];

  @property() label = "";
  @property() text = "";
  /** What stands in the field while it is empty. */
  @property() hint = "";
  /** What stands below it. */
  @property() help = "";
  /** Several lines, and Enter breaks them. */
  @property({ type: Boolean }) lines = false;
  /** Whether it is a date. */
  @property({ type: Boolean }) dated = false;
  /** Whether it is part of a form with a button: each letter goes to the form at once, and the form holds it. */
  @property({ type: Boolean }) draft = false;
  /** What is offered while one types. */
  @property({ attribute: false }) offered: readonly string[] = [];
  @property({ attribute: false }) held: HeldText | null = null;
  @query("input, textarea") readonly field!: HTMLInputElement | HTMLTextAreaElement | null;
  /** Whether half a date may stand in it. */
  @state() private writing = false;
  readonly #typing = new Typing(this, () => (this.draft ? 0 : this.dated ? Infinity : 250));

  override render() {
    const refused = this.writing && this.draft && this.dated ? null : this.#typing.refused;
    return html`<label for="field">${this.label}</label
      >${this.lines ? this.#area(refused) : this.#line(refused)}
      ${refused === null ? nothing : html`<p class="refused" id="refused" role="alert">${refused}</p>`}
      ${this.#below(refused)}`;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("text")) this.#typing.show();
  }

  /** Whether what stands in it cannot be taken. */
  get isStuck(): boolean {
    return this.#typing.isStuck;
  }

  /** Hands on at once what waits. */
  flush(): void {
    this.#typing.flush();
  }

  /** Says now what is amiss with what stands in it, half written or not. */
  check(): void {
    this.flush();
    this.writing = false;
  }

  give(text: string, gesture: string): string | null {
    const event = new FieldWritten(text, gesture);
    this.dispatchEvent(event);
    return event.refused;
  }

  #line(refused: string | null) {
    const { begun, coming, composed } = this.#typing;
    const list = this.offered.length > 0;
    return html`<input
        id="field"
        dir="auto"
        autocomplete="off"
        list=${list ? "offered" : nothing}
        placeholder=${this.hint === "" ? nothing : this.hint}
        aria-invalid=${refused === null ? nothing : "true"}
        aria-describedby=${refused === null ? "below" : "refused below"}
        @focus=${begun}
        @beforeinput=${coming}
        @input=${this.#typed}
        @compositionend=${composed}
        @blur=${this.#left}
        @keydown=${this.#pressed}
      />${
        list
          ? html`<datalist id="offered">
              ${this.offered.map((each) => html`<option .value=${each}></option>`)}
            </datalist>`
          : nothing
      }`;
  }

  #area(refused: string | null) {
    const { begun, coming, composed } = this.#typing;
    return html`<textarea
      id="field"
      dir="auto"
      rows="3"
      placeholder=${this.hint === "" ? nothing : this.hint}
      aria-invalid=${refused === null ? nothing : "true"}
      aria-describedby=${refused === null ? "below" : "refused below"}
      @focus=${begun}
      @beforeinput=${coming}
      @input=${this.#typed}
      @compositionend=${composed}
      @blur=${this.#left}
    ></textarea>`;
  }

  #below(refused: string | null) {
    const reading = this.dated && refused === null ? readAs(this.text) : "";
    return html`<p class="below" id="below">${reading === "" ? this.help : reading}</p>`;
  }

  readonly #typed = (event: InputEvent): void => {
    this.writing = true;
    this.#typing.typed(event);
  };

  readonly #left = (): void => {
    this.writing = false;
    this.#typing.left();
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && !event.isComposing) this.check();
  };
}

/** How a date is read, where that is not just what is written. */
function readAs(text: string): string {
  if (text.trim() === "") return "";
  const dating = readDating(text);
  const inWords = "refused" in dating ? "" : dateInWords(dating);
  return inWords === "" || inWords === text.trim() ? "" : words.readAs(inWords);
}

declare global {
  interface HTMLElementTagNameMap {
    "typed-field": TypedField;
  }
  interface HTMLElementEventMap {
    "field-written": FieldWritten;
  }
}
