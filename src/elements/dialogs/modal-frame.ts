import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { controls } from "#elements/shared/controls.ts";
import { focusedElement } from "#elements/shared/focused-element.ts";
import { icon } from "#elements/shared/icon.ts";
import { dialogWords as words } from "#words/dialogs.ts";

/** A dialog has closed, and the focus is back where it was. */
export class DialogClosed extends Event {
  static readonly type = "dialog-closed";

  constructor() {
    super(DialogClosed.type, { bubbles: true, composed: true });
  }
}

/**
 * What every dialog has in common: the native `<dialog>`, modal; a heading, a Close button; Escape and a click
 * beside it close it; the focus goes in when it opens and back when it closes.
 *
 * @slot - what is in it. The first element with `autofocus` gets the focus, or else the Close button.
 * @slot foot - buttons below.
 * @event dialog-closed - a {@link DialogClosed}.
 * @cssproperty [--dialog-width=480px] - how wide it is where there is room.
 */
@customElement("modal-frame")
export class ModalFrame extends LitElement {
  static override styles = [
    controls,
    css`
      dialog {
        width: min(var(--dialog-width, 480px), calc(100vw - 24px));
        max-width: none;
        max-height: calc(100dvh - 24px);
        box-sizing: border-box;
        padding: 0;
        border: 1px solid var(--hairline);
        border-radius: 14px;
        background: var(--card);
        color: var(--ink);
        box-shadow: var(--shadow-high);
        overflow: hidden;
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
      }
      dialog.high {
        margin-top: min(12vh, 96px);
      }
      dialog::backdrop {
        background: light-dark(rgb(27 26 23 / 32%), rgb(0 0 0 / 60%));
      }
      .top {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        padding: 16px 14px 4px 24px;
      }
      h2 {
        margin: 0;
        font: 600 20px/28px var(--serif);
      }
      .body {
        padding: 8px 24px 20px;
        overflow: auto;
        min-height: 0;
        outline-offset: -3px;
      }
      footer {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 8px;
        padding: 12px 24px 16px;
        border-top: 1px solid var(--hairline);
      }
      footer.empty {
        display: none;
      }
      @media (width < 480px) {
        .top {
          padding-inline: 16px 10px;
        }
        .body,
        footer {
          padding-inline: 16px;
        }
      }
      @media (prefers-reduced-motion: no-preference) {
        dialog[open] {
          animation: rise var(--quick) ease-out;
        }
        @keyframes rise {
          from {
            opacity: 0;
            translate: 0 6px;
          }
        }
      }
    `,
  ];

  @property() heading = "";
  /** Stands near the top of the screen instead of in its middle: for lists that grow and shrink. */
  @property({ type: Boolean }) high = false;
  @property({ type: Boolean }) foot = false;
  @query("dialog") private readonly dialog!: HTMLDialogElement;
  #opener: HTMLElement | null = null;
  #pressedBeside = false;

  override render() {
    return html`<dialog
      class=${this.high ? "high" : ""}
      aria-labelledby="heading"
      @cancel=${this.#cancelled}
      @close=${this.dismiss}
      @pointerdown=${this.#pressed}
      @click=${this.#clicked}
      @keydown=${keepInside}
    >
      <div class="top">
        <h2 id="heading">${this.heading}</h2>
        <button aria-label=${words.close} title=${words.close} @click=${this.dismiss}>
          ${icon("close")}
        </button>
      </div>
      <div class="body"><slot></slot></div>
      <footer class=${this.foot ? "" : "empty"}><slot name="foot"></slot></footer>
    </dialog>`;
  }

  override firstUpdated(): void {
    this.#opener = focusedElement() ?? document.body;
    this.dialog.showModal();
    this.querySelector<HTMLElement>("[autofocus]")?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#giveBack();
  }

  /** Closes at once: when it returns, the rest of the page can be used again and has the focus. */
  readonly dismiss = (): void => {
    if (this.#opener === null) return;
    this.dialog.close();
    this.#giveBack();
    this.dispatchEvent(new DialogClosed());
  };

  #giveBack(): void {
    this.#opener?.focus({ preventScroll: true });
    this.#opener = null;
  }

  readonly #cancelled = (event: Event): void => {
    event.preventDefault();
    this.dismiss();
  };

  readonly #pressed = (event: PointerEvent): void => {
    this.#pressedBeside = this.#isBeside(event);
  };

  /** A click that both begins and ends beside the dialog: selecting text past its edge is none. */
  readonly #clicked = (event: MouseEvent): void => {
    if (this.#pressedBeside && this.#isBeside(event)) this.dismiss();
  };

  #isBeside(event: MouseEvent): boolean {
    if (event.composedPath()[0] !== this.dialog) return false;
    const { left, right, top, bottom } = this.dialog.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    return x < left || x > right || y < top || y > bottom;
  }
}

/** Keys that are typed in a dialog are about the dialog. */
function keepInside(event: KeyboardEvent): void {
  event.stopPropagation();
}

declare global {
  interface HTMLElementTagNameMap {
    "modal-frame": ModalFrame;
  }
  interface GlobalEventHandlersEventMap {
    "dialog-closed": DialogClosed;
  }
}
