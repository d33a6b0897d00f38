import { css, html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "#elements/shared/controls.ts";

/** The person ended writing and the line is another. */
export class LineEdited extends Event {
  static readonly type = "line-edited";
  readonly text: string;

  constructor(text: string) {
    super(LineEdited.type);
    this.text = text;
  }
}

/**
 * One line that is edited where it stands: a click or Enter turns it into a field; Enter, Escape or leaving
 * keeps what was typed.
 *
 * @event line-edited - a {@link LineEdited} with the new text; not fired when nothing changed.
 */
@customElement("editable-line")
export class EditableLine extends LitElement {
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
    `,
  ];

  @property() text = "";
  /** The field's name: "Title". */
  @property() label = "";
  /** The button's name: "Edit the title: …". */
  @property({ attribute: false }) invitation = "";
  @property() placeholder = "";
  @state() private writing = false;
  @query("input") private readonly field!: HTMLInputElement | null;
  @query("button") private readonly button!: HTMLButtonElement | null;

  override render() {
    if (this.writing) {
      return html`<input
        dir="auto"
        aria-label=${this.label}
        .value=${this.text}
        @blur=${() => this.#end(false)}
        @keydown=${this.#pressed}
      />`;
    }
    return html`<button aria-label=${this.invitation} title=${this.text} @click=${() => void this.#begin()}>
      <span dir="auto" class=${this.text === "" ? "empty" : ""}>${this.text || this.placeholder}</span>
    </button>`;
  }

  async #begin(): Promise<void> {
    this.writing = true;
    await this.updateComplete;
    this.field?.select();
  }

  #pressed(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    this.#end(true);
  }

  #end(byKey: boolean): void {
    if (!this.writing) return;
    const text = this.field?.value.trim() ?? this.text;
    this.writing = false;
    if (text !== this.text) this.dispatchEvent(new LineEdited(text));
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
