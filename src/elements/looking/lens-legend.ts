import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { lookOf } from "#elements/looking/group-look.ts";
import { nameOf } from "#elements/looking/seen-map.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import { Watching } from "#elements/shared/watching.ts";
import type { Group, View } from "#lenses/view.ts";
import type { Looking } from "#session/looking.ts";
import type { Workspace } from "#session/workspace.ts";
import { lookingWords as words } from "#words/looking.ts";

/** On a screen that is lower, the legend comes folded. CSS pixels. */
const high = 480;
/** Beside the legend, besides the margin that fitting leaves. CSS pixels. */
const gap = 16;

/** The groups of a lens, how many claims are in each, and which of them are shown. */
@customElement("lens-legend")
export class LensLegend extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-height: 0;
        max-width: 100%;
      }
      section {
        display: flex;
        flex-direction: column;
        width: 252px;
        max-width: 100%;
        max-height: min(380px, 52cqh);
        box-sizing: border-box;
        padding: 4px 4px 4px 12px;
        border: 1px solid var(--hairline);
        border-radius: 12px;
        background: var(--card);
        box-shadow: var(--shadow);
        font: 400 13px/18px var(--sans);
        color: var(--ink);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
      }
      h2 {
        margin: 0;
        font: 600 13px/18px var(--sans);
      }
      h2::first-letter {
        text-transform: uppercase;
      }
      header button {
        padding: 0;
      }
      ul {
        display: grid;
        gap: 2px;
        margin: 0 0 4px;
        padding: 0 8px 0 0;
        overflow: auto;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
      }
      label {
        flex: 1;
        min-width: 0;
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 26px;
        cursor: pointer;
      }
      input {
        flex: none;
        width: 16px;
        height: 16px;
        min-height: 0;
        margin: 0;
        accent-color: var(--ink);
      }
      .name {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .hidden .name {
        color: var(--ink-2);
        text-decoration: line-through;
      }
      .count {
        color: var(--ink-2);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .look {
        flex: none;
        display: grid;
        place-items: center;
        grid-auto-flow: column;
        gap: 6px;
        min-width: 20px;
        height: 16px;
        --swatch-width: 20px;
      }
      .none {
        width: 20px;
        box-sizing: border-box;
        border: 1px dashed var(--line);
        border-radius: 4px;
      }
      /* As far in as names that have a sign before them. */
      .signed .none {
        margin-inline-end: 24px;
      }
      .who {
        margin-inline-start: 6px;
        min-height: 26px;
        padding: 1px 8px;
        border: 1px solid var(--line);
        border-radius: 13px;
        font-size: 12px;
      }
      footer {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
        min-height: 32px;
        padding-inline-end: 4px;
        color: var(--ink-2);
      }
      footer button {
        white-space: nowrap;
        font-size: 13px;
      }
    `,
  ];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) looking!: Looking;
  /** How wide the screen is at least where the legend comes open. CSS pixels. */
  @property({ type: Number }) roomy = 720;
  @state() private isFolded: boolean | null = null;
  readonly #watching = new Watching(this, () => [
    this.looking?.view.value,
    this.looking?.hidden.value,
    this.looking?.masks.value,
  ]);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("looking")) this.#watching.renew();
    if (this.isFolded !== null) return;
    const bar = (this.getRootNode() as ShadowRoot).host as HTMLElement;
    const width = bar.offsetParent?.clientWidth ?? innerWidth;
    this.isFolded = width < this.roomy || innerHeight < high;
  }

  /** Where it stands open, the whole map fits beside it. */
  override updated(): void {
    this.looking.covered = this.isFolded === true ? 0 : this.offsetWidth + gap;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.looking.covered = 0;
  }

  override render() {
    const view = this.looking.view.value;
    if (view === null) return nothing;
    const lens = words.lenses[view.lens];
    const isFolded = this.isFolded === true;
    return html`<section aria-label=${words.legend(lens)}>
      <header>
        <h2>${lens}</h2>
        <button
          aria-expanded=${isFolded ? "false" : "true"}
          aria-label=${isFolded ? words.unfoldLegend : words.foldLegend}
          title=${isFolded ? words.unfoldLegend : words.foldLegend}
          @click=${() => (this.isFolded = !isFolded)}
        >
          ${icon(isFolded ? "fold" : "unfold", 16)}
        </button>
      </header>
      ${isFolded ? nothing : this.#groups(view)} ${this.#summary(view, isFolded)}
    </section>`;
  }

  #groups(view: View) {
    const { hidden, masks } = this.looking;
    const isSigned = view.lens === "evidence" || view.lens === "status";
    return html`<ul class=${isSigned ? "signed" : ""}>
      ${view.groups.map((group) => {
        const isHidden = hidden.value.has(group.key);
        const name = nameOf(group, { masks: masks.value });
        return html`<li class=${isHidden ? "hidden" : ""}>
          <label>
            <input
              type="checkbox"
              aria-label=${words.group(name, group.claims)}
              .checked=${!isHidden}
              @change=${() => this.#toggle(group.key)}
            />
            <span class="look">${lookOf(group)}</span>
            <span class="name" dir="auto">${name}</span>
            <span class="count">${words.count(group.claims)}</span>
          </label>
          ${name === group.name ? nothing : this.#who(group, name)}
        </li>`;
      })}
    </ul>`;
  }

  #who(group: Group, name: string) {
    const id = group.school ?? group.holder;
    return id === undefined
      ? nothing
      : html`<button
          class="who"
          aria-label=${words.revealGroup(name)}
          @click=${() => {
            this.looking.reveal(id);
            this.workspace.notices.say(words.revealed(group.name));
          }}
        >
          ${words.reveal}
        </button>`;
  }

  #summary(view: View, isFolded: boolean) {
    const isFiltered = this.looking.hidden.value.size > 0;
    if (isFolded && !isFiltered) return nothing;
    return html`<footer>
      <span>${this.#counted(view)}</span>
      ${
        isFiltered
          ? html`<button
              @click=${() => {
                this.looking.showAll();
                this.renderRoot.querySelector<HTMLElement>("input")?.focus();
              }}
            >
              ${words.showAll}
            </button>`
          : nothing
      }
    </footer>`;
  }

  #counted({ groupsOf }: View): string {
    const all = groupsOf.size;
    const { hidden, seen } = this.looking;
    return hidden.value.size === 0
      ? words.allShown(all)
      : words.inGroups(all - (seen.value?.dimmed.size ?? 0), all);
  }

  #toggle(key: string): void {
    this.looking.toggle(key);
    const view = this.looking.view.peek();
    if (view !== null) this.workspace.notices.say(this.#counted(view));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "lens-legend": LensLegend;
  }
}
