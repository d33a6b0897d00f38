import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { controls } from "#elements/shared/controls.ts";

/** How long after the last key what was typed is handed on, in milliseconds (design section 5). */
const pause = 250;
let gestures = 0;

/** What has been typed so far. `gesture` is the same from the moment the field got the focus until it lost it. */
export class FieldWritten extends Event {
  static readonly type = "field-written";
  readonly text: string;
  readonly gesture: string;

  constructor(text: string, gesture: string) {
    super(FieldWritten.type);
    this.text = text;
    this.gesture = gesture;
  }
}

/**
 * A named field for text that is kept as it is typed: after a pause of 250 ms, when the field is left, when the page
 * is hidden and when the field goes away. Text that comes from elsewhere is taken in while nothing waits.
 *
 * @event field-written - a {@link FieldWritten}; it does not bubble.
 */
@customElement("typed-field")
export class TypedField extends LitElement {
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
    `,
  ];

  @property() label = "";
  @property() text = "";
  @property() hint = "";
  /** Several lines, and Enter breaks them. */
  @property({ type: Boolean }) lines = false;
  @query("input, textarea") private readonly field!: HTMLInputElement | HTMLTextAreaElement;
  #waiting: ReturnType<typeof setTimeout> | null = null;
  #gesture = "";

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("pagehide", this.flush);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("pagehide", this.flush);
    this.flush();
  }

  override render() {
    const hint = this.hint === "" ? nothing : this.hint;
    return html`<label for="field">${this.label}</label>${
        this.lines
          ? html`<textarea
              id="field"
              dir="auto"
              rows="3"
              placeholder=${hint}
              @focus=${this.#focused}
              @input=${this.#typed}
              @blur=${this.#left}
            ></textarea>`
          : html`<input
              id="field"
              dir="auto"
              autocomplete="off"
              placeholder=${hint}
              @focus=${this.#focused}
              @input=${this.#typed}
              @blur=${this.#left}
              @keydown=${this.#pressed}
            />`
      }`;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("text") || this.#waiting !== null) return;
    const isOnlyTidied = bare(this.field.value) === bare(this.text) && this.matches(":focus-within");
    if (!isOnlyTidied) this.field.value = this.text;
  }

  /** Hands on at once what waits. */
  readonly flush = (): void => {
    if (this.#waiting === null) return;
    clearTimeout(this.#waiting);
    this.#waiting = null;
    this.dispatchEvent(new FieldWritten(this.field.value, this.#gesture));
  };

  readonly #focused = (): void => {
    this.#gesture = `field-${++gestures}`;
  };

  readonly #left = (): void => {
    if (this.#waiting === null) this.field.value = this.text;
    else this.flush();
  };

  readonly #typed = (): void => {
    if (this.#waiting !== null) clearTimeout(this.#waiting);
    this.#waiting = setTimeout(this.flush, pause);
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && !event.isComposing) this.flush();
  };
}

/** A space that has just been typed stays, though the map keeps the text without it. */
function bare(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

declare global {
  interface HTMLElementTagNameMap {
    "typed-field": TypedField;
  }
  interface HTMLElementEventMap {
    "field-written": FieldWritten;
  }
}
