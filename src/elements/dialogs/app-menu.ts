import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, queryAll, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { controls } from "#elements/shared/controls.ts";
import { icon, type IconName } from "#elements/shared/icon.ts";

/** One line of a menu. `keys` is written as it is shown ("Ctrl+C"), `null` for none. */
export interface MenuItem {
  readonly id: string;
  readonly name: string;
  readonly keys: string | null;
  readonly enabled: boolean;
}

/** An item of a menu was chosen. The menu is closed and the focus is back on its button by then. */
export class ItemChosen extends Event {
  static readonly type = "item-chosen";
  /** The item's id. */
  readonly item: string;

  constructor(item: string) {
    super(ItemChosen.type, { bubbles: true, composed: true });
    this.item = item;
  }
}

const gap = 4;
const edge = 8;

/**
 * A button that opens a menu. Arrow keys, Home, End and first letters move in it; Enter and Space choose;
 * Escape, Tab and a click elsewhere close it.
 *
 * @event item-chosen - an {@link ItemChosen} with the id of what was chosen.
 * @cssproperty [--menu-width=240px] - the least width of the menu.
 */
@customElement("app-menu")
export class AppMenu extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    controls,
    css`
      :host {
        display: inline-block;
      }
      .menu {
        position: fixed;
        inset: auto;
        margin: 0;
        padding: 6px;
        min-width: min(var(--menu-width, 240px), calc(100vw - 16px));
        max-width: calc(100vw - 16px);
        max-height: calc(100vh - 16px);
        overflow: auto;
        box-sizing: border-box;
        background: var(--card);
        color: var(--ink);
        border: 1px solid var(--hairline);
        border-radius: 12px;
        box-shadow: var(--shadow-high);
      }
      .item {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 24px;
        min-height: 32px;
        padding: 4px 10px;
        border-radius: 7px;
        font: 400 14px/20px var(--sans);
        cursor: default;
        user-select: none;
      }
      .item:focus {
        background: var(--hover);
        outline: 2px solid var(--focus);
        outline-offset: -2px;
      }
      .item[aria-disabled="true"] {
        color: var(--ink-2);
        opacity: 0.6;
      }
      .keys {
        font-size: 12px;
        color: var(--ink-2);
        white-space: nowrap;
      }
    `,
  ];

  /** The button's name. */
  @property() label = "";
  /** The button's drawing; without one the name is written on the button. */
  @property() icon: IconName | null = "more";
  @property({ attribute: false }) items: readonly MenuItem[] = [];
  @state() private opened = false;
  @query("button") private readonly button!: HTMLButtonElement;
  @query(".menu") private readonly menu!: HTMLElement;
  @queryAll(".item") private readonly lines!: NodeListOf<HTMLElement>;

  override render() {
    return html`<button
        aria-haspopup="menu"
        aria-expanded=${this.opened ? "true" : "false"}
        aria-label=${this.label}
        title=${this.icon === null ? nothing : this.label}
        @click=${this.#turn}
        @keydown=${this.#pressedOnButton}
      >
        ${this.icon === null ? this.label : icon(this.icon)}
      </button>
      <div
        class="menu"
        popover="manual"
        role="menu"
        aria-label=${this.label}
        @keydown=${this.#pressed}
        @focusout=${this.#left}
      >
        ${repeat(this.items, (item) => item.id, this.#line)}
      </div>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#closed();
  }

  readonly #line = (item: MenuItem) =>
    html`<div
      class="item"
      role="menuitem"
      tabindex="-1"
      aria-disabled=${item.enabled ? nothing : "true"}
      @click=${() => this.#choose(item)}
      @pointermove=${(event: PointerEvent) => (event.currentTarget as HTMLElement).focus()}
    >
      <span>${item.name}</span>${
        item.keys === null ? nothing : html`<span class="keys" aria-hidden="true">${item.keys}</span>`
      }
    </div>`;

  readonly #turn = (): void => {
    if (this.opened) this.#close(true);
    else this.#open(0);
  };

  #open(line: number): void {
    this.opened = true;
    this.menu.showPopover();
    this.#place();
    this.lines[line < 0 ? this.lines.length - 1 : line]?.focus();
    document.addEventListener("pointerdown", this.#pressedElsewhere, true);
    window.addEventListener("resize", this.#resized);
  }

  #close(focusButton: boolean): void {
    if (!this.opened) return;
    this.#closed();
    if (focusButton) this.button.focus();
    this.menu.hidePopover();
  }

  #closed(): void {
    this.opened = false;
    document.removeEventListener("pointerdown", this.#pressedElsewhere, true);
    window.removeEventListener("resize", this.#resized);
  }

  /** Below the button and flush with its end, or above where there is no room; never off the screen. */
  #place(): void {
    const at = this.button.getBoundingClientRect();
    const { width, height } = this.menu.getBoundingClientRect();
    const below = at.bottom + gap + height <= innerHeight - edge || at.top < height + gap + edge;
    const top = below ? at.bottom + gap : at.top - gap - height;
    const start = getComputedStyle(this).direction === "rtl" ? at.left : at.right - width;
    this.menu.style.left = `${Math.max(edge, Math.min(start, innerWidth - edge - width))}px`;
    this.menu.style.top = `${Math.max(edge, Math.min(top, innerHeight - edge - height))}px`;
  }

  #choose(item: MenuItem): void {
    if (!item.enabled) return;
    this.#close(true);
    this.dispatchEvent(new ItemChosen(item.id));
  }

  readonly #pressedOnButton = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    event.stopPropagation();
    this.#open(event.key === "ArrowDown" ? 0 : -1);
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.stopPropagation();
    if (event.key === "Tab") return this.#close(true);
    event.preventDefault();
    if (event.key === "Escape") return this.#close(true);
    const at = [...this.lines].indexOf(this.renderRoot.querySelector<HTMLElement>(".item:focus")!);
    const item = this.items[at];
    if ((event.key === "Enter" || event.key === " ") && item !== undefined) return this.#choose(item);
    this.lines[this.#lineFor(event.key, at)]?.focus();
  };

  #lineFor(key: string, at: number): number {
    const count = this.items.length;
    if (key === "ArrowDown") return (at + 1) % count;
    if (key === "ArrowUp") return (at - 1 + count) % count;
    if (key === "Home") return 0;
    if (key === "End") return count - 1;
    const typed = key.toLocaleLowerCase();
    const after = [...this.items.keys()].map((step) => (at + 1 + step) % count);
    return after.find((line) => this.items[line]?.name.toLocaleLowerCase().startsWith(typed)) ?? at;
  }

  readonly #left = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && !this.renderRoot.contains(event.relatedTarget))
      this.#close(false);
  };

  readonly #pressedElsewhere = (event: PointerEvent): void => {
    if (!event.composedPath().includes(this)) this.#close(false);
  };

  readonly #resized = (): void => this.#close(true);
}

declare global {
  interface HTMLElementTagNameMap {
    "app-menu": AppMenu;
  }
  interface GlobalEventHandlersEventMap {
    "item-chosen": ItemChosen;
  }
}
