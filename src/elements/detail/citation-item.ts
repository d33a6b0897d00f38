import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { noteOf, shortNoteOf } from "#citing/note.ts";
import { plain } from "#citing/rich-text.ts";
import { fieldLooks } from "#elements/detail/field-looks.ts";
import { panelParts } from "#elements/detail/panel-parts.ts";
import { locatorChoice } from "#elements/detail/locator-choice.ts";
import { richLine } from "#elements/detail/rich-line.ts";
import "#elements/detail/typed-field.ts";
import type { FieldWritten } from "#elements/detail/typed-field.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import "#elements/sources/source-form.ts";
import type { SourceWritten } from "#elements/sources/source-form.ts";
import type { Citation, LocatorLabel, Source } from "#model/source.ts";
import type { HeldText } from "#session/held-text.ts";
import { detailWords as words } from "#words/detail.ts";

type WrittenField = "locator" | "prefix" | "suffix" | "quotation" | "translation";

/** Fields of a citation have another value. Edits of one `gesture` are one step of undo. */
export class CitationEdited extends Event {
  static readonly type = "citation-edited";
  readonly fields: Partial<Citation>;
  readonly gesture: string | null;
  /** Why the map does not take it, if it does not. */
  refused: string | null = null;

  constructor(fields: Partial<Citation>, gesture: string | null) {
    super(CitationEdited.type);
    this.fields = fields;
    this.gesture = gesture;
  }
}

/** The source itself has another record. */
export class SourceEdited extends Event {
  static readonly type = "source-edited";
  readonly source: Source;
  readonly gesture: string | null;
  /** Why the map does not take it, if it does not. */
  refused: string | null = null;

  constructor(source: Source, gesture: string | null) {
    super(SourceEdited.type);
    this.source = source;
    this.gesture = gesture;
  }
}

/** A citation is to go. */
export class CitationRemoved extends Event {
  static readonly type = "citation-removed";

  constructor() {
    super(CitationRemoved.type);
  }
}

/**
 * One citation: its note after Chicago's rules, what it quotes, and below them the fields to change it.
 *
 * @event citation-edited @event source-edited @event citation-removed
 */
@customElement("citation-item")
export class CitationItem extends LitElement {
  static override styles = [
    controls,
    panelParts,
    fieldLooks,
    css`
      :host {
        padding: 4px 0 10px;
      }
      .note {
        font: 400 14px/20px var(--serif);
        overflow-wrap: anywhere;
      }
      .missing {
        color: var(--oppose);
      }
      cite {
        font-style: italic;
      }
      blockquote {
        margin: 6px 0 0;
        padding-inline-start: 12px;
        border-inline-start: 3px solid var(--hairline);
        color: var(--ink-2);
        font: 400 14px/20px var(--serif);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      blockquote.translation {
        font-style: italic;
      }
      .tools {
        display: flex;
        gap: 4px;
        margin: 2px 0 0 -8px;
      }
      source-form {
        margin-top: 10px;
      }
      .tools button {
        padding: 2px 8px;
        min-height: 28px;
        color: var(--ink-2);
        gap: 4px;
      }
    `,
  ];

  /** `null` where the map does not have it. */
  @property({ attribute: false }) source: Source | null = null;
  @property({ attribute: false }) citation!: Citation;
  /** Whether the claim cites the source above already, so that a short note will do. */
  @property({ type: Boolean }) again = false;
  @property() language = "";
  @property({ attribute: false }) held: HeldText | null = null;
  /** The map's sources, among which the same work is noticed. */
  @property({ attribute: false }) sources: readonly Source[] = [];
  @state() private changing = false;
  @state() private correcting = false;
  @query("typed-field") private readonly first!: HTMLElement | null;

  override render() {
    const { source, citation } = this;
    const note =
      source === null ? null : this.again ? shortNoteOf(source, citation) : noteOf(source, citation);
    const name = note === null ? words.missingSource : plain(note);
    return html`<p class="note ${note === null ? "missing" : ""}" dir="auto">
        ${note === null ? words.missingSource : richLine(note)}
      </p>
      ${
        citation.quotation.trim() === ""
          ? nothing
          : html`<blockquote dir="auto">${citation.quotation}</blockquote>`
      }
      ${
        (citation.translation ?? "").trim() === ""
          ? nothing
          : html`<blockquote class="translation" dir="auto">${citation.translation}</blockquote>`
      }
      <div class="tools">
        <button
          aria-expanded=${this.changing ? "true" : "false"}
          aria-label=${this.changing ? nothing : words.changeCitation(name)}
          @click=${this.#turn}
        >
          ${icon(this.changing ? "fold" : "edit", 14)} ${this.changing ? words.done : words.change}
        </button>
        <button
          aria-label=${words.removeCitation(name)}
          @click=${() => this.dispatchEvent(new CitationRemoved())}
        >
          ${icon("remove", 14)} ${words.remove}
        </button>
      </div>
      ${this.changing ? this.#fields() : nothing}`;
  }

  #fields() {
    return html`<div class="fields">
      ${this.#field("locator", words.place)}
      ${locatorChoice(this.citation.label, (label: LocatorLabel) => this.#edit({ label }, null))}
      ${this.#field("prefix", words.before, words.beforeHint)} ${this.#field("suffix", words.after)}
      ${this.#field("quotation", words.quotation)} ${this.#field("translation", words.translation)}
      ${this.source === null ? nothing : this.#theSource(this.source)}
    </div>`;
  }

  #field(name: WrittenField, label: string, hint = "") {
    const lines = name === "quotation" || name === "translation";
    return html`<typed-field
      class=${lines ? "wide" : ""}
      .label=${label}
      .hint=${hint}
      .lines=${lines}
      .text=${this.citation[name] ?? ""}
      .held=${this.held}
      @field-written=${(event: FieldWritten) =>
        (event.refused = this.#edit({ [name]: event.text }, event.gesture))}
    ></typed-field>`;
  }

  #theSource(source: Source) {
    return html`<div class="wide">
      <button
        class="plain"
        aria-expanded=${this.correcting ? "true" : "false"}
        @click=${() => (this.correcting = !this.correcting)}
      >
        ${icon(this.correcting ? "fold" : "edit", 14)} ${words.theSource}
      </button>
      ${
        this.correcting
          ? html`<source-form
              .record=${source}
              .sources=${this.sources.filter(({ id }) => id !== source.id)}
              .citation=${this.citation}
              .held=${this.held}
              @source-written=${(event: SourceWritten) =>
                (event.refused = this.#say(
                  new SourceEdited({ ...event.record, id: source.id }, event.gesture),
                ))}
            ></source-form>`
          : nothing
      }
    </div>`;
  }

  #edit(fields: Partial<Citation>, gesture: string | null): string | null {
    return this.#say(new CitationEdited(fields, gesture));
  }

  /** Why it was refused, or `null`. */
  #say(event: CitationEdited | SourceEdited): string | null {
    this.dispatchEvent(event);
    return event.refused;
  }

  readonly #turn = async (): Promise<void> => {
    this.changing = !this.changing;
    await this.updateComplete;
    this.first?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "citation-item": CitationItem;
  }
  interface HTMLElementEventMap {
    "citation-edited": CitationEdited;
    "source-edited": SourceEdited;
    "citation-removed": CitationRemoved;
  }
}
