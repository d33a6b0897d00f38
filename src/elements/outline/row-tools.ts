import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import "#elements/dialogs/app-menu.ts";
import type { ItemChosen, MenuItem } from "#elements/dialogs/app-menu.ts";
import { ToolChosen } from "#elements/map/tool-chosen.ts";
import type { Tool } from "#elements/map/tools.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import { outlineWords as words } from "#words/outline.ts";

/**
 * What can be done with the claim in hand, and why something was not done. It lies in the room that the row
 * in hand leaves for it: a button is no part of a tree.
 *
 * @event tool-chosen - as that of `<claim-tools>`.
 */
@customElement("row-tools")
export class RowTools extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        top: 0;
        left: 0;
        z-index: 1;
      }
      .refused {
        margin: 0 0 6px;
        padding: 6px 10px;
        max-width: 60ch;
        border-inline-start: 3px solid var(--oppose);
        background: var(--oppose-tint);
        color: var(--ink);
        font: 400 14px/20px var(--sans);
        overflow-wrap: anywhere;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px;
        margin-inline-start: -8px;
      }
      .tool {
        padding-inline: 8px;
        font-size: 13px;
      }
      .tool svg {
        color: var(--ink-2);
      }
      .supports svg {
        color: var(--support);
      }
      .opposes svg {
        color: var(--oppose);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) tools: readonly Tool[] = [];
  @property({ attribute: false }) more: readonly MenuItem[] = [];
  @property({ attribute: false }) refused: string | null = null;

  override render() {
    return html`${this.refused === null ? nothing : html`<p class="refused" role="alert">${this.refused}</p>`}
      <div class="tools">
        ${this.tools.map(this.#tool)}
        <app-menu
          .label=${words.more}
          .items=${this.more}
          @item-chosen=${({ item }: ItemChosen) => this.dispatchEvent(new ToolChosen(item))}
        ></app-menu>
      </div>`;
  }

  readonly #tool = ({ id, name, key, icon: drawing, tone }: Tool) =>
    html`<button
      class="tool ${tone}"
      title=${key === null ? name : `${name} (${key})`}
      @click=${() => this.dispatchEvent(new ToolChosen(id))}
    >
      ${icon(drawing, 16)}${name}
    </button>`;

  /** Lies down in its room: `left`, `top` and `width` in CSS pixels of the box that it stands in. Gives its height. */
  cover(left: number, top: number, width: number): number {
    this.style.left = `${left}px`;
    this.style.top = `${top}px`;
    this.style.width = `${width}px`;
    return this.offsetHeight;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "row-tools": RowTools;
  }
}
