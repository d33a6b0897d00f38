import { css, html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import "#elements/detail/note-view.ts";
import "#elements/detail/typed-field.ts";
import { FieldWritten, type TypedField } from "#elements/detail/typed-field.ts";
import { panelParts } from "#elements/detail/panel-parts.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import type { HeldText } from "#session/held-text.ts";
import { detailWords as words } from "#words/detail.ts";

/**
 * A claim's note, or another text in Markdown, to read and to write.
 *
 * @event field-written - what has been typed, as {@link TypedField} gives it.
 */
@customElement("note-section")
export class NoteSection extends LitElement {
  static override styles = [
    controls,
    panelParts,
    css`
      .foot {
        display: flex;
        justify-content: space-between;
        align-items: start;
        gap: 8px;
        margin-top: 8px;
      }
    `,
  ];

  @property() heading: string = words.note;
  /** The button that begins to write where there is nothing, and the one that begins to edit. */
  @property() invitation: string = words.writeNote;
  @property() editName: string = words.editNote;
  @property() note = "";
  @property() language = "";
  @property({ attribute: false }) held: HeldText | null = null;
  @state() private writing = false;
  @query("typed-field") private readonly field!: TypedField | null;
  @query("button") private readonly button!: HTMLButtonElement | null;

  override render() {
    return html`<div role="group" aria-labelledby="heading">
      <div class="head">
        <h3 id="heading">${this.heading}</h3>
        ${
          this.writing || this.note === ""
            ? ""
            : html`<button aria-label=${this.editName} title=${this.editName} @click=${this.#begin}>
                ${icon("edit", 16)}
              </button>`
        }
      </div>
      ${this.writing ? this.#editor() : this.#reader()}
    </div>`;
  }

  #reader() {
    if (this.note === "")
      return html`<button class="plain" @click=${this.#begin}>
        ${icon("note", 16)} ${this.invitation}
      </button>`;
    return html`<note-view .markdown=${this.note} .language=${this.language}></note-view>`;
  }

  #editor() {
    return html`<typed-field
        lines
        .label=${this.heading}
        .text=${this.note}
        .held=${this.held}
        lang=${this.language}
        @keydown=${this.#pressed}
        @field-written=${this.#written}
      ></typed-field>
      <div class="foot">
        <p class="hint">${words.noteHint}</p>
        <button class="plain" @click=${() => this.#end()}>${words.done}</button>
      </div>`;
  }

  readonly #begin = async (): Promise<void> => {
    this.writing = true;
    await this.updateComplete;
    await this.field?.updateComplete;
    this.field?.focus();
  };

  #end(): void {
    this.field?.flush();
    this.writing = false;
    void this.updateComplete.then(() => this.button?.focus());
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    this.#end();
  };

  readonly #written = (event: HTMLElementEventMap["field-written"]): void => {
    const own = new FieldWritten(event.text, event.gesture);
    this.dispatchEvent(own);
    event.refused = own.refused;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "note-section": NoteSection;
  }
}
