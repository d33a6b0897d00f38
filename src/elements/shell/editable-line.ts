import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "#elements/shared/controls.ts";
import { Typing, type TypingHost } from "#elements/shared/typing.ts";
import type { HeldText } from "#session/held-text.ts";

/** What has been typed so far. `gesture` is the same from the moment the line became a field until it is a line again. */
export class LineEdited extends Event {
  static readonly type = "line-edited";
  readonly text: string;
  readonly gesture: string;
  /** Why the map does not take it, if it does not: whoever writes it says so here. */
  refused: string | null = null;

  constructor(text: string, gesture: string) {
    super(LineEdited.type);
    this.text = text;
    this.gesture = gesture;
  }
}

/**
 * One line that is edited where it stands: a click or Enter turns it into a field, which keeps what is typed as
 * {@link Typing} does it; Enter, Escape or leaving ends that.
 *
 * @event line-edited - a {@link LineEdited} with the text so far.
 */
@customElement("editable-line")
export class EditableLine extends LitElement implements TypingHost {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
        min-height: 24px;
      }
      button,
      input {
        font: inherit;
        letter-spacing: inherit;
        color: inherit;
        width: 100%;
        min-height: 24px;
        padding: 0 6px;
        margin: 0 -7px;
        border-radius: 6px;
      }
      button {
        justify-content: flex-start;
        text-align: start;
        width: auto;
        max-width: 100%;
        cursor: text;
      }
      span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .empty {
        color: var(--ink-2);
        font-style: italic;
      }
      input {
        border: 1px solid var(--line);
      }
      .refused {
        position: absolute;
        z-index: 6;
        max-width: min(360px, calc(100vw - 24px));
        margin: 4px 0 0;
        padding: 6px 10px;
        border-inline-start: 3px solid var(--oppose);
        background: var(--card);
        box-shadow: var(--shadow);
        color: var(--ink);
        font: 400 13px/18px var(--sans);
        letter-spacing: normal;
        white-space: normal;
      }
    `,
  ];

  @property() text = "";
  /** The field's name: "Title". */
  @property() label = "";
  /** The button's name: "Edit the title: …". */
  @property({ attribute: false }) invitation = "";
  @property() placeholder = "";
  @property({ attribute: false }) held: HeldText | null = null;
  @state() private writing = false;
  @query("input") readonly field!: HTMLInputElement | null;
  @query("button") private readonly button!: HTMLButtonElement | null;
  readonly #typing = new Typing(this);

  override render() {
    if (this.writing) return this.#input();
    return html`<button aria-label=${this.invitation} title=${this.text} @click=${() => void this.#begin()}>
      <span dir="auto" class=${this.text === "" ? "empty" : ""}>${this.text || this.placeholder}</span>
    </button>`;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("text")) this.#typing.show();
  }

  give(text: string, gesture: string): string | null {
    const event = new LineEdited(text, gesture);
    this.dispatchEvent(event);
    return event.refused;
  }

  #input() {
    const { begun, coming, typed, composed, refused } = this.#typing;
    return html`<input
        dir="auto"
        aria-label=${this.label}
        @focus=${begun}
        @beforeinput=${coming}
        @input=${typed}
        @compositionend=${composed}
        @blur=${this.#left}
        @keydown=${this.#pressed}
      />${refused === null ? nothing : html`<p class="refused" role="alert">${refused}</p>`}`;
  }

  async #begin(): Promise<void> {
    this.writing = true;
    await this.updateComplete;
    this.#typing.show();
    this.field?.select();
  }

  #pressed(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    this.#end(true);
  }

  /** A window that loses the focus keeps the field. */
  readonly #left = (): void => {
    this.#typing.left();
    if (document.hasFocus()) this.#end(false);
  };

  /** What the map does not take stays in the field. */
  #end(byKey: boolean): void {
    this.#typing.flush();
    if (!this.writing || this.#typing.isStuck) return;
    this.writing = false;
    if (byKey) void this.updateComplete.then(() => this.button?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "editable-line": EditableLine;
  }
  interface GlobalEventHandlersEventMap {
    "line-edited": LineEdited;
  }
}
