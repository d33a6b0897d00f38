import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "#elements/shared/controls.ts";
import "#elements/shared/school-swatch.ts";
import { type Entry, entriesOf, inYears, type Year } from "#elements/timeline/by-date.ts";
import type { Teller } from "#elements/timeline/teller.ts";
import { ItemReached } from "#elements/timeline/timeline-events.ts";
import { claimsOf } from "#elements/timeline/walking.ts";
import type { Timeline } from "#lenses/timeline.ts";
import type { ClaimId } from "#model/ids.ts";
import { lensWords } from "#words/lenses.ts";
import { timelineWords as words } from "#words/timeline.ts";

/** So many more come with each press. */
const portion = 300;

/**
 * What a timeline holds as a list by date: where there is no room for lanes, and for paper.
 *
 * @event item-reached
 */
@customElement("timeline-list")
export class TimelineList extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        overflow: auto;
        overscroll-behavior: contain;
        padding: 4px 16px 32px;
        font: 400 14px/20px var(--sans);
        font-size: calc(14px * var(--text-scale));
        line-height: 1.43;
        color: var(--ink);
      }
      h3 {
        margin: 16px 0 4px;
        font: 600 14px/20px var(--sans);
        font-variant-numeric: tabular-nums;
        color: var(--ink-2);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        border-top: 1px solid var(--hairline);
      }
      .entry {
        display: block;
        width: 100%;
        padding: 8px 6px;
        border-radius: 6px;
        text-align: start;
        white-space: normal;
        font: inherit;
        overflow-wrap: anywhere;
      }
      .entry[aria-current] {
        background: var(--hover);
        box-shadow: inset 3px 0 0 var(--ink);
      }
      b {
        font-weight: 600;
      }
      .claim {
        display: block;
        font-family: var(--serif);
        font-size: 1.07em;
      }
      .schools {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 12px;
        color: var(--ink-2);
        font-size: 0.93em;
      }
      .schools span {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
      .rest {
        margin: 16px 0 0;
        color: var(--ink-2);
      }
      @media print {
        :host {
          overflow: visible;
          padding: 0;
        }
        li {
          break-inside: avoid;
        }
        .entry,
        .entry[aria-current] {
          padding: 4px 0;
          background: none;
          box-shadow: none;
        }
        .rest {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) timeline!: Timeline;
  @property({ attribute: false }) teller!: Teller;
  @property({ attribute: false }) inHand: ClaimId | null = null;
  /** Whether all of it is shown, however much: for paper. */
  @property({ type: Boolean }) whole = false;
  @state() private shown = portion;

  override render() {
    const all = entriesOf(this.timeline);
    const shown = this.whole ? all : all.slice(0, this.shown);
    return html`${inYears(shown).map((year) => this.#year(year))}
    ${shown.length === all.length ? nothing : this.#rest(shown.length, all.length)}`;
  }

  #year({ year, entries }: Year) {
    return html`<h3>${lensWords.year(year)}</h3>
      <ul>
        ${entries.map((entry) => html`<li>${this.#entry(entry)}</li>`)}
      </ul>`;
  }

  #entry({ item, place, lanes }: Entry) {
    const { teller } = this;
    const isInHand = this.inHand !== null && claimsOf(item).includes(this.inHand);
    return html`<button
      class="entry"
      aria-current=${isInHand ? "true" : nothing}
      dir="auto"
      @click=${() => this.dispatchEvent(new ItemReached(place))}
    >
      <b>${teller.head(item)}</b>, ${teller.date(item)}
      ${item.what.type === "work" ? nothing : html`<span class="claim">${teller.claim(item.what.claim)}</span>`}
      <span class="schools">${lanes.map((lane) => this.#school(lane))}</span>
    </button>`;
  }

  #school(at: number) {
    const lane = this.timeline.lanes[at]!;
    const school = lane.school === null ? undefined : this.teller.map.schools.get(lane.school);
    return html`<span
      >${
        school === undefined
          ? nothing
          : html`<school-swatch .colour=${school.colour} .pattern=${school.pattern}></school-swatch>`
      }${this.teller.lane(lane)}</span
    >`;
  }

  #rest(shown: number, all: number) {
    return html`<p class="rest">
      ${words.of(shown, all)}
      <button class="plain" @click=${() => (this.shown += portion)}>
        ${words.more(Math.min(portion, all - shown))}
      </button>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "timeline-list": TimelineList;
  }
}
