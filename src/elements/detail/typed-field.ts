import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { controls } from "#elements/shared/controls.ts";
import { Typing, type TypingHost } from "#elements/shared/typing.ts";
import type { HeldText } from "#session/held-text.ts";

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
 * A named field for text that is kept as it is typed, as {@link Typing} does it.
 *
 * @event field-written - a {@link FieldWritten}; it does not bubble.
 */
@customElement("typed-field")
export class TypedField extends LitElement implements TypingHost {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 4px;
        min-width: 0;
      }
      label {
        font: 500 12px/16px var(--sans);
        color: var(--ink-2);
      }
      input,
      textarea {
        width: 100%;
        min-width: 0;
      }
      textarea {
        resize: vertical;
        field-sizing: content;
        min-height: 76px;
        max-height: 50vh;
      }
      .refused {
        margin: 0;
        color: var(--oppose);
        font: 500 13px/18px var(--sans);
      }
    `,
  ];

  @property() label = "";
  @property() text = "";
  @property() hint = "";
  /** Several lines, and Enter breaks them. */
  @property({ type: Boolean }) lines = false;
  @property({ attribute: false }) held: HeldText | null = null;
  @query("input, textarea") readonly field!: HTMLInputElement | HTMLTextAreaElement | null;
  readonly #typing = new Typing(this);

  override render() {
    const hint = this.hint === "" ? nothing : this.hint;
    const { begun, coming, typed, composed, left, refused } = this.#typing;
    return html`<label for="field">${this.label}</label>${
        this.lines
          ? html`<textarea
              id="field"
              dir="auto"
              rows="3"
              placeholder=${hint}
              @focus=${begun}
              @beforeinput=${coming}
              @input=${typed}
              @compositionend=${composed}
              @blur=${left}
            ></textarea>`
          : html`<input
              id="field"
              dir="auto"
              autocomplete="off"
              placeholder=${hint}
              @focus=${begun}
              @beforeinput=${coming}
              @input=${typed}
              @compositionend=${composed}
              @blur=${left}
              @keydown=${this.#pressed}
            />`
      }${refused === null ? nothing : html`<p class="refused" role="alert">${refused}</p>`}`;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("text")) this.#typing.show();
  }

  /** Hands on at once what waits. */
  flush(): void {
    this.#typing.flush();
  }

  give(text: string, gesture: string): string | null {
    const event = new FieldWritten(text, gesture);
    this.dispatchEvent(event);
    return event.refused;
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && !event.isComposing) this.flush();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "typed-field": TypedField;
  }
  interface HTMLElementEventMap {
    "field-written": FieldWritten;
  }
}
