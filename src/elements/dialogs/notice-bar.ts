import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import { Watching } from "#elements/shared/watching.ts";
import type { Notice, Notices, Offer } from "#session/notices.ts";
import { shellWords as words } from "#words/shell.ts";

/**
 * The line that says what just happened, with what can be done about it. It stays while the pointer or the
 * focus rests on it. The shell's live region says the same to a screen reader.
 */
@customElement("notice-bar")
export class NoticeBar extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        position: fixed;
        inset: auto 0 20px;
        z-index: 20;
        display: flex;
        justify-content: center;
        padding: 0 12px;
        pointer-events: none;
      }
      .notice {
        pointer-events: auto;
        display: flex;
        align-items: center;
        gap: 4px;
        max-width: min(560px, 100%);
        box-sizing: border-box;
        padding: 6px 6px 6px 16px;
        border-radius: 12px;
        border: 1px solid transparent;
        background: var(--ink);
        color: var(--paper);
        font: 400 14px/20px var(--sans);
        box-shadow: var(--shadow-high);
      }
      .sentence {
        margin-inline-end: 8px;
        overflow-wrap: anywhere;
        max-height: 30vh;
        overflow: auto;
      }
      @media (width < 480px) {
        .notice {
          flex-wrap: wrap;
          justify-content: end;
        }
        .sentence {
          flex: 1 1 auto;
        }
      }
      .notice button {
        color: inherit;
        flex: none;
      }
      .notice button:hover {
        background: color-mix(in srgb, var(--paper) 16%, transparent);
      }
      .notice button:focus-visible {
        outline-color: var(--paper);
        outline-offset: -3px;
      }
      .offer {
        font-weight: 600;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      @media (prefers-reduced-motion: no-preference) {
        .notice {
          animation: rise var(--move) ease-out;
        }
        @keyframes rise {
          from {
            opacity: 0;
            translate: 0 8px;
          }
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) notices!: Notices;
  readonly #watching = new Watching(this, () => this.notices?.notice.value);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("notices")) this.#watching.renew();
  }

  /** The bar is fetched for the first notice: its time begins when it can be read. */
  override firstUpdated(): void {
    if (this.notices.notice.peek() !== null) this.notices.hold(false);
  }

  override render() {
    const notice = this.notices.notice.value;
    return notice === null ? nothing : this.#line(notice);
  }

  #line({ sentence, offer, other = null }: Notice) {
    const { notices } = this;
    const hold = () => notices.hold(true);
    return html`<div
      class="notice"
      @pointerenter=${hold}
      @pointerleave=${this.#release}
      @focusin=${hold}
      @focusout=${this.#release}
    >
      <span class="sentence" dir="auto">${sentence}</span>
      ${[offer, other].map((each) =>
        each === null
          ? nothing
          : html`<button class="offer" @click=${() => this.#take(each)}>${each.name}</button>`,
      )}
      <button
        aria-label=${words.dismissNotice}
        title=${words.dismissNotice}
        @click=${() => notices.dismiss()}
      >
        ${icon("close", 16)}
      </button>
    </div>`;
  }

  #take(offer: Offer): void {
    this.notices.dismiss();
    offer.run();
  }

  readonly #release = (event: Event): void => {
    const line = event.currentTarget as HTMLElement;
    if (!line.matches(":hover") && !line.matches(":focus-within")) this.notices.hold(false);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "notice-bar": NoticeBar;
  }
}
