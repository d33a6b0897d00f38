import { effect } from "@preact/signals-core";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { contextOf } from "#actions/action.ts";
import { actionById } from "#actions/catalogue.ts";
import "#elements/looking/lens-legend.ts";
import "#elements/looking/year-bar.ts";
import { controls } from "#elements/shared/controls.ts";
import { Watching } from "#elements/shared/watching.ts";
import { type Lens, lenses } from "#lenses/view.ts";
import type { ArgumentMap } from "#model/map.ts";
import { type Looking, lookingAt } from "#session/looking.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { lookingWords as words } from "#words/looking.ts";

/**
 * Stands in the lower corner of the map: by what it is looked at, the legend of that, the debate through its years, and
 * whether names are shown.
 */
@customElement("looking-bar")
export class LookingBar extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        inset: auto 12px 12px;
        z-index: 3;
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        gap: 8px;
        pointer-events: none;
        max-height: calc(100% - 24px);
      }
      :host > * {
        pointer-events: auto;
      }
      .bar {
        display: flex;
        align-items: center;
        gap: 2px;
        padding: 3px;
        background: var(--card);
        border: 1px solid var(--hairline);
        border-radius: 12px;
        box-shadow: var(--shadow);
      }
      .bar button,
      label,
      select {
        font: 500 13px/20px var(--sans);
        border-radius: 8px;
      }
      .bar button {
        padding: 4px 9px;
      }
      .bar button[aria-pressed="true"],
      .bar button[aria-pressed="true"]:hover {
        background: var(--ink);
        color: var(--paper);
      }
      label {
        display: flex;
        align-items: center;
        padding-inline-start: 9px;
        color: var(--ink-2);
        white-space: nowrap;
      }
      select {
        min-height: 32px;
        max-width: 12em;
        padding: 4px 2px 4px 4px;
        border-color: transparent;
        color: var(--ink);
        cursor: pointer;
      }
      select:hover {
        background: var(--hover);
      }
      year-bar {
        width: min(600px, 100%);
      }
      @container (min-width: 1100px) {
        year-bar {
          position: absolute;
          bottom: 0;
          left: 50%;
          transform: translateX(-50%);
        }
      }
      @container (max-width: 1099px) {
        year-bar {
          max-width: calc(100% - 196px);
        }
      }
      @container (max-width: 719px) {
        year-bar {
          max-width: none;
        }
      }
      /* Above the zoom, where both have no room beside each other. */
      @container (max-width: 559px) {
        :host {
          bottom: 60px;
          max-height: calc(100% - 72px);
        }
      }
      @container (max-width: 479px) {
        label span {
          display: none;
        }
        select {
          max-width: 8.5em;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  /** How wide its screen is at least where a legend comes open. CSS pixels. */
  @property({ type: Number }) roomy = 720;
  @query("select") private readonly select!: HTMLSelectElement | null;
  #stop: (() => void) | null = null;
  #following: Looking | null = null;
  readonly #watching = new Watching(this, () => [
    this.session?.map.value,
    this.session?.comparing.value,
    this.session?.looking.value?.lens.value,
    this.session?.looking.value?.year.value,
    this.session?.looking.value?.isBlind.value,
  ]);

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("keydown", this.#pressed);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("session")) return;
    lookingAt(this.session);
    this.#watching.renew();
  }

  override updated(): void {
    const looking = lookingAt(this.session);
    if (looking === this.#following) return;
    this.#stop?.();
    this.#following = looking;
    const stops = [this.#tellPlay(looking), this.#giveFocus(looking)];
    this.#stop = () => stops.forEach((stop) => stop());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener("keydown", this.#pressed);
    this.#stop?.();
    this.#following = null;
  }

  override render() {
    const { session, workspace } = this;
    const map = session.map.value;
    if (session.comparing.value !== null || map.claims.size === 0) return nothing;
    const looking = lookingAt(session);
    const lens = looking.lens.value;
    return html`
      ${
        lens === null
          ? nothing
          : html`<lens-legend .roomy=${this.roomy} .workspace=${workspace} .looking=${looking}></lens-legend>`
      }
      ${
        looking.year.value === null
          ? nothing
          : html`<year-bar
              .looking=${looking}
              .claims=${map.claims.size}
              @years-left=${() => this.#leaveYears(looking)}
            ></year-bar>`
      }
      <div class="bar" role="group" aria-label=${words.bar}>
        <label
          ><span>${words.lookBy}</span>
          <select aria-label=${words.lookAtBy} @change=${this.#chosen}>
            <option value="" .selected=${lens === null}>${words.noLens}</option>
            ${lensesFor(map, lens).map(
              (each) => html`<option value=${each} .selected=${each === lens}>${words.lenses[each]}</option>`,
            )}
          </select></label
        >
        ${this.#years(map, looking)} ${this.#names(map, looking)}
      </div>
    `;
  }

  #years(map: ArgumentMap, looking: Looking) {
    if (map.holders.size + map.sources.size === 0) return nothing;
    return html`<button
      class="years"
      aria-pressed=${looking.year.value === null ? "false" : "true"}
      title=${words.yearsLong}
      @click=${() => void actionById("look.years").run(contextOf(this.workspace))}
    >
      ${words.years}
    </button>`;
  }

  #names({ holders }: ArgumentMap, looking: Looking) {
    if (holders.size === 0) return nothing;
    const isBlind = looking.isBlind.value;
    return html`<button
      aria-pressed=${isBlind ? "true" : "false"}
      title=${words.blindLong}
      @click=${() => looking.hideNames(!isBlind)}
    >
      ${words.blind}
    </button>`;
  }

  readonly #chosen = ({ target }: Event): void => {
    const { value } = target as HTMLSelectElement;
    lookingAt(this.session).through(value === "" ? null : (value as Lens));
  };

  #leaveYears(looking: Looking): void {
    looking.showYear(null);
    this.renderRoot.querySelector<HTMLElement>(".years")?.focus();
  }

  /** Escape leads back to the claim in hand, on whichever screen this stands. */
  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
    const screen = this.getRootNode() as Document | ShadowRoot;
    const claim = screen.querySelector<HTMLElement>(
      '[aria-selected="true"]:is([role="treeitem"], [role="option"])',
    );
    if (claim === null) return;
    event.preventDefault();
    event.stopPropagation();
    claim.focus({ preventScroll: true });
  };

  /** The play is said when it begins and when it ends, and not at each step. */
  #tellPlay(looking: Looking): () => void {
    let wasPlaying = false;
    return effect(() => {
      const isPlaying = looking.isPlaying.value;
      if (isPlaying === wasPlaying) return;
      wasPlaying = isPlaying;
      const year = looking.year.peek();
      const debate = looking.inYear.peek();
      if (year === null || debate === null) return;
      const { notYet } = debate.counts;
      const made = words.made(debate.standing.size - notYet, debate.standing.size, year);
      const isOver = year === looking.end("last");
      const said = isPlaying ? words.playing(year) : isOver ? words.over(made) : words.paused(made);
      this.workspace.notices.say(said);
    });
  }

  #giveFocus(looking: Looking): () => void {
    return effect(() => {
      if (looking.asked.value === 0) return;
      looking.asked.value = 0;
      this.select?.focus();
    });
  }
}

/** Ways to look that a map has something for, and the one that is chosen. */
function lensesFor({ schools, holders }: ArgumentMap, chosen: Lens | null): readonly Lens[] {
  const isEmpty: Partial<Record<Lens, boolean>> = { school: schools.size === 0, holder: holders.size === 0 };
  return lenses.filter((lens) => lens === chosen || !isEmpty[lens]);
}

declare global {
  interface HTMLElementTagNameMap {
    "looking-bar": LookingBar;
  }
}
