import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { controls } from "#elements/shared/controls.ts";
import { mapWords as words } from "#words/map.ts";

/** The person wants to write a map's first thesis. */
export class ThesisWanted extends Event {
  static readonly type = "thesis-wanted";

  constructor() {
    super(ThesisWanted.type);
  }
}

/**
 * Asks for the first thesis of a map.
 *
 * @event thesis-wanted
 */
@customElement("empty-sheet")
export class EmptySheet extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        inset: 0;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 8px;
        padding: 24px;
        text-align: center;
        pointer-events: none;
      }
      .sheet {
        pointer-events: auto;
        display: grid;
        justify-items: center;
        gap: 8px;
        max-width: 420px;
        box-sizing: border-box;
        padding: 36px 40px 32px;
        background: var(--card);
        border-radius: 14px;
        box-shadow:
          inset 0 0 0 1px var(--hairline),
          var(--shadow);
      }
      p {
        margin: 0;
      }
      .title {
        font: 600 22px/28px var(--serif);
      }
      .hint {
        color: var(--ink-2);
        margin-bottom: 12px;
      }
    `,
  ];

  override render() {
    return html`<div class="sheet">
      <p class="title">${words.empty}</p>
      <p class="hint">${words.emptyHint}</p>
      <button class="primary" @click=${() => this.dispatchEvent(new ThesisWanted())}>
        ${words.writeThesis}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "empty-sheet": EmptySheet;
  }
  interface HTMLElementEventMap {
    "thesis-wanted": ThesisWanted;
  }
}
