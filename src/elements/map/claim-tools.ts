import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import "#elements/dialogs/app-menu.ts";
import type { ItemChosen, MenuItem } from "#elements/dialogs/app-menu.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import { ToolChosen } from "#elements/map/tool-chosen.ts";
import type { Tool } from "#elements/map/tools.ts";
import { mapWords } from "#words/map.ts";

/** The person goes back from the tools to the claim. */
export class ToolsLeft extends Event {
  static readonly type = "tools-left";

  constructor() {
    super(ToolsLeft.type);
  }
}

/**
 * What can be done with the claim in hand: a toolbar of one size at every zoom. Tab reaches it once; arrow keys,
 * Home and End move in it, Escape leaves it.
 *
 * @event tool-chosen @event tools-left
 */
@customElement("claim-tools")
export class ClaimTools extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        top: 0;
        left: 0;
        z-index: 3;
      }
      [role="toolbar"] {
        display: flex;
        align-items: center;
        gap: 2px;
        padding: 3px;
        background: var(--card);
        border: 1px solid var(--hairline);
        border-radius: 12px;
        box-shadow: var(--shadow-high);
        white-space: nowrap;
      }
      button {
        padding: 4px 7px;
        border-radius: 8px;
        font-size: 13px;
      }
      .supports {
        color: var(--support);
      }
      .opposes {
        color: var(--oppose);
      }
      .sign {
        display: grid;
        place-items: center;
        width: 18px;
        height: 18px;
        color: var(--on-colour);
        background: currentColor;
        border-radius: 4px;
      }
      .supports .sign {
        background: var(--support);
        border-radius: 50%;
      }
      .opposes .sign {
        background: var(--oppose);
      }
      @media (forced-colors: active) {
        .sign {
          border: 1px solid ButtonText;
        }
      }
    `,
  ];

  @property({ attribute: false }) tools: readonly Tool[] = [];
  @property({ attribute: false }) more: readonly MenuItem[] = [];
  @state() private current = 0;

  override render() {
    const last = this.tools.length;
    const current = Math.min(this.current, last);
    return html`<div role="toolbar" aria-label=${mapWords.tools} @keydown=${this.#pressed}>
      ${repeat(
        this.tools,
        ({ id }) => id,
        (tool, at) =>
          html`<button
            class=${tool.tone}
            data-tool
            tabindex=${at === current ? 0 : -1}
            aria-label=${tool.name}
            title=${tool.key === null ? tool.name : `${tool.name} (${tool.key})`}
            @focus=${() => (this.current = at)}
            @click=${() => this.dispatchEvent(new ToolChosen(tool.id))}
          >
            ${tool.word === null ? icon(tool.icon, 17) : html`<span class="sign">${icon(tool.icon, 14)}</span>`}
            ${tool.word}
          </button>`,
      )}
      <app-menu
        data-tool
        label=${mapWords.more}
        tabindex=${current === last ? nothing : -1}
        .items=${this.more}
        @focusin=${() => (this.current = last)}
        @item-chosen=${this.#chosen}
      ></app-menu>
    </div>`;
  }

  readonly #chosen = (event: ItemChosen): void => {
    this.dispatchEvent(new ToolChosen(event.item));
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.dispatchEvent(new ToolsLeft());
      return;
    }
    const tools = [...this.renderRoot.querySelectorAll<HTMLElement>("[data-tool]")];
    const rtl = getComputedStyle(this).direction === "rtl";
    const next = nextTool(event.key, Math.min(this.current, tools.length - 1), tools.length, rtl);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.current = next;
    tools[next]?.focus();
  };
}

function nextTool(key: string, at: number, count: number, rtl: boolean): number | null {
  if (key === "ArrowRight") return (at + (rtl ? count - 1 : 1)) % count;
  if (key === "ArrowLeft") return (at + (rtl ? 1 : count - 1)) % count;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return null;
}

declare global {
  interface HTMLElementTagNameMap {
    "claim-tools": ClaimTools;
  }
  interface HTMLElementEventMap {
    "tool-chosen": ToolChosen;
    "tools-left": ToolsLeft;
  }
}
