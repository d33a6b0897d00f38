import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { shortCitation } from "#citing/short-citation.ts";
import { schoolsAt } from "#elements/detail/affiliations.ts";
import { panelParts } from "#elements/detail/panel-parts.ts";
import { controls } from "#elements/shared/controls.ts";
import { dateRead } from "#elements/shared/date-read.ts";
import { icon } from "#elements/shared/icon.ts";
import "#elements/shared/school-swatch.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Attribution, School } from "#model/people.ts";
import type { Citation } from "#model/source.ts";
import { detailWords } from "#words/detail.ts";
import { peopleWords } from "#words/people.ts";
import { peoplePanelWords as words } from "#words/people-panel.ts";

/** An attribution is to be edited. */
export class AttributionOpened extends Event {
  static readonly type = "attribution-opened";

  constructor() {
    super(AttributionOpened.type);
  }
}

/** An attribution is to go. */
export class AttributionRemoved extends Event {
  static readonly type = "attribution-removed";

  constructor() {
    super(AttributionRemoved.type);
  }
}

/**
 * That someone has argued a claim, to be read: "Fritz Fischer asserts it", when and where, and the schools of that time.
 *
 * @event attribution-opened @event attribution-removed
 */
@customElement("attribution-line")
export class AttributionLine extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    controls,
    panelParts,
    css`
      :host {
        padding: 4px 0 6px;
      }
      .who {
        font: 400 14px/20px var(--sans);
        overflow-wrap: anywhere;
      }
      strong {
        font-weight: 600;
      }
      .denies,
      .abandons {
        font-style: italic;
      }
      .facts,
      .schools {
        font: 400 13px/18px var(--sans);
        color: var(--ink-2);
        overflow-wrap: anywhere;
      }
      .schools {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 12px;
        margin-top: 2px;
      }
      .schools span {
        display: inline-flex;
        gap: 6px;
        align-items: center;
      }
      .tools {
        display: flex;
        gap: 4px;
        margin: 2px 0 0 -8px;
      }
      .tools button {
        padding: 2px 8px;
        min-height: 28px;
        color: var(--ink-2);
        gap: 4px;
      }
    `,
  ];

  @property({ attribute: false }) map!: ArgumentMap;
  @property({ attribute: false }) attribution!: Attribution;

  override render() {
    const { holder, stance, when, citation } = this.attribution;
    const name = this.map.holders.get(holder)?.name ?? words.someoneGone;
    const verb = peopleWords.stances[stance];
    const facts = [dateRead(when), this.#place(citation)].filter((fact) => fact !== "");
    const schools = schoolsAt(this.map, holder, when);
    return html`<p class="who" dir="auto"><strong>${name}</strong> <span class=${stance}>${verb}</span></p>
      ${facts.length === 0 ? nothing : html`<p class="facts" dir="auto">${facts.join(" · ")}</p>`}
      ${schools.length === 0 ? nothing : html`<p class="schools">${schools.map(schoolName)}</p>`}
      <div class="tools">
        <button
          aria-label=${words.editOf(name, verb)}
          @click=${() => this.dispatchEvent(new AttributionOpened())}
        >
          ${icon("edit", 14)} ${words.edit}
        </button>
        <button
          aria-label=${words.removeOf(name, verb)}
          @click=${() => this.dispatchEvent(new AttributionRemoved())}
        >
          ${icon("remove", 14)} ${detailWords.remove}
        </button>
      </div>`;
  }

  #place(citation: Citation | null): string {
    if (citation === null) return "";
    const source = this.map.sources.get(citation.source);
    return source === undefined ? words.placeGone : shortCitation(source, citation);
  }
}

function schoolName({ colour, pattern, name }: School) {
  return html`<span><school-swatch .colour=${colour} .pattern=${pattern}></school-swatch>${name}</span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "attribution-line": AttributionLine;
  }
  interface HTMLElementEventMap {
    "attribution-opened": AttributionOpened;
    "attribution-removed": AttributionRemoved;
  }
}
