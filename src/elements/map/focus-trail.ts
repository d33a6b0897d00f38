import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import { Watching } from "#elements/shared/watching.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import { mapWords as words } from "#words/map.ts";

/** The way from the thesis to the branch that is shown alone; each claim on it leads there, the first to the whole map. */
@customElement("focus-trail")
export class FocusTrail extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        inset: 12px 12px auto;
        z-index: 7;
        display: flex;
        justify-content: center;
        pointer-events: none;
        font: 400 14px/20px var(--sans);
        color: var(--ink);
      }
      nav {
        pointer-events: auto;
        display: flex;
        align-items: center;
        gap: 4px;
        max-width: min(960px, 100%);
        box-sizing: border-box;
        padding: 4px 4px 4px 6px;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--card);
        box-shadow: var(--shadow);
      }
      ol {
        display: flex;
        flex-wrap: wrap;
        min-width: 0;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        min-width: 0;
      }
      li + li::before {
        content: "›" / "";
        padding-inline: 2px;
        color: var(--ink-2);
      }
      li > * {
        max-width: 24ch;
        overflow: hidden;
      }
      .here {
        padding: 5px 10px;
        font-weight: 600;
      }
      .words {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) session!: MapSession;
  readonly #watching = new Watching(this, () => [
    this.session?.focus.head.value,
    this.session?.focus.path.value,
    this.session?.map.value,
  ]);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("session")) this.#watching.renew();
  }

  override render() {
    const { head, path } = this.session.focus;
    return html`<nav aria-label=${words.trail}>
      <ol>
        <li><button @click=${() => this.session.focusOn(null)}>${words.wholeMap}</button></li>
        ${path.value.map(
          (claim) =>
            html`<li>
              <button title=${this.#textOf(claim)} @click=${() => this.session.focusOn(claim)}>
                <span class="words" dir="auto">${this.#textOf(claim)}</span>
              </button>
            </li>`,
        )}
        <li>
          <span class="here words" dir="auto" aria-current="true" title=${this.#textOf(head.value)}
            >${this.#textOf(head.value)}</span
          >
        </li>
      </ol>
      <button
        aria-label=${words.leaveFocus}
        title=${words.leaveFocus}
        @click=${() => this.session.focusOn(null)}
      >
        ${icon("close", 16)}
      </button>
    </nav>`;
  }

  #textOf(claim: ClaimId | null): string {
    const record = claim === null ? undefined : this.session.map.value.claims.get(claim);
    return record?.label || record?.text.trim() || words.noWords;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "focus-trail": FocusTrail;
  }
}
