import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { RevealWanted } from "#elements/looking/card-lens.ts";
import { lookOf } from "#elements/looking/group-look.ts";
import type { Group, Lens } from "#lenses/view.ts";
import { lookingWords as words } from "#words/looking.ts";

/**
 * What a lens shows in a row of text: the groups of a claim, each by its colour and pattern or its sign and by its name;
 * how it stands in a year; and, where names are hidden, what reveals them when it is clicked. For the eye and the pointer: the
 * row's description says the same.
 *
 * @event reveal-wanted
 */
@customElement("row-lens")
export class RowLens extends LitElement {
  static override styles = css`
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 10px;
      font: 500 calc(12px * var(--text-scale)) / 1.35 var(--sans);
      color: var(--ink);
    }
    .group,
    .standing {
      display: inline-flex;
      align-items: center;
      gap: 5px;
      min-width: 0;
    }
    .look {
      display: grid;
      place-items: center;
      grid-auto-flow: column;
      gap: 4px;
      --swatch-width: 20px;
      --swatch-height: 14px;
    }
    .none {
      width: 20px;
      height: 14px;
      box-sizing: border-box;
      border: 1px dashed var(--line);
      border-radius: 4px;
    }
    .standing {
      padding: 0 7px;
      border: 1px dashed var(--line);
      border-radius: 10px;
      color: var(--ink-2);
    }
    [data-text]::after {
      content: attr(data-text);
    }
    .who {
      padding: 3px 9px;
      border: 1px solid var(--line);
      border-radius: 12px;
      background: var(--card);
      color: var(--ink);
      font: inherit;
      cursor: pointer;
    }
    .who:hover {
      background: var(--ink);
      color: var(--paper);
    }
    @media print {
      .who {
        display: none;
      }
    }
  `;

  @property({ attribute: false }) lens: Lens | null = null;
  @property({ attribute: false }) groups: readonly Group[] = [];
  /** Of the groups, as they are shown now. */
  @property({ attribute: false }) names: readonly string[] = [];
  /** How the claim stands in the year that is shown; empty where there is nothing to say. */
  @property({ attribute: false }) standing = "";
  /** Whether names are hidden in this row. */
  @property({ attribute: false }) isHidden = false;

  override render() {
    return html`${this.lens === "stance" ? nothing : this.groups.map(this.#group)}${
      this.standing === "" ? nothing : html`<span class="standing" data-text=${this.standing}></span>`
    }${
      this.isHidden
        ? html`<span class="who" data-text=${words.reveal} @click=${this.#asked}></span>`
        : nothing
    }`;
  }

  readonly #group = (group: Group, at: number) =>
    html`<span class="group"
      >${lookOf(group)}<span dir="auto" data-text=${this.names[at] ?? ""}></span
    ></span>`;

  readonly #asked = (event: Event): void => {
    event.stopPropagation();
    this.dispatchEvent(new RevealWanted());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "row-lens": RowLens;
  }
}
