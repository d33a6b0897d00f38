import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { signOf } from "#elements/looking/signs.ts";
import type { Paint } from "#elements/map/sights.ts";
import "#elements/shared/school-swatch.ts";
import { type Group, type Lens, noGroup } from "#lenses/view.ts";
import { lookingWords as words } from "#words/looking.ts";

/** Somebody wants to know whose names are hidden on a card. */
export class RevealWanted extends Event {
  static readonly type = "reveal-wanted";

  constructor() {
    super(RevealWanted.type);
  }
}

/**
 * What a lens shows on a card without changing its size: a band along its far edge, away from the rail of its kind, in
 * the colours and patterns of its groups, and their names on its upper edge; how it stands in a year; and, where names
 * are hidden, what reveals them when it is clicked: an option of a list may hold no button. For the eye and the pointer:
 * the card's description says the same.
 *
 * @event reveal-wanted
 */
@customElement("card-lens")
export class CardLens extends LitElement {
  static override styles = css`
    :host {
      position: absolute;
      inset: 0;
      pointer-events: none;
      font: 600 12px/16px var(--sans);
      font-size: calc(12px * var(--text-scale));
      color: var(--ink);
    }
    .band {
      position: absolute;
      inset-block: 0;
      inset-inline-end: 0;
      width: 12px;
      display: flex;
      flex-direction: column;
      gap: 2px;
      overflow: hidden;
      border-start-end-radius: var(--radius);
      border-end-end-radius: var(--radius);
      background: var(--card);
    }
    .band > * {
      --swatch-width: 12px;
      --swatch-height: auto;
      flex: 1;
      border-radius: 0;
    }
    /* How it stands is never cut: it is short, and the name of a group has the rest. */
    .edge {
      position: absolute;
      top: -11px;
      inset-inline: 8px;
      display: flex;
      justify-content: space-between;
      gap: 8px;
    }
    .chips,
    .standing {
      display: flex;
      gap: 4px;
    }
    .chips {
      min-width: 0;
      margin-inline-start: auto;
    }
    .standing {
      flex: none;
    }
    .chip {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      min-width: 0;
      box-sizing: border-box;
      padding: 1px 8px;
      border: 1px solid var(--line);
      border-radius: 11px;
      background: var(--card);
    }
    .sign {
      flex: none;
    }
    .chip > span {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .bare {
      flex: none;
      padding: 2px 4px;
    }
    .standing .chip {
      border-style: dashed;
      color: var(--ink-2);
    }
    [data-text]::after {
      content: attr(data-text);
    }
    .who {
      position: absolute;
      bottom: -13px;
      inset-inline-start: 14px;
      box-sizing: border-box;
      min-height: 26px;
      padding: 4px 10px;
      border: 1px solid var(--ink);
      border-radius: 13px;
      background: var(--card);
      color: var(--ink);
      font: inherit;
      cursor: pointer;
      pointer-events: auto;
    }
    .who:hover {
      background: var(--ink);
      color: var(--paper);
    }
  `;

  @property({ attribute: false }) lens: Lens | null = null;
  @property({ attribute: false }) groups: readonly Group[] = [];
  /** Of the groups, as they are shown now. */
  @property({ attribute: false }) names: readonly string[] = [];
  @property({ attribute: false }) paint: Paint = [];
  /** How the claim stands in the year that is shown; empty where there is nothing to say. */
  @property({ attribute: false }) standing = "";
  /** Whether names are hidden on this card. */
  @property({ attribute: false }) isHidden = false;

  override render() {
    return html`${
        this.paint.length === 0
          ? nothing
          : html`<div class="band">
              ${this.paint.map(
                ({ colour, pattern }) =>
                  html`<school-swatch .colour=${colour} .pattern=${pattern}></school-swatch>`,
              )}
            </div>`
      }
      <div class="edge">
        ${
          this.standing === ""
            ? nothing
            : html`<div class="standing">
                <div class="chip"><span data-text=${this.standing}></span></div>
              </div>`
        }${this.#chips()}
      </div>
      ${
        this.isHidden
          ? html`<span class="who" data-text=${words.reveal} @click=${this.#asked}></span>`
          : nothing
      }`;
  }

  #chips() {
    const { lens, groups } = this;
    if (lens === null || lens === "stance" || groups.every(({ key }) => key === noGroup)) return nothing;
    const isSigned = lens === "evidence" || lens === "status";
    const [first, ...more] = groups;
    const name = isSigned ? (words.brief[first!.key] ?? this.names[0]!) : this.names[0]!;
    const others = isSigned || more.length === 0 ? "" : ` +${more.length}`;
    return html`<div class="chips">
      <div class="chip">${signOf(first!.key)}<span data-text=${name + others}></span></div>
      ${isSigned ? more.map(({ key }) => html`<div class="chip bare">${signOf(key)}</div>`) : nothing}
    </div>`;
  }

  readonly #asked = (event: Event): void => {
    event.stopPropagation();
    this.dispatchEvent(new RevealWanted());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "card-lens": CardLens;
  }
  interface HTMLElementEventMap {
    "reveal-wanted": RevealWanted;
  }
}
