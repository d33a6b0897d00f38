import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { bibliographyEntry } from "#citing/bibliography.ts";
import { plain } from "#citing/rich-text.ts";
import { fieldLooks } from "#elements/detail/field-looks.ts";
import { locatorChoice } from "#elements/detail/locator-choice.ts";
import { panelParts } from "#elements/detail/panel-parts.ts";
import "#elements/detail/typed-field.ts";
import type { FieldWritten } from "#elements/detail/typed-field.ts";
import { controls } from "#elements/shared/controls.ts";
import { blankRecord, type SourceForm, type SourceRecord } from "#elements/sources/source-form.ts";
import "#elements/sources/source-form.ts";
import type { SourceId } from "#model/ids.ts";
import { type Citation, newCitation, type Source } from "#model/source.ts";
import { detailWords as words } from "#words/detail.ts";
import { sourceWords } from "#words/sources.ts";

/** The fields of a place in a source. */
export type Place = Omit<Citation, "source">;

/** Which place is meant: in one of the map's sources, in a new one, or in none. */
export interface WrittenPlace {
  readonly place: Place;
  readonly source: SourceId | SourceRecord | null;
}

/** What is written down as the place has changed. */
export class PlaceWritten extends Event {
  static readonly type = "place-written";

  constructor() {
    super(PlaceWritten.type);
  }
}

const { source: _, ...nowhere } = newCitation("" as SourceId);
const newOne = "new";
const texts = ["locator", "prefix", "suffix", "quotation", "translation"] as const;

/**
 * A place in a source in the making, as part of a form: one of the map's sources or a new one, where in it, and what
 * it says there.
 *
 * @event place-written
 */
@customElement("cited-place")
export class CitedPlace extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    controls,
    panelParts,
    fieldLooks,
    css`
      .fields {
        margin: 0;
        padding: 0;
        background: none;
      }
      summary {
        font: 500 13px/20px var(--sans);
        padding: 4px 0;
        cursor: pointer;
      }
      details .fields {
        margin-top: 4px;
      }
    `,
  ];

  @property({ attribute: false }) sources: readonly Source[] = [];
  /** What it begins with; without one, the first of the sources, or none at all. */
  @property({ attribute: false }) from: Citation | null = null;
  /** Whether there may be no source. */
  @property({ type: Boolean }) optional = false;
  @state() private chosen: SourceId | typeof newOne | null = null;
  @state() private record: SourceRecord = blankRecord;
  @state() private place: Place = nowhere;
  @query("source-form") private readonly form!: SourceForm | null;

  override willUpdate(): void {
    if (this.hasUpdated) return;
    const { source, ...place } = this.from ?? { source: null, ...nowhere };
    this.place = place;
    this.chosen = source ?? (this.optional ? null : (this.sources[0]?.id ?? newOne));
  }

  /** What is written down now. */
  get written(): WrittenPlace {
    const { chosen, place } = this;
    const source = chosen === newOne ? this.record : chosen;
    return { place: { ...place, locator: place.locator.trim() }, source };
  }

  /** Whether nobody has written anything here. */
  get isBlank(): boolean {
    const isNewBlank = this.chosen !== newOne || Object.keys(this.record.item).length < 2;
    return isNewBlank && texts.every((name) => (this.place[name] ?? "").trim() === "");
  }

  /** Why it cannot be taken, or `null`; the focus goes there. */
  refuse(): string | null {
    if (this.chosen !== newOne || (this.record.item.title ?? "").trim() !== "") return null;
    this.form?.focus();
    return sourceWords.titleMissing;
  }

  override render() {
    const { chosen } = this;
    return html`<div class="fields">
      ${this.#sources()}
      ${
        chosen === newOne
          ? html`<source-form
              class="wide"
              draft
              .sources=${this.sources}
              .record=${this.record}
              .citation=${{ source: "" as SourceId, ...this.place }}
              @source-written=${(event: HTMLElementEventMap["source-written"]) => {
                this.record = event.record;
                this.#tell();
              }}
              @same-work-taken=${(event: HTMLElementEventMap["same-work-taken"]) => this.#choose(event.source)}
            ></source-form>`
          : nothing
      }
      ${chosen === null ? nothing : this.#places()}
    </div>`;
  }

  #sources() {
    return html`<label class="choice wide"
      ><span>${words.source}</span>
      <select
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          this.#choose(value === "" ? null : (value as SourceId));
        }}
      >
        ${
          this.optional
            ? html`<option value="" .selected=${this.chosen === null}>${words.notSaid}</option>`
            : nothing
        }
        ${this.sources.map(
          (source) =>
            html`<option value=${source.id} .selected=${source.id === this.chosen}>
              ${plain(bibliographyEntry(source))}
            </option>`,
        )}
        <option value=${newOne} .selected=${this.chosen === newOne}>${words.newSource}</option>
      </select></label
    >`;
  }

  #places() {
    return html`${this.#text("locator", words.place)}
      ${locatorChoice(this.place.label, (label) => this.#put({ label }))}
      <details class="wide" ?open=${texts.slice(1).some((name) => (this.from?.[name] ?? "") !== "")}>
        <summary>${words.around}</summary>
        <div class="fields">
          ${this.#text("prefix", words.before, words.beforeHint)} ${this.#text("suffix", words.after)}
          ${this.#text("quotation", words.quotation)} ${this.#text("translation", words.translation)}
        </div>
      </details>`;
  }

  #text(name: (typeof texts)[number], label: string, hint = "") {
    const lines = name === "quotation" || name === "translation";
    return html`<typed-field
      draft
      class=${lines ? "wide" : ""}
      .label=${label}
      .hint=${hint}
      .lines=${lines}
      .text=${this.place[name] ?? ""}
      @field-written=${(event: FieldWritten) => this.#put({ [name]: event.text })}
    ></typed-field>`;
  }

  #choose(chosen: CitedPlace["chosen"]): void {
    this.chosen = chosen;
    this.#tell();
  }

  #put(fields: Partial<Place>): void {
    this.place = { ...this.place, ...fields };
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new PlaceWritten());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cited-place": CitedPlace;
  }
  interface HTMLElementEventMap {
    "place-written": PlaceWritten;
  }
}
