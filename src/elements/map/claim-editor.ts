import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { cardBody, cardClasses, cardLook } from "#elements/map/card-look.ts";
import { blankFace, type CardFace } from "#elements/map/face.ts";
import { badgeLook, badgeMark } from "#elements/map/map-badges.ts";
import { directionOf } from "#model/direction.ts";
import type { Point } from "#layout/picture.ts";
import { SentenceField } from "#elements/shared/sentence-field.ts";
import { mapWords } from "#words/map.ts";

/**
 * The one field in which claims are written. It is in the page from the start, so that `begin` can give it the
 * focus at once and no key is lost before its card is drawn. It looks like the card that it stands over.
 *
 * @event sentence-typed @event sentence-paused @event sentence-ended
 */
@customElement("claim-editor")
export class ClaimEditor extends SentenceField {
  static override styles = [
    cardLook,
    badgeLook,
    css`
      :host {
        position: absolute;
        top: 0;
        left: 0;
        z-index: 4;
        transform-origin: 0 0;
      }
      :host([inert]) {
        opacity: 0;
        pointer-events: none;
      }
      .card,
      .card.thesis {
        width: 100%;
        background: var(--card);
        box-shadow: var(--shadow-high);
        outline: 3px solid var(--focus);
        outline-offset: 0;
      }
      textarea {
        display: block;
        box-sizing: border-box;
        width: 100%;
        margin: 0;
        padding: 0;
        border: 0;
        outline: 0;
        resize: none;
        overflow: hidden;
        color: inherit;
        background: transparent;
        max-height: var(--most, none);
      }
      textarea.tall {
        overflow-y: auto;
      }
      textarea::placeholder {
        color: var(--ink-2);
        opacity: 1;
        font-style: italic;
      }
      .badge {
        position: absolute;
        top: 0;
        left: 0;
        width: 1px;
        height: 1px;
        overflow: visible;
      }
      .hint {
        position: absolute;
        inset: calc(100% + 10px) 0 auto;
        margin: 0;
        font: 400 12px/16px var(--sans);
        color: var(--ink-2);
        text-align: center;
      }
      .hint span {
        padding: 3px 8px;
        border-radius: 6px;
        background: var(--paper);
      }
      .card:not(:has(:placeholder-shown)) ~ .hint {
        display: none;
      }
      @media (pointer: coarse) {
        .hint {
          display: none;
        }
      }
    `,
  ];

  /** The claim that is written, or the last one that was. */
  @property({ attribute: false }) face: CardFace = blankFace;
  /** Where the badge of its card is, from the card's corner; `null` where it has none. */
  @property({ attribute: false }) badge: Point | null = null;

  /** Whether the field has the focus. */
  get hasFocus(): boolean {
    return this.shadowRoot?.activeElement === this.field;
  }

  override render() {
    const { face } = this;
    const field = html`<textarea
      class="text"
      rows="1"
      dir="auto"
      spellcheck="true"
      lang=${face.language}
      aria-label=${mapWords.writing(mapWords[face.role])}
      aria-describedby="hint"
      placeholder=${mapWords.asks[face.role]}
      @beforeinput=${this.coming}
      @input=${this.typed}
      @keydown=${this.pressed}
      @blur=${this.left}
    ></textarea>`;
    return html`<div class=${cardClasses(face)}>${cardBody(face, field)}</div>
      ${this.#badge()}
      <p class="hint" id="hint"><span>${mapWords.hint}</span></p>`;
  }

  #badge() {
    const { badge, face } = this;
    if (badge === null || face.kind === null) return nothing;
    const place = `translate(${badge.x} ${badge.y})`;
    return html`<svg class="badge" aria-hidden="true">
      <g class=${face.kind} transform=${place}>${badgeMark(face.kind)}</g>
    </svg>`;
  }

  override willUpdate(): void {
    this.dir = directionOf(this.face.language);
  }

  override updated(): void {
    if (this.isWriting) this.grow();
  }

  protected override grow(): void {
    const { field } = this;
    field.style.height = "0";
    field.style.height = `${field.scrollHeight}px`;
    field.classList.toggle("tall", field.scrollHeight > field.clientHeight + 1);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "claim-editor": ClaimEditor;
  }
}
