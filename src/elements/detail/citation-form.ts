import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { bibliographyEntry } from "#citing/bibliography.ts";
import { plain } from "#citing/rich-text.ts";
import { itemFrom, type ShortForm, shortFormKinds } from "#citing/short-form.ts";
import { fieldLooks } from "#elements/detail/field-looks.ts";
import { locatorChoice } from "#elements/detail/locator-choice.ts";
import { panelParts } from "#elements/detail/panel-parts.ts";
import { refuseInput } from "#elements/shared/room.ts";
import { controls } from "#elements/shared/controls.ts";
import type { SourceId } from "#model/ids.ts";
import { type Citation, type CslItem, newCitation, type Source } from "#model/source.ts";
import type { HeldText, TextHolder } from "#session/held-text.ts";
import { detailWords as words } from "#words/detail.ts";

/** A citation was written down; `item` is the record of its source where that is new. */
export class CitationWritten extends Event {
  static readonly type = "citation-written";
  readonly citation: Omit<Citation, "source">;
  readonly source: SourceId | CslItem;
  /** Why the map does not take it, if it does not. */
  refused: string | null = null;

  constructor(citation: Omit<Citation, "source">, source: SourceId | CslItem) {
    super(CitationWritten.type);
    this.citation = citation;
    this.source = source;
  }
}

/** The person changed their mind. */
export class FormLeft extends Event {
  static readonly type = "form-left";

  constructor() {
    super(FormLeft.type);
  }
}

const blank: ShortForm = { kind: "book", names: "", title: "", date: "", where: "" };
const unplaced = newCitation("" as SourceId);

/**
 * A citation in the making: one of the map's sources or a new one, and the place in it.
 *
 * @event citation-written @event form-left
 */
@customElement("citation-form")
export class CitationForm extends LitElement {
  static override styles = [
    controls,
    panelParts,
    fieldLooks,
    css`
      .buttons {
        display: flex;
        justify-content: flex-end;
        gap: 8px;
      }
      .refused {
        color: var(--oppose);
        font: 500 13px/18px var(--sans);
      }
    `,
  ];

  @property({ attribute: false }) sources: readonly Source[] = [];
  /** Where it is said that words wait for Add. */
  @property({ attribute: false }) held: HeldText | null = null;
  @state() private source: SourceId | null = null;
  @state() private written: ShortForm = blank;
  @state() private place: Citation = unplaced;
  @state() private refused = "";
  readonly #words: TextHolder = { flush: null };

  override willUpdate(): void {
    if (!this.hasUpdated) this.source = this.sources[0]?.id ?? null;
  }

  override updated(): void {
    const { names, title, date, where } = this.written;
    const written = this.source === null ? [names, title, date, where] : [];
    const isBlank = [...written, this.place.locator].every((text) => text.trim() === "");
    if (isBlank) this.held?.release(this.#words);
    else this.held?.hold(this.#words);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.held?.release(this.#words);
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>("select")?.focus();
  }

  override render() {
    return html`<form
      class="fields"
      aria-label=${words.addCitation}
      @submit=${this.#submitted}
      @keydown=${this.#pressed}
    >
      ${this.#sources()} ${this.source === null ? this.#newSource() : nothing}
      ${this.#text(words.place, this.place.locator, (locator) => (this.place = { ...this.place, locator }))}
      ${locatorChoice(this.place.label, (label) => (this.place = { ...this.place, label }))}
      ${this.refused === "" ? nothing : html`<p class="refused wide" role="alert">${this.refused}</p>`}
      <div class="buttons wide">
        <button type="button" @click=${this.#leave}>${words.cancel}</button>
        <button class="primary">${words.add}</button>
      </div>
    </form>`;
  }

  #sources() {
    return html`<label class="choice wide"
      ><span>${words.source}</span>
      <select
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          this.source = value === "" ? null : (value as SourceId);
        }}
      >
        ${this.sources.map(
          (source) =>
            html`<option value=${source.id} .selected=${source.id === this.source}>
              ${plain(bibliographyEntry(source))}
            </option>`,
        )}
        <option value="" .selected=${this.source === null}>${words.newSource}</option>
      </select></label
    >`;
  }

  #newSource() {
    const { kind, names, title, date, where } = this.written;
    const put = (fields: Partial<ShortForm>) => (this.written = { ...this.written, ...fields });
    const author = kind === "edited-book" ? words.editor : words.author;
    return html`<label class="choice wide"
        ><span>${words.kind}</span>
        <select
          @change=${(event: Event) =>
            put({ kind: (event.target as HTMLSelectElement).value as ShortForm["kind"] })}
        >
          ${shortFormKinds.map(
            (each) => html`<option value=${each} .selected=${each === kind}>${words.kinds[each]}</option>`,
          )}
        </select></label
      >
      ${this.#text(author, names, (text) => put({ names: text }), "wide", words.nameHint)}
      ${this.#text(words.title, title, (text) => put({ title: text }), "wide")}
      ${this.#text(words.date, date, (text) => put({ date: text }))}
      ${this.#text(words.where[kind], where, (text) => put({ where: text }))}`;
  }

  #text(label: string, value: string, put: (text: string) => void, wide = "", hint = "") {
    return html`<label class="choice ${wide}"
      ><span>${label}</span>
      <input
        dir="auto"
        autocomplete="off"
        placeholder=${hint === "" ? nothing : hint}
        .value=${value}
        @beforeinput=${this.#coming}
        @input=${(event: InputEvent) => put((event.target as HTMLInputElement).value)}
    /></label>`;
  }

  readonly #coming = (event: InputEvent): void => {
    this.refused = refuseInput(event) ?? "";
  };

  readonly #submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    const isUntitled = this.source === null && this.written.title.trim() === "";
    this.refused = isUntitled ? words.titleMissing : "";
    if (isUntitled) return;
    const { source: _, ...citation } = { ...this.place, locator: this.place.locator.trim() };
    const written = new CitationWritten(citation, this.source ?? itemFrom(this.written));
    this.dispatchEvent(written);
    this.refused = written.refused ?? "";
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    this.#leave();
  };

  readonly #leave = (): void => {
    this.dispatchEvent(new FormLeft());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "citation-form": CitationForm;
  }
  interface HTMLElementEventMap {
    "citation-written": CitationWritten;
    "form-left": FormLeft;
  }
}
