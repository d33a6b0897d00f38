import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { goFrom } from "#elements/find/focus.ts";
import { aspectsInWords, differenceLook, factsOf, sentenceOf } from "#elements/history/difference.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import { Watching } from "#elements/shared/watching.ts";
import type { ClaimDifference } from "#model/comparison.ts";
import type { Comparing } from "#session/comparing.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { historyWords as words } from "#words/history.ts";

/**
 * Stands over the map while two of its versions are compared on it: which two, how the claim in hand differs, and the
 * way to the next difference, back to the list, and out.
 */
@customElement("comparison-bar")
export class ComparisonBar extends LitElement {
  static override styles = [
    controls,
    differenceLook,
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
      section {
        pointer-events: auto;
        width: min(720px, 100%);
        box-sizing: border-box;
        padding: 8px 8px 12px 18px;
        border: 1px solid var(--line);
        border-radius: 14px;
        background: var(--card);
        box-shadow: var(--shadow-high);
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px;
      }
      .which {
        flex: 1 1 260px;
        min-width: 0;
        margin: 0;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .place {
        min-width: 5em;
        text-align: center;
        font-variant-numeric: tabular-nums;
        color: var(--ink-2);
      }
      @media (width < 480px) {
        .which {
          flex-basis: 100%;
          padding-inline-end: 10px;
        }
        .list {
          margin-inline-start: auto;
        }
      }
      .claim {
        max-height: 26vh;
        overflow: auto;
        padding-inline-end: 10px;
      }
      .aspects {
        margin: 6px 0 2px;
        font: 600 12px/16px var(--sans);
        color: var(--ink-2);
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
  readonly #watching = new Watching(this, () => [this.session?.comparing.value, this.session?.inHand.value]);

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("keydown", this.#pressed);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("session")) this.#watching.renew();
  }

  override render() {
    const comparing = this.session.comparing.value;
    if (comparing === null) return nothing;
    const { claims } = comparing.comparison;
    const at = claims.findIndex(({ claim }) => claim === this.session.inHand.value);
    return html`<section aria-label=${words.comparing}>
      <div class="top">
        <p class="which" dir="auto">${words.compareHeading(comparing.before.name, comparing.after.name)}</p>
        <button aria-label=${words.previous} title=${words.previous} @click=${() => this.#step(-1)}>
          ${icon("fold")}
        </button>
        <span class="place" aria-hidden="true">
          ${at < 0 ? words.differences(claims.length) : words.ofDifferences(at + 1, claims.length)}
        </span>
        <button aria-label=${words.next} title=${words.next} @click=${() => this.#step(1)}>
          ${icon("unfold")}
        </button>
        <button class="plain list" @click=${this.#list}>${words.back}</button>
        <button class="primary" aria-label=${words.leave} title=${words.leave} @click=${this.#leave}>
          ${words.leaveShort}
        </button>
      </div>
      <div class="claim" role="status" lang=${comparing.after.map.about.language}>
        ${this.#claim(comparing, claims[at])}
      </div>
    </section>`;
  }

  #claim(comparing: Comparing, difference: ClaimDifference | undefined) {
    if (difference === undefined) return html`<p class="aspects">${words.unchanged}</p>`;
    return html`<p class="aspects">${aspectsInWords(difference.aspects)}</p>
      ${difference.aspects.includes("reworded") ? sentenceOf(difference) : nothing}
      ${factsOf(comparing, difference)}`;
  }

  /** Goes to the next claim that differs, in reading order; around at the end. The focus stays on the button. */
  #step(by: 1 | -1): void {
    const claims = this.session.comparing.peek()?.comparison.claims ?? [];
    const at = claims.findIndex(({ claim }) => claim === this.session.inHand.peek());
    const next = claims[at < 0 ? 0 : (at + by + claims.length) % claims.length];
    if (next !== undefined) this.session.take(next.claim, "centre");
  }

  readonly #list = (): void => {
    this.#end();
    this.workspace.dialog.value = { type: "history" };
  };

  readonly #leave = (): void => this.#end();

  #end(): void {
    const { session } = this;
    session.endComparing();
    const inHand = session.inHand.peek();
    if (inHand !== null) goFrom(this, session, inHand);
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.isComposing) this.#end();
    else if (event.ctrlKey || event.metaKey) return;
    event.stopPropagation();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "comparison-bar": ComparisonBar;
  }
}
