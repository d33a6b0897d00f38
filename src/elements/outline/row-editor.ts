import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CardRole } from "#elements/map/face.ts";
import { SentenceField } from "#elements/shared/sentence-field.ts";
import { mapWords } from "#words/map.ts";

/**
 * The one field of the outline in which claims are written. It is in the page from the start, so that `begin` can
 * give it the focus at once and no key is lost before its row is drawn. It lies over the sentence of that row.
 *
 * @event sentence-typed @event sentence-paused @event sentence-ended - as those of `<claim-editor>`.
 */
@customElement("row-editor")
export class RowEditor extends SentenceField {
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

  /** How tall the sentence is, in CSS pixels. */
  get sentenceHeight(): number {
    return this.field.offsetHeight - 4;
  }

  /** Lies down over a sentence: `left`, `top` and `width` in CSS pixels of the box that it stands in. */
  cover(left: number, top: number, width: number): void {
    this.style.left = `${left}px`;
    this.style.top = `${top}px`;
    this.style.width = `${width}px`;
    this.grow();
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
      @beforeinput=${this.coming}
      @input=${this.typed}
      @keydown=${this.pressed}
      @blur=${this.left}
    ></textarea>`;
  }

  protected override grow(): void {
    this.field.style.height = "0";
    this.field.style.height = `${this.field.scrollHeight - 2}px`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "row-editor": RowEditor;
  }
}
