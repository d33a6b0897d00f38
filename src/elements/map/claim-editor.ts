import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { cardBody, cardClasses, cardLook } from "#elements/map/card-look.ts";
import { blankFace, type CardFace } from "#elements/map/face.ts";
import { badgeLook, badgeMark } from "#elements/map/map-badges.ts";
import { directionOf } from "#model/direction.ts";
import type { Point } from "#layout/picture.ts";
import { mapWords } from "#words/map.ts";

/** How long after the last key what was typed goes to the store (design section 5). */
const pause = 250;

/** The sentence has another letter. Fired at once, for what grows with it. */
export class SentenceTyped extends Event {
  static readonly type = "sentence-typed";
  readonly text: string;

  constructor(text: string) {
    super(SentenceTyped.type);
    this.text = text;
  }
}

/** Typing has paused, or the page may go: the sentence so far is to be kept. */
export class SentencePaused extends Event {
  static readonly type = "sentence-paused";
  readonly text: string;

  constructor(text: string) {
    super(SentencePaused.type);
    this.text = text;
  }
}

/** The person is done with the sentence. */
export class SentenceEnded extends Event {
  static readonly type = "sentence-ended";
  readonly text: string;
  /** Whether a key ended it, so that the focus goes back to the card. */
  readonly byKey: boolean;

  constructor(text: string, byKey: boolean) {
    super(SentenceEnded.type);
    this.text = text;
    this.byKey = byKey;
  }
}

/**
 * The one field in which claims are written. It is in the page from the start, so that `begin` can give it the
 * focus at once and no key is lost before its card is drawn. It looks like the card that it stands over.
 *
 * @event sentence-typed @event sentence-paused @event sentence-ended
 */
@customElement("claim-editor")
export class ClaimEditor extends LitElement {
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

  /** Whether the field has the focus. */
  get hasFocus(): boolean {
    return this.shadowRoot?.activeElement === this.field;
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
      @input=${this.#typed}
      @keydown=${this.#pressed}
      @blur=${this.#left}
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
    if (this.#writing) this.#grow();
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
    const ends = event.key === "Escape" || (event.key === "Enter" && !event.shiftKey);
    if (ends) {
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
  interface HTMLElementEventMap {
    "sentence-typed": SentenceTyped;
    "sentence-paused": SentencePaused;
    "sentence-ended": SentenceEnded;
  }
}
