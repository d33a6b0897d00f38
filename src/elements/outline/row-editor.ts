import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { SentenceEnded, SentencePaused, SentenceTyped } from "#elements/map/claim-editor.ts";
import type { CardRole } from "#elements/map/face.ts";
import { mapWords } from "#words/map.ts";

/** How long after the last key what was typed goes to the store (design section 5). */
const pause = 250;

/**
 * The one field of the outline in which claims are written. It is in the page from the start, so that `begin` can
 * give it the focus at once and no key is lost before its row is drawn. It lies over the sentence of that row.
 *
 * @event sentence-typed @event sentence-paused @event sentence-ended - as those of `<claim-editor>`.
 */
@customElement("row-editor")
export class RowEditor extends LitElement {
  static override styles = css`
    :host {
      position: absolute;
      top: 0;
      left: 0;
      z-index: 2;
    }
    :host([inert]) {
      opacity: 0;
      pointer-events: none;
    }
    textarea {
      display: block;
      box-sizing: content-box;
      width: 100%;
      margin: -2px -9px;
      padding: 1px 8px;
      border: 1px solid var(--focus);
      border-radius: 7px;
      outline: 2px solid var(--focus);
      outline-offset: 0;
      resize: none;
      overflow: hidden;
      color: var(--ink);
      background: var(--card);
      font: 400 calc(17px * var(--text-scale)) / 1.45 var(--serif);
      overflow-wrap: anywhere;
    }
    textarea.thesis {
      font: 600 calc(22px * var(--text-scale)) / 1.3 var(--serif);
    }
    textarea::placeholder {
      color: var(--ink-2);
      opacity: 1;
      font-style: italic;
    }
    @media print {
      :host {
        display: none;
      }
    }
  `;

  @property({ attribute: false }) standing: CardRole = "thesis";
  @property({ attribute: false }) language = "en";
  @query("textarea") private readonly field!: HTMLTextAreaElement;
  #writing = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.inert = !this.#writing;
    addEventListener("pagehide", this.#keep);
    addEventListener("blur", this.#keep);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("pagehide", this.#keep);
    removeEventListener("blur", this.#keep);
    this.end();
  }

  /** How tall the sentence is, in CSS pixels. */
  get sentenceHeight(): number {
    return this.field.offsetHeight - 4;
  }

  /** Opens the field with a sentence and gives it the focus before this returns. */
  begin(text: string): void {
    if (!this.hasUpdated) this.performUpdate();
    this.#writing = true;
    this.inert = false;
    this.field.value = text;
    this.field.focus({ preventScroll: true });
    this.field.setSelectionRange(text.length, text.length);
    this.#grow();
  }

  /** Closes the field. What it holds was fired before. */
  end(): void {
    clearTimeout(this.#timer);
    this.#writing = false;
    this.inert = true;
  }

  /** Lies down over a sentence: `left`, `top` and `width` in CSS pixels of the box that it stands in. */
  cover(left: number, top: number, width: number): void {
    this.style.left = `${left}px`;
    this.style.top = `${top}px`;
    this.style.width = `${width}px`;
    this.#grow();
  }

  override render() {
    return html`<textarea
      class=${this.standing === "thesis" ? "thesis" : ""}
      rows="1"
      dir="auto"
      spellcheck="true"
      lang=${this.language}
      aria-label=${mapWords.writing(mapWords[this.standing])}
      placeholder=${mapWords.asks[this.standing]}
      @input=${this.#typed}
      @keydown=${this.#pressed}
      @blur=${this.#left}
    ></textarea>`;
  }

  readonly #typed = (): void => {
    this.#grow();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#keep, pause);
    this.dispatchEvent(new SentenceTyped(this.field.value));
  };

  readonly #keep = (): void => {
    clearTimeout(this.#timer);
    if (this.#writing) this.dispatchEvent(new SentencePaused(this.field.value));
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.isComposing || event.key === "Process") return;
    if (event.key === "Escape" || (event.key === "Enter" && !event.shiftKey)) {
      event.preventDefault();
      event.stopPropagation();
      this.#end(true);
    } else if (event.ctrlKey || event.metaKey || event.altKey) this.#keep();
  };

  /** A window that loses the focus keeps the field; a click elsewhere ends it. */
  readonly #left = (): void => {
    if (document.hasFocus()) this.#end(false);
  };

  #end(byKey: boolean): void {
    if (!this.#writing) return;
    const text = this.field.value;
    this.end();
    this.dispatchEvent(new SentenceEnded(text, byKey));
  }

  #grow(): void {
    this.field.style.height = "0";
    this.field.style.height = `${this.field.scrollHeight - 2}px`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "row-editor": RowEditor;
  }
}
